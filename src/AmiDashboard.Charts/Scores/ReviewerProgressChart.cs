using System.Collections.Immutable;
using AmiDashboard.Core.Scores.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Scores;

/// <summary>By reviewer: what is submitted, filled; what is left, hollow. Who has most left comes first.</summary>
internal static class ReviewerProgressChart
{
    private const float TallestRow = 40;
    private const float LeastRow = 21;
    private const float Top = 4;

    public static ChartContent Compose(ReviewerProgress figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var takeaway = Takeaway(figure, text);
        var table = Table(figure, text);
        if (figure.Reviewers.IsEmpty)
        {
            return new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true);
        }

        var key = text["Reviewers_Key"];
        var bottom = PlotFrame.KeyHeight(style, key) + 8;
        var lines = FittingLines.Of(figure.Reviewers, (int)((style.Height - Top - bottom) / LeastRow), 0);
        var rows = new LabelledRows(
            [.. lines.Select(line => NameOf(line, text))],
            style,
            left: 2,
            right: 4,
            bottom,
            TallestRow,
            thickest: 12
        );
        Draw(rows, lines, style, text);
        rows.Key(key);
        return new(rows.Plot, _ => rows.Areas(index => Area(lines[index], text)), takeaway, table, false);
    }

    private static void Draw(
        LabelledRows rows,
        ImmutableArray<FittingLine<ReviewerLoad>> lines,
        ChartStyle style,
        ChartText text
    )
    {
        var palette = style.Palette;
        var values = lines.Select(line => line.IsGap ? "" : ValueOf(line.One, text)).ToArray();
        var room = rows.IsStacked ? 0 : values.Max(value => PlotFrame.WidthOf(value, isBold: true)) + 10;
        var most = Math.Max(1, lines.Where(line => !line.IsGap).Max(line => line.One.Asked.Count));
        rows.SetReach(0, most, 2, room + 2);
        for (var index = 0; index < lines.Length; index++)
        {
            if (lines[index].IsGap)
            {
                continue;
            }

            var (load, y) = (lines[index].One, rows.MarkY(index));
            Bar(rows, y, 0, load.Submitted, palette.Mark, palette.Mark);
            Bar(rows, y, load.Submitted, load.Asked.Count, palette.Ground, palette.Neutral);
            var color = load.Left > 0 ? palette.Text : palette.Quiet;
            if (rows.IsStacked)
            {
                rows.WriteAtRight(index, values[index], rows.Plot.Axes.Bottom.Max, color);
            }
            else
            {
                var end = new Coordinates(load.Asked.Count, y);
                PlotFrame.Write(
                    rows.Plot,
                    style,
                    values[index],
                    end,
                    Alignment.MiddleLeft,
                    color,
                    load.Left > 0,
                    right: 7
                );
            }
        }
    }

    private static void Bar(LabelledRows rows, double y, double from, double to, Color fill, Color line)
    {
        if (to <= from)
        {
            return;
        }

        var half = rows.MarkHeight / rows.RowHeight / 2;
        var bar = rows.Plot.Add.Rectangle(from, to, y - half, y + half);
        (bar.FillColor, bar.LineColor, bar.LineWidth) = (fill, line, 1.5f);
    }

    private static string NameOf(FittingLine<ReviewerLoad> line, ChartText text) =>
        line.IsGap ? text.Counted("AndOthers", line.Items.Length) : text.Reviewer(line.One.Name, line.One.Reviewer);

    private static string ValueOf(ReviewerLoad load, ChartText text) =>
        text.Of("Reviewers_Value", text.Number(load.Submitted), text.Number(load.Asked.Count));

    private static HitArea Area(FittingLine<ReviewerLoad> line, ChartText text)
    {
        var set = line.IsGap
            ? ApplicationSet.Of(line.One.Asked.Edition, line.Items.Select(load => load.Asked))
            : line.One.Asked;
        var label = text.Of(
            "Reviewers_Mark",
            NameOf(line, text),
            text.Counted("Submitted", line.Items.Sum(load => load.Submitted)),
            text.Counted("ToSubmit", line.Items.Sum(load => load.Left))
        );
        return new(0, 0, 0, 0, label, set.Rows, set.Count);
    }

    private static string Takeaway(ReviewerProgress figure, ChartText text)
    {
        if (figure.Reviewers.IsEmpty)
        {
            return text["Reviewers_Takeaway_0"];
        }

        if (figure.Left == 0)
        {
            return text.Counted("Reviewers_Takeaway_Done", figure.Reviewers.Length);
        }

        var most = figure.Reviewers[0];
        var late = figure.Reviewers.Count(load => load.Left > 0);
        var left = text.Counted("Reviewers_Takeaway_Left", figure.Left, text.Counted("ByReviewers", late));
        var ties = figure.Reviewers.Count(load => load.Left == most.Left);
        return late == 1
                ? text.Counted(
                    "Reviewers_Takeaway_Only",
                    most.Left,
                    ChartText.Cut(text.Reviewer(most.Name, most.Reviewer))
                )
            : ties > 1 ? text.Of("Reviewers_Takeaway_Ties", left, text.Number(ties), text.Number(most.Left))
            : text.Of(
                "Reviewers_Takeaway_Most",
                left,
                ChartText.Cut(text.Reviewer(most.Name, most.Reviewer)),
                text.Number(most.Left)
            );
    }

    private static ChartTable Table(ReviewerProgress figure, ChartText text) =>
        new(
            [
                new(ChartCellKind.Text, text["Column_Reviewer"]),
                new(ChartCellKind.Count, text["Column_Submitted"]),
                new(ChartCellKind.Count, text["Column_Left"]),
                new(ChartCellKind.Count, text["Column_Asked"]),
            ],
            [
                .. figure.Reviewers.Select(load => new ChartRow(
                    [text.Reviewer(load.Name, load.Reviewer), load.Submitted, load.Left, load.Asked.Count],
                    load.Asked.Rows
                )),
            ]
        );
}
