namespace AmiDashboard.Web.Settings;

/// <summary>How often programs may ask.</summary>
/// <param name="RequestsPerMinute">Of one key, or of one person who is signed in.</param>
/// <param name="RequestsPerMinuteAndAddress">Of all who ask from one address, a ministry's proxy among them.</param>
public sealed record ApiSettings(int RequestsPerMinute, int RequestsPerMinuteAndAddress)
{
    internal static ApiSettings Read(IConfiguration configuration)
    {
        var section = new SettingsSection(configuration, "Api", "RequestsPerMinute", "RequestsPerMinuteAndAddress");
        return new ApiSettings(
            section.Number("RequestsPerMinute", 1, 100_000) ?? 120,
            section.Number("RequestsPerMinuteAndAddress", 1, 1_000_000) ?? 1200
        );
    }
}
