using AmiDashboard.Core.Scores.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Scores;

/// <summary>For each criterion a row of columns, one for each level or part of the scale, and a diamond at the median.</summary>
internal static class ScoreDistributionChart
{
    private const float TallestRow = 110;

    /// <summary>Pixels over a column for its count, and under it for the diamond.</summary>
    private const double Over = 17;
    private const double Under = 9;

    public static ChartContent Compose(ScoreDistribution figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var takeaway = DistributionTakeaway.Of(figure, text);
        var table = Table(figure, text);
        if (figure.Scores == 0)
        {
            return new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true);
        }

        var key = text[figure.Classes[0].IsLevel ? "Distribution_Key_Levels" : "Distribution_Key_Parts"];
        var rows = new LabelledRows(
            [.. figure.Criteria.Select(criterion => criterion.Criterion.ShortName)],
            style,
            left: 4,
            right: 4,
            bottom: PlotFrame.KeyHeight(style, key) + 26,
            TallestRow,
            thickest: 60,
            leastStacked: 50,
            valueRoom: 100,
            stackedFrom: 0
        );
        Draw(rows, figure, style, text);
        rows.Key(key);
        return new(rows.Plot, plot => DistributionMarks.Of(plot, rows, figure, text), takeaway, table, false);
    }

    /// <summary>Points that a class takes on the axis: a level has half a step on both sides.</summary>
    internal static (double From, double To) ReachOf(ScoreClass part, ScoreDistribution figure)
    {
        var half = part.IsLevel ? (double)figure.Scale.Step.Points / 2 : 0;
        return ((double)part.From - half, (double)part.To + half);
    }

    private static void Draw(LabelledRows rows, ScoreDistribution figure, ChartStyle style, ChartText text)
    {
        var medians = figure
            .Criteria.Select(criterion =>
                criterion.Median is { } median
                    ? text.Of("Distribution_Median", text.Points((double)median))
                    : text["Distribution_NoScore"]
            )
            .ToArray();
        var after = rows.IsStacked ? 6 : medians.Max(median => PlotFrame.WidthOf(median, true)) + 18;
        var (from, to) = (ReachOf(figure.Classes[0], figure).From, ReachOf(figure.Classes[^1], figure).To);
        var perPixel = rows.SetReach(from, to, 4, after);
        Axis(rows, figure, perPixel, text);
        var most = Math.Max(1, figure.Criteria.SelectMany(criterion => criterion.Classes).Max(part => part.Scores));
        for (var index = 0; index < figure.Criteria.Length; index++)
        {
            Columns(rows, figure, index, most, perPixel, style, text);
            if (rows.IsStacked)
            {
                rows.WriteAtRight(index, medians[index], rows.Plot.Axes.Bottom.Max, style.Palette.Text);
            }
            else
            {
                PlotFrame.Write(
                    rows.Plot,
                    style,
                    medians[index],
                    new(to, -index),
                    Alignment.MiddleLeft,
                    figure.Criteria[index].Median is null ? style.Palette.Quiet : style.Palette.Text,
                    figure.Criteria[index].Median is not null,
                    right: 14
                );
            }
        }
    }

    private static void Columns(
        LabelledRows rows,
        ScoreDistribution figure,
        int index,
        int most,
        double perPixel,
        ChartStyle style,
        ChartText text
    )
    {
        var palette = style.Palette;
        var (criterion, (low, high)) = (figure.Criteria[index], rows.SpanOf(index));
        var ground = low + (Under / rows.RowHeight);
        // A low row keeps its columns and leaves the counts to the table.
        var isCounted = (high - ground) * rows.RowHeight > Over + 14;
        var tallest = high - ground - (isCounted ? Over / rows.RowHeight : 0);
        var (from, to) = (ReachOf(figure.Classes[0], figure).From, ReachOf(figure.Classes[^1], figure).To);
        PlotFrame.Rule(rows.Plot, new(from, ground), new(to, ground), 1, palette.Neutral);
        for (var part = 0; part < figure.Classes.Length; part++)
        {
            var scores = criterion.Classes[part].Scores;
            if (scores == 0)
            {
                continue;
            }

            var (left, right) = ReachOf(figure.Classes[part], figure);
            var margin = Math.Max(perPixel, (right - left) * .1);
            var top = ground + Math.Max(tallest * scores / most, 1 / rows.RowHeight);
            var column = rows.Plot.Add.Rectangle(left + margin, right - margin, ground, top);
            (column.FillColor, column.LineWidth) = (palette.Mark, 0);
            var count = text.Number(scores);
            if (isCounted && PlotFrame.WidthOf(count) * perPixel <= right - left)
            {
                var middle = new Coordinates((left + right) / 2, top);
                PlotFrame.Write(rows.Plot, style, count, middle, Alignment.LowerCenter, palette.Quiet, down: -1);
            }
        }

        if (criterion.Median is { } median)
        {
            PlotFrame.Mark(rows.Plot, style, new((double)median, ground), MarkShape.Diamond, 14, palette.Text);
        }
    }

    /// <summary>Every level that there is room to write, the first one always.</summary>
    private static void Axis(LabelledRows rows, ScoreDistribution figure, double perPixel, ChartText text)
    {
        decimal[] all = figure.Classes[0].IsLevel
            ? [.. figure.Classes.Select(part => part.From)]
            : [.. figure.Classes.Select(part => part.From), figure.Classes[^1].To];
        var widest = all.Max(level => PlotFrame.WidthOf(text.Level(level))) + 10;
        var every = Math.Max(1, (int)Math.Ceiling(widest * perPixel / (double)(all[1] - all[0])));
        decimal[] levels = [.. all.Where((_, index) => index % every == 0)];
        rows.Plot.Axes.Bottom.SetTicks([.. levels.Select(level => (double)level)], [.. levels.Select(text.Level)]);
    }

    private static ChartTable Table(ScoreDistribution figure, ChartText text) =>
        new(
            [
                new(ChartCellKind.Text, text["Column_Criterion"]),
                new(ChartCellKind.Points, text["Column_Mean"]),
                new(ChartCellKind.Points, text["Column_MedianPoints"]),
                new(ChartCellKind.Points, text["Column_Deviation"]),
                .. figure.Classes.Select(part => new ChartColumn(ChartCellKind.Count, text.Class(part))),
                new(ChartCellKind.Count, text["Column_Scores"]),
                new(ChartCellKind.Count, text["Column_Applications"]),
            ],
            [
                .. figure.Criteria.Select(criterion => new ChartRow(
                    [
                        criterion.Criterion.Label,
                        ScoreWords.Cell(criterion.Mean),
                        ScoreWords.Cell((double?)criterion.Median),
                        ScoreWords.Cell(criterion.Deviation),
                        .. criterion.Classes.Select(part => (object)part.Scores),
                        criterion.Scores,
                        criterion.Applications.Count,
                    ],
                    criterion.Applications.Rows
                )),
            ]
        );
}
