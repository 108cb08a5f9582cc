using System.Collections.Immutable;
using ScottPlot;

namespace AmiDashboard.Charts;

/// <summary>A chart composed but not yet drawn.</summary>
/// <param name="Marks">Where the marks are, asked right after the plot was rendered at its size.</param>
internal sealed record ChartContent(
    Plot Plot,
    Func<Plot, ImmutableArray<HitArea>> Marks,
    string Takeaway,
    ChartTable Table,
    bool IsEmpty
) : IDisposable
{
    public void Dispose() => Plot.Dispose();
}
