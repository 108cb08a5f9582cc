using System.Collections.Immutable;
using AmiDashboard.Charts;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Dashboards;

namespace AmiDashboard.Web.Charts;

/// <summary>The notes that a chart is drawn with: those of its edition that the viewer may read, as of the day it shows.</summary>
public sealed class PinnedNotes(NotesOfChart read, TimeProvider time)
{
    /// <param name="scope">What the chart is drawn for.</param>
    public async Task<IReadOnlyList<ChartNote>> OfAsync(
        Viewer viewer,
        ChartDefinition chart,
        FigureScope scope,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(chart);
        ArgumentNullException.ThrowIfNull(scope);
        if (NotedCharts.RightOf(chart.Name) is null || !viewer.Can(NotesOfChart.Right))
        {
            return [];
        }

        // A chart of today shows what stands: another node's clock may be ahead of ours.
        var isPast = ParisTime.DayOf(scope.AsOf) < ParisTime.DayOf(time.GetUtcNow().UtcDateTime);
        return await read.RunAsync(
            viewer,
            new(chart.Name, scope.Filter.Edition, isPast ? scope.AsOf : null),
            cancellation
        );
    }

    /// <summary>As a chart draws them.</summary>
    public static ImmutableArray<PinnedNote> Numbered(IReadOnlyList<ChartNote> notes) =>
        [.. notes.Select((note, index) => new PinnedNote(index + 1, note.Day, note.Text, note.RecordedBy))];
}
