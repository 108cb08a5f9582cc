namespace AmiDashboard.Web.Preferences;

/// <summary>The cultures that pages are written in.</summary>
internal static class Languages
{
    public const string French = "fr-FR";
    public const string English = "en-GB";

    /// <summary>The culture of a two-letter code; null for a language that is not spoken here.</summary>
    public static string? Of(string? code) =>
        code switch
        {
            "fr" => French,
            "en" => English,
            _ => null,
        };
}
