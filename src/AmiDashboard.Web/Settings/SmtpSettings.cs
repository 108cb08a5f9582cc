namespace AmiDashboard.Web.Settings;

/// <summary>The server that carries mail. No host, no mail.</summary>
public sealed record SmtpSettings(string Host, int Port, string From, string? User, string? Password, bool Tls)
{
    internal static SmtpSettings? Read(IConfiguration configuration)
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

        return new SmtpSettings(
            host,
            port,
            from ?? throw section.Wrong("From", "is missing; write the address that mails come from"),
            section.Text("User"),
            section.Text("Password"),
            tls
        );
    }
}
