using System.Globalization;
using AmiDashboard.Charts;
using AmiDashboard.Core.Applications;
using BenchmarkDotNet.Attributes;

namespace AmiDashboard.Applications;

/// <summary>One chart drawn as SVG and as PNG, with its hit areas, from a programme of ordinary size.</summary>
[MemoryDiagnoser, ShortRunJob]
public class DrawingBenchmarks
{
    private readonly IReadOnlyList<ApplicationFact> facts = InventedFacts.Of(98);

    [ParamsSource(nameof(Charts))]
    public string Chart { get; set; } = "deposits";

    public static IEnumerable<string> Charts => ChartCatalog.Applications.Select(chart => chart.Name);

    [GlobalSetup]
    public void Register()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AmiDashboard.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Run inside the repository.");
        }

        ChartFonts.Register(Path.Combine(folder.FullName, "wwwroot", "fonts"));
    }

    [Benchmark]
    public int Svg() => Definition.Draw(facts, InventedFacts.Scope(ApplicationFilter.All), Style).Svg.Length;

    [Benchmark]
    public int Png() => Definition.DrawPng(facts, InventedFacts.Scope(ApplicationFilter.All), Style).Length;

    private ChartDefinition<IEnumerable<ApplicationFact>> Definition =>
        ChartCatalog.Applications.Single(chart => chart.Name == Chart);

    private ChartStyle Style =>
        new(ChartTheme.Light, CultureInfo.GetCultureInfo("fr-FR"), 760, Definition.HeightAt(760));
}
