using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes.Figures;

namespace AmiDashboard.Core.Dashboards;

/// <summary>How many projects raise each alert of budgets and of prototypes.</summary>
internal static class AlertKeyFigures
{
    public static IEnumerable<KeyFigure> All { get; } =
    [
        .. Enum.GetValues<BudgetAlert>()
            .Select(alert =>
                KeyFigure.Sum(
                    NameOf(alert),
                    Right.SeeBudgets,
                    FigureUnit.Count,
                    standing =>
                        standing
                            .Projects.Where(one => BudgetAlerts.IsRaised(alert, one, standing.Scope.AsOf))
                            .Select(one => new FigurePart(one.Project.Edition, one.Number, 1)),
                    FigureTone.LessIsBetter
                )
            ),
        .. Enum.GetValues<PrototypeAlert>()
            .Select(alert =>
                KeyFigure.Sum(
                    NameOf(alert),
                    Right.SeePrototypes,
                    FigureUnit.Count,
                    standing =>
                        standing
                            .Plans.Where(one => PrototypeAlerts.IsRaised(alert, one, standing.Scope.AsOf))
                            .Select(one => new FigurePart(one.Fact.Edition, one.Number, 1)),
                    FigureTone.LessIsBetter
                )
            ),
    ];

    public static string NameOf(BudgetAlert alert) => $"alert-{alert}";

    public static string NameOf(PrototypeAlert alert) => $"alert-{alert}";
}
