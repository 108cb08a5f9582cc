using System.Collections.Immutable;
using AmiDashboard.Core.Scores.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Scores;

/// <summary>Reviewers around zero: to the left those who score lower than others would, to the right those who score higher.</summary>
internal static class ReviewerSeverityChart
{
    private const float TallestRow = 40;
    private const float LeastRow = 21;
    private const float Top = 4;
    private const float Head = 24;

    public static ChartContent Compose(ReviewerSeverities figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var takeaway = SeverityTakeaway.Of(figure, text);
        var table = Table(figure, text);
        if (figure.Rows.IsEmpty)
        {
            return new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true);
        }

        var key = text["Severity_Key"];
        var bottom = PlotFrame.KeyHeight(style, key) + 8;
        // Both ends are what one looks for: those in the middle are left out first.
        var lines = FittingLines.Of(
            figure.Rows,
            (int)((style.Height - Top - Head - bottom) / LeastRow),
            figure.Rows.Length
        );
        var rows = new LabelledRows(
            [.. lines.Select(line => NameOf(line, text))],
            style,
            left: 2,
            right: 4,
            bottom,
            TallestRow,
            thickest: 12,
            head: Head,
            leastStacked: float.MaxValue
        );
        Draw(rows, lines, style, text);
        rows.Key(key);
        return new(rows.Plot, _ => rows.Areas(index => Area(lines[index], text)), takeaway, table, false);
    }

    private static void Draw(
        LabelledRows rows,
        ImmutableArray<FittingLine<SeverityRow>> lines,
        ChartStyle style,
        ChartText text
    )
    {
        var palette = style.Palette;
        var shown = lines.Where(line => !line.IsGap).Select(line => line.One).ToArray();
        // A scale that is not stretched over nothing: where all agree, bars stay short.
        var most = Math.Max(.25, shown.Max(row => Math.Abs(row.Lean)));
        var value = shown.Max(row => PlotFrame.WidthOf(text.Difference(row.Lean), isBold: true)) + 12;
        var counts = shown.Max(row => PlotFrame.WidthOf(CountOf(row, text))) + 14;
        rows.SetReach(-most, most, value, value + (style.IsNarrow ? 0 : counts));
        PlotFrame.Rule(rows.Plot, new(0, .5), new(0, .5 - lines.Length), 1.5f, palette.Neutral);
        Side(rows, style, text["Severity_Severe"], Alignment.LowerRight, -8);
        Side(rows, style, text["Severity_Generous"], Alignment.LowerLeft, 8);
        var half = rows.MarkHeight / rows.RowHeight / 2;
        for (var index = 0; index < lines.Length; index++)
        {
            if (lines[index].IsGap)
            {
                continue;
            }

            var row = lines[index].One;
            var bar = rows.Plot.Add.Rectangle(
                Math.Min(0, row.Lean),
                Math.Max(0, row.Lean),
                -index - half,
                -index + half
            );
            (bar.FillColor, bar.LineWidth) = (row.Lean < 0 ? palette.Neutral : palette.Mark, 0);
            PlotFrame.Write(
                rows.Plot,
                style,
                text.Difference(row.Lean),
                new(row.Lean, -index),
                row.Lean < 0 ? Alignment.MiddleRight : Alignment.MiddleLeft,
                palette.Text,
                true,
                right: row.Lean < 0 ? -6 : 6
            );
            if (!style.IsNarrow)
            {
                var end = new Coordinates(rows.Plot.Axes.Bottom.Max, -index);
                PlotFrame.Write(
                    rows.Plot,
                    style,
                    CountOf(row, text),
                    end,
                    Alignment.MiddleRight,
                    palette.Quiet,
                    right: -2
                );
            }
        }
    }

    private static void Side(LabelledRows rows, ChartStyle style, string name, Alignment alignment, float right) =>
        PlotFrame.Write(rows.Plot, style, name, new(0, .5), alignment, style.Palette.Quiet, right: right, down: -3);

    private static string NameOf(FittingLine<SeverityRow> line, ChartText text) =>
        line.IsGap ? text.Counted("AndOthers", line.Items.Length) : text.Reviewer(line.One.Name, line.One.Reviewer);

    private static string CountOf(SeverityRow row, ChartText text) => text.Counted("Reviews", row.Reviews);

    private static HitArea Area(FittingLine<SeverityRow> line, ChartText text)
    {
        var set = line.IsGap
            ? ApplicationSet.Of(line.One.Applications.Edition, line.Items.Select(row => row.Applications))
            : line.One.Applications;
        var label = line.IsGap
            ? NameOf(line, text)
            : text.Of("Severity_Mark", NameOf(line, text), text.Difference(line.One.Lean), CountOf(line.One, text));
        return new(0, 0, 0, 0, label, set.Rows, set.Count);
    }

    private static ChartTable Table(ReviewerSeverities figure, ChartText text) =>
        new(
            [
                new(ChartCellKind.Text, text["Column_Reviewer"]),
                new(ChartCellKind.Points, text["Column_Lean"]),
                new(ChartCellKind.Count, text["Column_Reviews"]),
                new(ChartCellKind.Count, text["Column_Applications"]),
            ],
            [
                .. figure.Rows.Select(row => new ChartRow(
                    [
                        text.Reviewer(row.Name, row.Reviewer),
                        ScoreWords.Cell(row.Lean),
                        row.Reviews,
                        row.Applications.Count,
                    ],
                    row.Applications.Rows
                )),
            ]
        );
}
