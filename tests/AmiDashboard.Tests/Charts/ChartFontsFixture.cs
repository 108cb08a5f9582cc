using AmiDashboard.Charts;
using AmiDashboard.House;

[assembly: AssemblyFixture(typeof(ChartFontsFixture))]

namespace AmiDashboard.Charts;

/// <summary>The font of the product, once for all tests: ScottPlot keeps it for the whole process.</summary>
public sealed class ChartFontsFixture
{
    public ChartFontsFixture() => ChartFonts.Register(Folder);

    public static string Folder { get; } = Path.Combine(Repository.Root, "wwwroot", "fonts");
}
