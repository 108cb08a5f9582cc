using System.Net.Security;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;

namespace AmiDashboard.Exchange.Mail;

/// <summary>Hands messages to a mail server by SMTP; who has no address gets a file.</summary>
public sealed class SmtpPostman(MailServer server, MailFolder folder, TimeProvider time, ILogger<SmtpPostman> log)
    : IPostman
{
    /// <summary>For each step of the conversation.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Whose certificate is good; null for the machine's own list of authorities.</summary>
    internal RemoteCertificateValidationCallback? Trusted { get; init; }

    public async Task<MailResult> CarryAsync(OutgoingMail mail, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (mail.Address is null)
        {
            return await folder.CarryAsync(mail, cancellation);
        }

        var result = await HandAsync(mail, cancellation);
        if (result.Fate != MailFate.Sent)
        {
            log.LogWarning("The message {Id} was not taken ({Fate}): {Answer}", mail.Id, result.Fate, result.Answer);
        }

        return result;
    }

    private async Task<MailResult> HandAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        if (Trusted is not null)
        {
            client.ServerCertificateValidationCallback = Trusted;
        }

        try
        {
            await client.ConnectAsync(
                server.Host,
                server.Port,
                !server.Tls ? SecureSocketOptions.None
                    : server.Port == 465 ? SecureSocketOptions.SslOnConnect
                    : SecureSocketOptions.StartTls,
                cancellation
            );
            if (server.User is not null)
            {
                await client.AuthenticateAsync(server.User, server.Password!, cancellation);
            }

            using var message = mail.ToMime(server.From, time.GetUtcNow());
            var answer = await client.SendAsync(message, cancellation);
            await LeaveAsync(client);
            return new(MailFate.Sent, answer);
        }
        catch (SmtpCommandException refusal)
        {
            // 5xx is for good, and 4xx for now; what the sender's own address is refused for is everybody's.
            var fate =
                refusal.ErrorCode == SmtpErrorCode.SenderNotAccepted ? MailFate.Unreachable
                : (int)refusal.StatusCode >= 500 ? MailFate.Refused
                : MailFate.Later;
            return new(fate, $"{(int)refusal.StatusCode} {refusal.Message}");
        }
        catch (Exception failure)
            when (failure
                    is SocketException
                        or IOException
                        or ProtocolException
                        or ServiceNotConnectedException
                        or System.Security.Authentication.AuthenticationException
                        or MailKit.Security.AuthenticationException
                        or SslHandshakeException
                        or NotSupportedException
                        or TimeoutException
                || (failure is OperationCanceledException && !cancellation.IsCancellationRequested)
            )
        {
            return new(MailFate.Unreachable, failure.Message);
        }
    }

    /// <summary>The message is taken: whether the good-bye is heard changes nothing of it.</summary>
    private static async Task LeaveAsync(SmtpClient client)
    {
        try
        {
            await client.DisconnectAsync(quit: true, CancellationToken.None);
        }
        catch (Exception failure) when (failure is IOException or ProtocolException or SocketException)
        {
            // Disposed of next.
        }
    }
}
