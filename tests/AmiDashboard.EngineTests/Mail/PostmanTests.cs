using System.Net;
using System.Net.Sockets;
using AmiDashboard.Engines;
using AmiDashboard.Exchange.Mail;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using SmtpServer.Protocol;

namespace AmiDashboard.Mail;

/// <summary>Messages handed to a real server over the wire, to one that is in a bad mood, to none, and to a folder.</summary>
public sealed class PostmanTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("amidashboard-mail-");

    [Fact]
    public async Task A_message_arrives_in_both_forms_with_its_headers()
    {
        await using var server = ReceivingServer.Start();

        var result = await Postman(server.Port).CarryAsync(Mail(), TestContext.Current.CancellationToken);

        Assert.Equal(MailFate.Sent, result.Fate);
        var message = Assert.Single(server.Received);
        Assert.Equal("Résumé – 12 345 €", message.Subject);
        Assert.Equal("claire@example.invalid", message.To.Mailboxes.Single().Address);
        Assert.Equal("Claire Vasseur", message.To.Mailboxes.Single().Name);
        Assert.Equal("ami@example.invalid", message.From.Mailboxes.Single().Address);
        Assert.Equal("<https://ami.example.invalid/compte/abonnement>", message.Headers[HeaderId.ListUnsubscribe]);
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        Assert.Equal("fr", message.Body!.Headers[HeaderId.ContentLanguage]);
        Assert.Equal("digest-7-20261123@ami.example.invalid", message.MessageId);
        var parts = Assert.IsType<MultipartAlternative>(message.Body);
        Assert.Equal(["text/plain", "text/html"], parts.Select(part => part.ContentType.MimeType));
        Assert.Equal("Payé : 12 345 €", message.TextBody!.Trim());
        Assert.Equal("<p>Payé : 12 345 €</p>", message.HtmlBody!.Trim());
    }

    [Fact]
    public async Task A_password_travels_encrypted_and_a_certificate_that_nobody_vouches_for_is_refused()
    {
        await using var server = ReceivingServer.Start(withTls: true, password: "secret");
        var mine = server.Certificate!.Thumbprint;
        var vouched = Postman(server.Port, tls: true, password: "secret", trusted: mine);

        Assert.Equal(MailFate.Sent, (await vouched.CarryAsync(Mail(), TestContext.Current.CancellationToken)).Fate);

        var other = await Postman(server.Port, tls: true, password: "secret")
            .CarryAsync(Mail(), TestContext.Current.CancellationToken);
        Assert.Equal(MailFate.Unreachable, other.Fate);
        Assert.Contains("certificate", other.Answer, StringComparison.OrdinalIgnoreCase);
        var wrong = await Postman(server.Port, tls: true, password: "guess", trusted: mine)
            .CarryAsync(Mail(), TestContext.Current.CancellationToken);
        Assert.Equal(MailFate.Unreachable, wrong.Fate);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_server_without_TLS_is_not_spoken_to_where_TLS_is_asked_for()
    {
        await using var server = ReceivingServer.Start();
        var result = await Postman(server.Port, tls: true).CarryAsync(Mail(), TestContext.Current.CancellationToken);
        Assert.Equal(MailFate.Unreachable, result.Fate);
        Assert.Contains("STARTTLS", result.Answer, StringComparison.Ordinal);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_greylist_is_for_now_and_an_address_that_is_none_for_good_and_others_still_get_theirs()
    {
        await using var server = ReceivingServer.Start();
        server.Answers["claire@example.invalid"] = new(SmtpReplyCode.Aborted, "greylisted, come back later");
        server.Answers["gone@example.invalid"] = new(SmtpReplyCode.MailboxUnavailable, "no such user");
        var postman = Postman(server.Port);

        var later = await postman.CarryAsync(Mail(), TestContext.Current.CancellationToken);
        var refused = await postman.CarryAsync(Mail("gone@example.invalid"), TestContext.Current.CancellationToken);
        var taken = await postman.CarryAsync(Mail("paul@example.invalid"), TestContext.Current.CancellationToken);
        server.Answers.Clear();
        var again = await postman.CarryAsync(Mail(), TestContext.Current.CancellationToken);

        Assert.Equal(
            [MailFate.Later, MailFate.Refused, MailFate.Sent, MailFate.Sent],
            new[] { later, refused, taken, again }.Select(result => result.Fate)
        );
        Assert.Contains("greylisted", later.Answer, StringComparison.Ordinal);
        Assert.StartsWith("550 no such user", refused.Answer, StringComparison.Ordinal);
        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task No_server_or_one_that_hangs_up_is_said_and_no_exception()
    {
        var none = await Postman(FreePort.Take()).CarryAsync(Mail(), TestContext.Current.CancellationToken);
        Assert.Equal(MailFate.Unreachable, none.Fate);
        Assert.NotEmpty(none.Answer!);

        using var rude = new TcpListener(IPAddress.Loopback, 0);
        rude.Start();
        var hangUp = Task.Run(
            async () => (await rude.AcceptTcpClientAsync()).Dispose(),
            TestContext.Current.CancellationToken
        );
        var result = await Postman(((IPEndPoint)rude.LocalEndpoint).Port)
            .CarryAsync(Mail(), TestContext.Current.CancellationToken);
        await hangUp;
        Assert.Equal(MailFate.Unreachable, result.Fate);
    }

    [Fact]
    public async Task Without_a_server_or_an_address_it_is_a_file_that_a_mail_program_opens()
    {
        await using var server = ReceivingServer.Start();

        var filed = await Folder().CarryAsync(Mail(), TestContext.Current.CancellationToken);
        var unaddressed = await Postman(server.Port)
            .CarryAsync(Mail(address: null), TestContext.Current.CancellationToken);

        Assert.Equal((MailFate.Filed, MailFate.Filed), (filed.Fate, unaddressed.Fate));
        Assert.Empty(server.Received);
        var message = await MimeMessage.LoadAsync(filed.Answer!, TestContext.Current.CancellationToken);
        Assert.Equal("Résumé – 12 345 €", message.Subject);
        Assert.Equal("Payé : 12 345 €", message.TextBody!.Trim());
        Assert.Empty((await MimeMessage.LoadAsync(unaddressed.Answer!, TestContext.Current.CancellationToken)).To);
        Assert.All(folder.GetFiles(), file => Assert.Equal(".eml", file.Extension));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static OutgoingMail Mail(string? address = "claire@example.invalid") =>
        new(
            "Claire Vasseur",
            address,
            "Résumé – 12 345 €",
            "Payé : 12 345 €\n",
            "<p>Payé : 12 345 €</p>\n",
            "fr",
            new("https://ami.example.invalid/compte/abonnement"),
            address is null ? "digest-8-20261123" : "digest-7-20261123"
        );

    private MailFolder Folder() => new(folder.FullName, "ami@example.invalid", TimeProvider.System);

    private SmtpPostman Postman(int port, bool tls = false, string? password = null, string? trusted = null) =>
        new(
            new("localhost", port, "ami@example.invalid", password is null ? null : "ami", password, tls),
            Folder(),
            TimeProvider.System,
            NullLogger<SmtpPostman>.Instance
        )
        {
            Trusted = trusted is null ? null : (_, certificate, _, _) => certificate?.GetCertHashString() == trusted,
        };
}
