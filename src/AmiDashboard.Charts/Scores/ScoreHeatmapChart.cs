using System.Collections.Immutable;
using AmiDashboard.Core.Scores.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Scores;

/// <summary>
/// Applications by adjusted rank against criteria: the higher the mean, the further its cell is from the ground, and each
/// says its mean. A criterion that nobody scored has an empty frame.
/// </summary>
internal static class ScoreHeatmapChart
{
    private const float TallestRow = 36;
    private const float LeastRow = 22;
    private const float Top = 4;

    /// <summary>Pixels between two cells.</summary>
    private const double Between = 2;

    public static ChartContent Compose(ScoreHeatmap figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var takeaway = HeatmapTakeaway.Of(figure, text);
        var table = Table(figure, text);
        if (figure.Rows.IsEmpty || figure.Criteria.IsEmpty)
        {
            return new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true);
        }

        var key = KeyOf(figure, style, text);
        var bottom = PlotFrame.KeyHeight(style, key) + 8;
        var lines = FittingLines.Of(
            figure.Rows,
            (int)((style.Height - Top - HeadOf(style) - bottom) / LeastRow),
            figure.Rows.Count(row => row.IsWithinPlaces)
        );
        var rows = new LabelledRows(
            [.. lines.Select(line => LabelOf(line, text))],
            style,
            left: 2,
            right: 4,
            bottom,
            TallestRow,
            thickest: 12,
            head: HeadOf(style),
            leastStacked: float.MaxValue
        );
        rows.SetReach(0, figure.Criteria.Length);
        Heads(rows, figure, style, text);
        for (var index = 0; index < lines.Length; index++)
        {
            if (!lines[index].IsGap)
            {
                Cells(rows, figure, lines[index].One, index, style, text);
            }
        }

        Cut(rows, lines, figure.Criteria.Length, style);
        rows.Key(key);
        return new(rows.Plot, _ => rows.Areas(index => Area(lines[index], figure, text)), takeaway, table, false);
    }

    /// <summary>Criteria by their names where columns are wide, else by numbers that the key tells.</summary>
    private static void Heads(LabelledRows rows, ScoreHeatmap figure, ChartStyle style, ChartText text)
    {
        var room = (float)(rows.DataWidth / figure.Criteria.Length) - 6;
        for (var index = 0; index < figure.Criteria.Length; index++)
        {
            var name = figure.Criteria[index].ShortName;
            string[] lines = style.IsNarrow
                ? [text.Number(index + 1)]
                : [.. PlotFrame.Wrapped(name, room, isBold: true)];
            if (lines.Length > 2)
            {
                lines = [lines[0], PlotFrame.Fitted(name[lines[0].TrimEnd('…').Length..], room, isBold: true)];
            }

            foreach (var (line, words) in lines.Reverse().Index())
            {
                PlotFrame.Write(
                    rows.Plot,
                    style,
                    words,
                    new(index + .5, .5),
                    Alignment.LowerCenter,
                    style.Palette.Text,
                    true,
                    down: -3 - (line * (PlotFrame.LineHeight - 1))
                );
            }
        }
    }

    private static void Cells(
        LabelledRows rows,
        ScoreHeatmap figure,
        HeatmapRow row,
        int index,
        ChartStyle style,
        ChartText text
    )
    {
        var (wide, high) = (Between / 2 * figure.Criteria.Length / rows.DataWidth, Between / 2 / rows.RowHeight);
        for (var criterion = 0; criterion < figure.Criteria.Length; criterion++)
        {
            var cell = rows.Plot.Add.Rectangle(
                criterion + wide,
                criterion + 1 - wide,
                -index - .5 + high,
                -index + .5 - high
            );
            var mean = row.MeanOf(criterion);
            var fill = mean is { } known
                ? style.Palette.Shade(known / (double)figure.Scale.Most.Points)
                : style.Palette.Ground;
            cell.FillColor = fill;
            (cell.LineWidth, cell.LineColor) = (mean is null ? 1 : 0, style.Palette.Neutral);
            PlotFrame.Write(
                rows.Plot,
                style,
                mean is { } written ? text.ShortPoints(written) : text["Missing"],
                new(criterion + .5, -index),
                Alignment.MiddleCenter,
                mean is null ? style.Palette.Quiet : ChartPalette.InkOn(fill)
            );
        }
    }

    /// <summary>Between the last of the places and the next.</summary>
    private static void Cut(
        LabelledRows rows,
        ImmutableArray<FittingLine<HeatmapRow>> lines,
        int criteria,
        ChartStyle style
    )
    {
        var within = lines.TakeWhile(line => line.Items[^1].IsWithinPlaces).Count();
        if (within == 0 || within == lines.Length)
        {
            return;
        }

        var line = rows.Plot.Add.Line(0, .5 - within, criteria, .5 - within);
        (line.LineWidth, line.LineColor, line.MarkerSize) = (2.5f, style.Palette.Accent, 0);
    }

    /// <summary>Pixels over the cells: two lines of a name, or one number.</summary>
    private static float HeadOf(ChartStyle style) => style.IsNarrow ? 26 : 44;

    private static string KeyOf(ScoreHeatmap figure, ChartStyle style, ChartText text)
    {
        var key = text.Of(
            "Heatmap_Key",
            text.Number((int)figure.Scale.Most.Points),
            text.Counted("Places", figure.Places)
        );
        return style.IsNarrow
            ? $"{string.Join(", ", figure.Criteria.Select((criterion, index) => text.Of("Heatmap_Column", text.Number(index + 1), ChartText.Cut(criterion.ShortName))))}. {key}"
            : key;
    }

    private static string LabelOf(FittingLine<HeatmapRow> line, ChartText text) =>
        line.IsGap ? text.Counted("AndOthers", line.Items.Length) : text.Ranked(line.One.Application, line.One.Title);

    private static HitArea Area(FittingLine<HeatmapRow> line, ScoreHeatmap figure, ChartText text)
    {
        var set = ApplicationSet.Of(figure.Edition, line.Items.Select(row => row.Application.Number));
        var label = line.IsGap
            ? LabelOf(line, text)
            : text.Of(
                "Heatmap_Mark",
                LabelOf(line, text),
                string.Join(
                    ", ",
                    figure.Criteria.Select(
                        (criterion, index) =>
                            text.Of(
                                "Heatmap_Cell",
                                criterion.ShortName,
                                line.One.MeanOf(index) is { } mean ? text.Points(mean) : text["NotScored"]
                            )
                    )
                )
            );
        return new(0, 0, 0, 0, label, set.Rows, set.Count);
    }

    private static ChartTable Table(ScoreHeatmap figure, ChartText text) =>
        new(
            [
                new(ChartCellKind.Count, text["Column_Rank"]),
                new(ChartCellKind.Text, text["Column_Number"]),
                new(ChartCellKind.Text, text["Column_Title"]),
                .. figure.Criteria.Select(criterion => new ChartColumn(ChartCellKind.Points, criterion.ShortName)),
            ],
            [
                .. figure.Rows.Select(row => new ChartRow(
                    [
                        row.Application.AdjustedRank,
                        text.Of("Application_Number", row.Application.Number),
                        text.Application(row.Title, row.Application.Number),
                        .. figure.Criteria.Select((_, index) => ScoreWords.Cell(row.MeanOf(index))),
                    ],
                    ApplicationSet.Of(figure.Edition, row.Application.Number).Rows
                )),
            ]
        );
}
