using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.Prototypes.Figures;

namespace AmiDashboard.Core.Dashboards;

/// <summary>Every figure that explains itself, in the order of the journey.</summary>
public static class KeyFigures
{
    public static IReadOnlyList<KeyFigure> All { get; } =
    [.. ApplicationKeyFigures.All, .. BudgetKeyFigures.All, .. PrototypeKeyFigures.All, .. AlertKeyFigures.All];

    private static readonly Dictionary<string, KeyFigure> ByName = All.ToDictionary(figure => figure.Name);

    /// <summary>Null for a name that is none.</summary>
    public static KeyFigure? Find(string? name) => name is null ? null : ByName.GetValueOrDefault(name);

    /// <summary>Whether it counts the projects that raise an alert.</summary>
    public static bool IsAlert(KeyFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return AlertKeyFigures.All.Contains(figure);
    }

    public static KeyFigure Of(string name) => ByName[name];

    public static KeyFigure Of(BudgetAlert alert) => ByName[AlertKeyFigures.NameOf(alert)];

    public static KeyFigure Of(PrototypeAlert alert) => ByName[AlertKeyFigures.NameOf(alert)];
}
