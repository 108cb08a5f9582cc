using AmiDashboard.Exchange.Mail;
using AmiDashboard.Web.Composition;

namespace AmiDashboard.Web.Settings;

/// <summary>How digests and alerts leave the house.</summary>
/// <param name="Server">Null where none is configured: messages are files then.</param>
/// <param name="Folder">Where they are; absolute.</param>
/// <param name="Site">What the links of a message begin with: its path is kept, and ends with a slash.</param>
public sealed record MailSettings(MailServer? Server, string Folder, Uri Site)
{
    /// <summary>Of files, where no server says better; the top domain is one that nobody has.</summary>
    private const string Nobody = "amidashboard@localhost.invalid";

    public string From => Server?.From ?? Nobody;

    internal static MailSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var section = new SettingsSection(configuration, "Mail", "Folder", "Site");
        var server = SmtpSettings.Read(configuration);
        var site = section.Address("Site");
        if (site is null && server is not null && !environment.IsDevelopment())
        {
            throw section.Wrong("Site", "is missing; write the address of this site, for the links of its messages");
        }

        if (site is { Query: not "" } or { Fragment: not "" })
        {
            throw section.Wrong("Site", $"is « {site} »; write it without « ? » and « # », for links begin with it");
        }

        return new(
            server,
            Path.GetFullPath(section.Text("Folder") ?? Path.Combine("data", "mail"), environment.ContentRootPath),
            AsFolder(site ?? ServedAddress.Of(configuration))
        );
    }

    /// <summary>With its last slash: without it, the first link would take the place of the path's last step.</summary>
    private static Uri AsFolder(Uri site) => new(site.AbsoluteUri.TrimEnd('/') + '/');
}
