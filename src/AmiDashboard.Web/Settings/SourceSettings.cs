namespace AmiDashboard.Web.Settings;

/// <summary>Where the applications are deposited: one démarche of démarches-simplifiées, for one edition.</summary>
/// <param name="BaseUrl">Root of the site; the API stands under it at <c>/api/v2/graphql</c>.</param>
/// <param name="TokenExpires">Paris day on which the token ends; null where it is not said.</param>
/// <param name="Interval">Time between two synchronisations; null synchronises on demand only.</param>
public sealed record SourceSettings(
    Uri BaseUrl,
    string Token,
    DateOnly? TokenExpires,
    int Demarche,
    int Edition,
    TimeSpan? Interval
)
{
    private const string Name = "DemarchesSimplifiees";

    internal static SourceSettings? Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var section = new SettingsSection(
            configuration,
            Name,
            "BaseUrl",
            "Token",
            "TokenExpires",
            "Demarche",
            "Edition",
            "Interval"
        );
        var demarche = section.Number("Demarche", 1, int.MaxValue);
        var baseUrl = section.Address("BaseUrl", allowHttp: environment.IsDevelopment());
        var expires = section.Day("TokenExpires");
        var edition = section.Number("Edition", 1, 99);
        var interval = section.Duration("Interval", TimeSpan.FromMinutes(1), TimeSpan.FromHours(23));
        if (demarche is null && section.Text("Token") is null)
        {
            return null;
        }

        return new SourceSettings(
            baseUrl ?? throw section.Wrong("BaseUrl", "is missing; write https://www.demarches-simplifiees.fr"),
            section.Required("Token", "write the API token that an administrator of the démarche created"),
            expires,
            demarche ?? throw section.Wrong("Demarche", "is missing; write the number of the démarche"),
            edition ?? throw section.Wrong("Edition", "is missing; write the number of the edition, 1 or 2"),
            interval
        );
    }
}
