using AmiDashboard.Core.Editions;
using AmiDashboard.Exchange.DemarchesSimplifiees;

namespace AmiDashboard.Web.Settings;

/// <summary>Reads where the applications are deposited: one démarche of démarches-simplifiées, for one edition.</summary>
internal static class SourceSettings
{
    /// <summary>Without a démarche and a token nothing is synchronised.</summary>
    public static DemarchesSimplifieesSettings Read(IConfiguration configuration)
    {
        var section = new SettingsSection(
            configuration,
            DemarchesSimplifieesSettings.Section,
            "BaseUrl",
            "Token",
            "TokenExpires",
            "Demarche",
            "Edition",
            "Interval",
            "Instructor"
        );
        var demarche = section.Number("Demarche", 1, int.MaxValue);
        var baseUrl = section.Address("BaseUrl");
        var expires = section.Day("TokenExpires");
        var edition = section.Number("Edition", 1, EditionRules.LargestNumber);
        var interval = section.Duration(
            "Interval",
            DemarchesSimplifieesSettings.ShortestInterval,
            DemarchesSimplifieesSettings.LongestInterval
        );
        if (demarche is null && section.Text("Token") is null)
        {
            return DemarchesSimplifieesSettings.None;
        }

        var settings = new DemarchesSimplifieesSettings(
            (
                baseUrl ?? throw section.Wrong("BaseUrl", "is missing; write https://www.demarches-simplifiees.fr")
            ).AbsoluteUri,
            section.Required("Token", "write the API token that an administrator of the démarche created"),
            expires,
            demarche ?? throw section.Wrong("Demarche", "is missing; write the number of the démarche"),
            edition ?? throw section.Wrong("Edition", "is missing; write the number of the edition, 1 or 2"),
            interval ?? DemarchesSimplifieesSettings.None.Interval,
            section.Text("Instructor")
        );
        return settings.Validate() is [var (setting, sentence), ..]
            ? throw new SettingsException(setting, sentence)
            : settings;
    }
}
