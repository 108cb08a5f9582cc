using System.Collections.Immutable;
using ScottPlot;

namespace AmiDashboard.Charts;

/// <summary>A chart composed but not yet drawn.</summary>
/// <param name="Marks">Where the marks are, asked right after the plot was rendered at its size.</param>
/// <param name="Days">Where days stand; null for a chart that does not follow time: its notes are listed only.</param>
internal sealed record ChartContent(
    Plot Plot,
    Func<Plot, ImmutableArray<HitArea>> Marks,
    string Takeaway,
    ChartTable Table,
    bool IsEmpty,
    NoteAxis? Days = null
) : IDisposable
{
    public void Dispose() => Plot.Dispose();
}
