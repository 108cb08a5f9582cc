using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;

namespace AmiDashboard.Charts.Dashboards;

/// <summary>
/// The charts of a wall screen, each named <c>wall-</c> and the chart of the pages that it stands for: sums only, without a
/// name, of which nothing is computed from fewer than five. Whatever facts they are given, they keep to that themselves.
/// </summary>
public static class WallCharts
{
    public const string Prefix = "wall-";

    public static IReadOnlyList<ChartDefinition<ProgrammeFacts>> All { get; } =
    [
        Of("deposits", Right.SeeFigures, WallDepositChart.Compose),
        Of("stages", Right.SeeFigures, WallGroupChart.OfStages),
        Of("ministries", Right.SeeFigures, WallGroupChart.OfMinistries),
        Of("techniques", Right.SeeFigures, WallGroupChart.OfTechniques),
        Of("envelope", Right.SeeBudgets, WallMoneyChart.Compose),
        Of("disbursements", Right.SeeBudgets, WallCurveChart.OfMoney),
        Of("milestone-burnup", Right.SeePrototypes, WallCurveChart.OfMilestones),
        Of("trial-people", Right.SeePrototypes, WallCurveChart.OfTrials),
    ];

    /// <summary>What stands on a wall for a chart of the pages; null where nothing does: it names projects or people.</summary>
    public static ChartDefinition<ProgrammeFacts>? Find(string chart) =>
        All.FirstOrDefault(one => one.Name == Prefix + chart);

    private static ChartDefinition<ProgrammeFacts> Of(
        string name,
        Right right,
        Func<ProgrammeStanding, ChartStyle, ChartContent> compose
    ) =>
        new(
            Prefix + name,
            right,
            width => width < 480 ? 640 : 370,
            (facts, scope, style) =>
                compose(ProgrammeStanding.Of(SmallEditions.LeftOutOf(facts, scope).Facts, scope), style)
        );
}
