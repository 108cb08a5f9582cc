using System.Net;
using AmiDashboard.Exchange.Mail;

namespace AmiDashboard.Web.Settings;

/// <summary>Reads the server that carries mail. No host, no server.</summary>
internal static class SmtpSettings
{
    public static MailServer? Read(IConfiguration configuration)
    {
        var section = new SettingsSection(configuration, "Smtp", "Host", "Port", "From", "User", "Password", "Tls");
        var port = section.Number("Port", 1, 65535) ?? 587;
        var tls = section.YesOrNo("Tls") ?? true;
        var from = section.Mail("From");
        if (section.Text("Host") is not { } host)
        {
            return null;
        }

        if (section.Text("User") is not null && section.Text("Password") is null)
        {
            throw section.Wrong("Password", "is missing; write the password of Smtp:User, or remove the user");
        }

        if (section.Text("Password") is not null && !tls && !IsThisMachine(host))
        {
            throw section.Wrong("Tls", "is false; a password would travel in clear: write true, or remove the user");
        }

        return new MailServer(
            host,
            port,
            from ?? throw section.Wrong("From", "is missing; write the address that mails come from"),
            section.Text("User"),
            section.Text("Password"),
            tls
        );
    }

    private static bool IsThisMachine(string host) =>
        host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
