using AmiDashboard.Charts.Applications;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores.Figures;

namespace AmiDashboard.Charts;

/// <summary>Every chart there is, in the order of a page.</summary>
public static class ChartCatalog
{
    public static IReadOnlyList<ChartDefinition<IEnumerable<ApplicationFact>>> Applications { get; } =
    [
        new(
            "deposits",
            Right.SeeFigures,
            width => width < 480 ? 280 : 340,
            (facts, scope, style) => DepositCurveChart.Compose(DepositCurve.Of(facts, scope), style)
        ),
        new(
            "stages",
            Right.SeeFigures,
            width => width < 480 ? 260 : 290,
            (facts, scope, style) => StageFunnelChart.Compose(StageFunnel.Of(facts, scope), style)
        ),
        new(
            "ministries",
            Right.SeeFigures,
            width => width < 480 ? 480 : 390,
            (facts, scope, style) => BreakdownChart.Compose(MinistryBreakdown.Of(facts, scope), style)
        ),
        new(
            "techniques",
            Right.SeeFigures,
            width => width < 480 ? 340 : 290,
            (facts, scope, style) => BreakdownChart.Compose(TechniqueBreakdown.Of(facts, scope), style)
        ),
        new(
            "delays",
            Right.SeeFigures,
            _ => 270,
            (facts, scope, style) => StepDelaysChart.Compose(StepDelays.Of(facts, scope), style)
        ),
    ];

    /// <summary>Those of one edition's scores; each is given the facts that its right reaches.</summary>
    public static IReadOnlyList<ChartDefinition<ScoreFacts>> Scores { get; } = [];

    public static IReadOnlyList<ChartDefinition> All { get; } = [.. Applications, .. Scores];

    public static ChartDefinition? Find(string name) => All.FirstOrDefault(chart => chart.Name == name);
}
