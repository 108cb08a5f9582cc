using AmiDashboard.Charts.Applications;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Charts;

/// <summary>Every chart there is, in the order of a page.</summary>
public static class ChartCatalog
{
    public static IReadOnlyList<ChartDefinition> All { get; } =
    [
        new(
            "deposits",
            width => width < 480 ? 280 : 340,
            (facts, scope, style) => DepositCurveChart.Compose(DepositCurve.Of(facts, scope), style)
        ),
        new(
            "stages",
            width => width < 480 ? 260 : 290,
            (facts, scope, style) => StageFunnelChart.Compose(StageFunnel.Of(facts, scope), style)
        ),
        new(
            "ministries",
            width => width < 480 ? 480 : 390,
            (facts, scope, style) => BreakdownChart.Compose(MinistryBreakdown.Of(facts, scope), style)
        ),
        new(
            "techniques",
            width => width < 480 ? 340 : 290,
            (facts, scope, style) => BreakdownChart.Compose(TechniqueBreakdown.Of(facts, scope), style)
        ),
        new("delays", _ => 270, (facts, scope, style) => StepDelaysChart.Compose(StepDelays.Of(facts, scope), style)),
    ];

    public static ChartDefinition? Find(string name) => All.FirstOrDefault(chart => chart.Name == name);
}
