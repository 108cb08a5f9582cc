using AmiDashboard.Core.Scores.Figures;

namespace AmiDashboard.Charts.Scores;

/// <summary>On which criterion the first places differ most from the others.</summary>
internal static class HeatmapTakeaway
{
    public static string Of(ScoreHeatmap figure, ChartText text)
    {
        if (figure.Rows.IsEmpty || figure.Criteria.IsEmpty)
        {
            return text["Heatmap_Takeaway_0"];
        }

        var widest = figure
            .Gaps.Select((gap, index) => (Gap: gap, Criterion: figure.Criteria[index]))
            .Where(one => one.Gap is not null)
            .OrderByDescending(one => Math.Abs(one.Gap!.Value))
            .FirstOrDefault();
        var within = figure.Rows.Count(row => row.IsWithinPlaces);
        return widest.Gap is { } points
            ? text.Counted(
                points < 0 ? "Heatmap_Takeaway_Below" : "Heatmap_Takeaway_Above",
                within,
                ChartText.Cut(widest.Criterion.ShortName),
                text.PointsInWords(Math.Abs(points))
            )
            : text.Counted("Heatmap_Takeaway_Alone", figure.Rows.Length);
    }
}
