using System.Collections.Immutable;
using AmiDashboard.Core.Scores.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Scores;

/// <summary>The target of a column is its whole place in the row: a column of one score can be pointed at too.</summary>
internal static class DistributionMarks
{
    public static ImmutableArray<HitArea> Of(Plot plot, LabelledRows rows, ScoreDistribution figure, ChartText text) =>
        [
            .. from row in Enumerable.Range(0, figure.Criteria.Length)
            from part in Enumerable.Range(0, figure.Classes.Length)
            where figure.Criteria[row].Classes[part].Scores > 0
            select Of(plot, rows, figure, row, part, text),
        ];

    private static HitArea Of(Plot plot, LabelledRows rows, ScoreDistribution figure, int row, int part, ChartText text)
    {
        var (low, high) = rows.SpanOf(row);
        var (from, to) = ScoreDistributionChart.ReachOf(figure.Classes[part], figure);
        var (corner, other) = (plot.GetPixel(new(from, high)), plot.GetPixel(new(to, low)));
        var (criterion, counted) = (figure.Criteria[row].Criterion, figure.Criteria[row].Classes[part]);
        var label = text.Of(
            "Distribution_Mark",
            criterion.ShortName,
            text.Class(figure.Classes[part]),
            text.Counted("Scores", counted.Scores),
            text.Applications(counted.Applications.Count)
        );
        return new(
            corner.X,
            corner.Y,
            other.X - corner.X,
            other.Y - corner.Y,
            label,
            counted.Applications.Rows,
            counted.Applications.Count
        );
    }
}
