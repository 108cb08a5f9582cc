using System.Globalization;
using AmiDashboard.Charts;
using AmiDashboard.Core.Prototypes.Figures;
using BenchmarkDotNet.Attributes;

namespace AmiDashboard.Prototypes;

/// <summary>
/// What a page of prototypes costs after one change, at the size of a whole ministry's programme and of a hundred of them:
/// every plan read, the counters, then every chart folded and drawn, the Gantt alone beside them. The floor is reading each
/// milestone once. To run it:
/// <c>dotnet run -c Release --project tests/AmiDashboard.Benchmarks -- --filter '*PortfolioBenchmarks*'</c>
/// </summary>
[MemoryDiagnoser, ShortRunJob]
public class PortfolioBenchmarks
{
    private PrototypeFacts facts = PrototypeFacts.None;

    [Params(20, 200, 2_000)]
    public int Prototypes { get; set; }

    [GlobalSetup]
    public void Invent() => facts = InventedPrototypes.Of(Prototypes);

    [Benchmark(Baseline = true)]
    public int ReadOnce() =>
        facts.Prototypes.Values.Sum(one => one.Plan.Milestones.Sum(milestone => milestone.Revisions.Count));

    [Benchmark]
    public int ReadPlans() =>
        facts
            .Admitted(InventedPrototypes.Scope)
            .Sum(fact => PlanStanding.Of(fact, InventedPrototypes.Now).EarnedWeight);

    [Benchmark]
    public PrototypeAlerts Alerts() => PrototypeAlerts.Of(facts, InventedPrototypes.Scope);

    [Benchmark]
    public int Gantt() => Draw("prototype-plan");

    [Benchmark]
    public int AllCharts() => ChartCatalog.Prototypes.Sum(chart => Draw(chart.Name));

    private int Draw(string name)
    {
        var chart = ChartCatalog.Prototypes.First(chart => chart.Name == name);
        var style = new ChartStyle(ChartTheme.Light, CultureInfo.GetCultureInfo("fr-FR"), 1100, chart.HeightAt(1100));
        return chart.Draw(facts, InventedPrototypes.Scope, style).Svg.Length;
    }
}
