using System.Buffers;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AmiDashboard.Engines;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace AmiDashboard.Mail;

/// <summary>A real mail server on a free port of this machine, that keeps what it receives and refuses whom it is told to.</summary>
public sealed class ReceivingServer : IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private readonly Keeping keeping = new();
    private readonly Task serving;

    private ReceivingServer(bool withTls, string? password)
    {
        Port = FreePort.Take();
        Certificate = withTls ? NewCertificate() : null;
        var options = new SmtpServerOptionsBuilder()
            .ServerName("localhost")
            .Endpoint(endpoint =>
            {
                endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port));
                endpoint.AuthenticationRequired(password is not null);
                if (Certificate is not null)
                {
                    endpoint.Certificate(Certificate);
                }
            })
            .Build();
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add((IMessageStore)keeping);
        if (password is not null)
        {
            services.Add((IUserAuthenticator)new DelegatingUserAuthenticator((_, given) => given == password));
        }

        serving = new SmtpServer.SmtpServer(options, services).StartAsync(closing.Token);
    }

    public int Port { get; }

    public X509Certificate2? Certificate { get; }

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<MimeMessage> Received => keeping.Received;

    /// <summary>What it answers to a message to an address (an answer to its content); nothing to take it.</summary>
    public Dictionary<string, SmtpResponse> Answers => keeping.Answers;

    public static ReceivingServer Start(bool withTls = false, string? password = null) => new(withTls, password);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        try
        {
            await serving;
        }
        catch (OperationCanceledException)
        {
            // That is how it ends.
        }

        closing.Dispose();
        Certificate?.Dispose();
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private sealed class Keeping : MessageStore
    {
        private readonly Lock gate = new();
        private readonly List<MimeMessage> received = [];

        public Dictionary<string, SmtpResponse> Answers { get; } = new(StringComparer.OrdinalIgnoreCase);

        public IReadOnlyList<MimeMessage> Received
        {
            get
            {
                lock (gate)
                {
                    return [.. received];
                }
            }
        }

        public override Task<SmtpResponse> SaveAsync(
            ISessionContext context,
            IMessageTransaction transaction,
            ReadOnlySequence<byte> buffer,
            CancellationToken cancellationToken
        )
        {
            var message = MimeMessage.Load(new MemoryStream(buffer.ToArray()), cancellationToken);
            if (Answers.TryGetValue(message.To.Mailboxes.Single().Address, out var answer))
            {
                return Task.FromResult(answer);
            }

            lock (gate)
            {
                received.Add(message);
            }

            return Task.FromResult(SmtpResponse.Ok);
        }
    }
}
