using AmiDashboard.Core.Prototypes.Figures;

namespace AmiDashboard.Web.Prototypes;

/// <summary>What an alert is called in an address, and in the page.</summary>
internal static class PrototypeAlertAddress
{
    public const string Parameter = "alerte";

    public static string NameOf(PrototypeAlert alert) =>
        alert switch
        {
            PrototypeAlert.MilestoneSlipped => "slipped",
            PrototypeAlert.WeatherStale => "stale",
            PrototypeAlert.WeatherWorsening => "worsening",
            PrototypeAlert.NoSupport => "unsupported",
            PrototypeAlert.TrialUnplanned => "untried",
            _ => throw new ArgumentOutOfRangeException(nameof(alert), alert, null),
        };

    /// <summary>Null for none, and for what is not understood: an old link still opens.</summary>
    public static PrototypeAlert? Read(string? name) =>
        Enum.GetValues<PrototypeAlert>()
            .Select(alert => (PrototypeAlert?)alert)
            .FirstOrDefault(alert => NameOf(alert!.Value) == name);
}
