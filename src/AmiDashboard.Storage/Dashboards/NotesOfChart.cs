using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;

namespace AmiDashboard.Storage.Dashboards;

/// <summary>
/// The notes of one chart, in the order of their days. Refused to who may not see the chart; of editions that the viewer does
/// not see whole none is given.
/// </summary>
public sealed class NotesOfChart(NoteBoard board) : IRead<NotesOfChart.Query, IReadOnlyList<ChartNote>>
{
    /// <param name="Chart">Its name in the catalogue; one that takes no notes has none.</param>
    /// <param name="Edition">That the chart is of; null for all.</param>
    /// <param name="AsOf">UTC: those that stood then; null for now.</param>
    public sealed record Query(string Chart, int? Edition = null, DateTime? AsOf = null);

    public static Right Right => ChartNoteRules.ToRead;

    public async Task<IReadOnlyList<ChartNote>> RunAsync(
        Viewer viewer,
        Query query,
        CancellationToken cancellation = default
    )
    {
        foreach (var right in new[] { Right, NotedCharts.RightOf(query.Chart) ?? Right.None })
        {
            if (!viewer.Can(right))
            {
                throw new AccessDeniedException(right);
            }
        }

        var notes = await board.NotesAsync(cancellation);
        return
        [
            .. notes
                .Values.Where(note =>
                    note.Chart == query.Chart
                    && note.SpeaksOf(query.Edition)
                    && note.Stood(query.AsOf)
                    && ChartNoteRules.MayRead(viewer, note.Chart, note.Edition)
                )
                .OrderBy(note => note.Day)
                .ThenBy(note => note.Id),
        ];
    }
}
