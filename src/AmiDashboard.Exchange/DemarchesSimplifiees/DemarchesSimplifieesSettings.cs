namespace AmiDashboard.Exchange.DemarchesSimplifiees;

/// <summary>How to reach démarches-simplifiées. With neither base URL nor token, nothing is synchronised.</summary>
/// <param name="BaseUrl">https://www.demarches-simplifiees.fr, or another instance; http on this machine only.</param>
/// <param name="Token">API token; a secret, never logged nor shown.</param>
/// <param name="TokenExpires">The last day (Paris) it is good for; null where it is not known.</param>
/// <param name="Demarche">The démarche's number at the source.</param>
/// <param name="Edition">The number of the edition that its dossiers belong to.</param>
/// <param name="Interval">Between two incremental runs: a minute to a day.</param>
/// <param name="Instructor">Id, at the source, of the instructor who signs decisions there; null: none is ever written back.</param>
public sealed record DemarchesSimplifieesSettings(
    string? BaseUrl,
    string? Token,
    DateOnly? TokenExpires,
    int? Demarche,
    int? Edition,
    TimeSpan Interval,
    string? Instructor = null
)
{
    public const string Section = "DemarchesSimplifiees";

    public static readonly TimeSpan ShortestInterval = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan LongestInterval = TimeSpan.FromDays(1);

    public static readonly DemarchesSimplifieesSettings None = new(null, null, null, null, null, TimeSpan.FromHours(1));

    public bool IsConfigured => !string.IsNullOrWhiteSpace(BaseUrl) && !string.IsNullOrWhiteSpace(Token);

    /// <summary>The secret stays out of logs and error messages.</summary>
    public override string ToString() => $"{Section} {{ BaseUrl = {BaseUrl}, Demarche = {Demarche} }}";

    /// <summary>What is wrong, in sentences that name the remedy; empty where all is well, or nothing is set.</summary>
    public IReadOnlyList<(string Setting, string Sentence)> Validate()
    {
        if (string.IsNullOrWhiteSpace(BaseUrl) && string.IsNullOrWhiteSpace(Token))
        {
            return [];
        }

        List<(string, string)> problems = [];
        if (string.IsNullOrWhiteSpace(BaseUrl))
        {
            Add(nameof(BaseUrl), "Setting_BaseUrlMissing");
        }
        else if (!IsUsable(BaseUrl))
        {
            Add(nameof(BaseUrl), "Setting_BaseUrlWrong");
        }

        if (string.IsNullOrWhiteSpace(Token))
        {
            Add(nameof(Token), "Setting_TokenMissing");
        }
        else if (Token.Any(c => c is <= ' ' or > '~'))
        {
            Add(nameof(Token), "Setting_TokenWrong");
        }

        if (Demarche is null or <= 0)
        {
            Add(nameof(Demarche), "Setting_DemarcheMissing");
        }

        if (Edition is null or <= 0)
        {
            Add(nameof(Edition), "Setting_EditionMissing");
        }

        if (Interval < ShortestInterval || Interval > LongestInterval)
        {
            Add(nameof(Interval), "Setting_IntervalWrong");
        }

        return problems;

        void Add(string setting, string key) => problems.Add(($"{Section}:{setting}", SyncTexts.Of(key)));
    }

    /// <summary>The address that queries go to; the base URL may have a path and a last slash.</summary>
    internal Uri Endpoint => new(BaseUrl!.Trim().TrimEnd('/') + "/api/v2/graphql");

    // The token would travel in clear over http.
    private static bool IsUsable(string baseUrl) =>
        Uri.TryCreate(baseUrl.Trim(), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.UserInfo.Length == 0
        && address.Query.Length == 0
        && address.Fragment.Length == 0;
}
