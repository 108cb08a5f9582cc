namespace AmiDashboard.Web.Settings;

/// <summary>How much people may ask for, so that nobody keeps the others waiting. Of one person where not said otherwise.</summary>
/// <param name="ExportsAtOnce">Under way; the next ones wait.</param>
/// <param name="ExportsAtOnceOfAll">The same, of everybody on this node.</param>
/// <param name="SignInsPerMinuteAndAddress">Requests of signing in, two or three each, of all behind one address.</param>
/// <param name="UploadsAtOnce">Files that are being sent; the next one is refused.</param>
public sealed record LimitSettings(
    int ExportsPerMinute,
    int ExportsAtOnce,
    int ExportsAtOnceOfAll,
    int ReportsPerMinute,
    int SignInsPerMinuteAndAddress,
    int UploadsAtOnce,
    int UploadsAtOnceOfAll
)
{
    internal static LimitSettings Read(IConfiguration configuration)
    {
        var section = new SettingsSection(
            configuration,
            "Limits",
            nameof(ExportsPerMinute),
            nameof(ExportsAtOnce),
            nameof(ExportsAtOnceOfAll),
            nameof(ReportsPerMinute),
            nameof(SignInsPerMinuteAndAddress),
            nameof(UploadsAtOnce),
            nameof(UploadsAtOnceOfAll)
        );
        return new(
            section.Number(nameof(ExportsPerMinute), 1, 1_000_000) ?? 60,
            section.Number(nameof(ExportsAtOnce), 1, 1000) ?? 2,
            section.Number(nameof(ExportsAtOnceOfAll), 1, 1000) ?? 8,
            section.Number(nameof(ReportsPerMinute), 1, 1_000_000) ?? 30,
            section.Number(nameof(SignInsPerMinuteAndAddress), 1, 1_000_000) ?? 600,
            section.Number(nameof(UploadsAtOnce), 1, 1000) ?? 2,
            section.Number(nameof(UploadsAtOnceOfAll), 1, 1000) ?? 10
        );
    }
}
