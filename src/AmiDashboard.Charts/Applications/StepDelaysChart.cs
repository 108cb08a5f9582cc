using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Applications;

/// <summary>How long each step took: a dot for the median, a band for the middle half, a thin line for the whole range.</summary>
internal static class StepDelaysChart
{
    private const float TallestRow = 96;

    /// <summary>Pixels.</summary>
    private const double DotRoom = 10;

    public static ChartContent Compose(StepDelays figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        StepDelay[] steps = [.. figure.Steps.Where(step => step.Median is not null)];
        var takeaway = Takeaway(steps, text);
        var table = Table(figure, text);
        if (steps.Length == 0)
        {
            return new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true);
        }

        var rows = new LabelledRows(
            [.. steps.Select(step => text[$"Step_{step.Step}"])],
            style,
            left: 4,
            right: 14,
            bottom: 46,
            TallestRow,
            thickest: 18
        );
        Draw(rows, steps, style, text);
        return new(rows.Plot, _ => rows.Areas(index => Area(steps[index], text)), takeaway, table, false);
    }

    private static void Draw(LabelledRows rows, StepDelay[] steps, ChartStyle style, ChartText text)
    {
        var palette = style.Palette;
        var longest = Math.Max(1, steps.Max(step => step.Longest!.Value));
        Axis(rows, steps.Length, longest, style, text);
        for (var index = 0; index < steps.Length; index++)
        {
            var (step, y) = (steps[index], rows.MarkY(index));
            var median = step.Median!.Value;
            PlotFrame.Rule(rows.Plot, new(step.Shortest!.Value, y), new(step.Longest!.Value, y), 1.5f, palette.Neutral);
            PlotFrame.Rule(
                rows.Plot,
                new(step.FirstQuartile!.Value, y),
                new(step.ThirdQuartile!.Value, y),
                9,
                palette.Mark
            );
            var dot = rows.Plot.Add.Marker(median, y, MarkerShape.FilledCircle, 13, palette.Text);
            (dot.MarkerStyle.OutlineColor, dot.MarkerStyle.OutlineWidth) = (palette.Ground, 2);
            if (rows.IsStacked)
            {
                rows.WriteAtRight(index, text.Days(median), longest, palette.Text);
            }
            else
            {
                var side =
                    median > longest * .9 ? Alignment.LowerRight
                    : median < longest * .1 ? Alignment.LowerLeft
                    : Alignment.LowerCenter;
                PlotFrame.Write(
                    rows.Plot,
                    style,
                    text.Days(median),
                    new(median, y),
                    side,
                    palette.Text,
                    true,
                    down: -8
                );
            }
        }
    }

    /// <summary>Light upright lines with their days, and under them what dot, band and line mean.</summary>
    private static void Axis(LabelledRows rows, int count, double longest, ChartStyle style, ChartText text)
    {
        var every = RoundStep.Of(longest, (int)Math.Clamp(rows.DataWidth / 100, 2, 8));
        double[] ticks = [.. Enumerable.Range(0, (int)(longest / every) + 1).Select(index => index * every)];
        foreach (var tick in ticks)
        {
            // Not through the labels, where they stand above the marks.
            var lines = rows.IsStacked
                ? Enumerable
                    .Range(0, count)
                    .Select(index => (From: rows.MarkY(index) + .15, To: rows.MarkY(index) - .15))
                : [(.5, rows.LowestY)];
            foreach (var (from, to) in lines)
            {
                PlotFrame.Rule(rows.Plot, new(tick, from), new(tick, to), 1, style.Palette.Line);
            }
        }

        rows.Plot.Axes.Bottom.SetTicks(ticks, [.. ticks.Select(text.Days)]);
        // A dot at either end is whole.
        var dot = DotRoom * longest / (rows.DataWidth - (2 * DotRoom));
        rows.SetReach(-dot, longest + dot);
        var key = rows.Plot.Axes.Bottom.Label;
        key.Text = PlotFrame.Fitted(text[style.IsNarrow ? "Delays_KeyNarrow" : "Delays_Key"], style.Width - 8);
        (key.FontName, key.FontSize, key.Bold) = (ChartFonts.Name, ChartStyle.FontSize, false);
        key.ForeColor = style.Palette.Quiet;
    }

    private static HitArea Area(StepDelay step, ChartText text) =>
        new(
            0,
            0,
            0,
            0,
            text.Of(
                step.Count.Applications == 1 ? "Delays_Mark_1" : "Delays_Mark_n",
                text[$"Step_{step.Step}"],
                text.DaysInWords(step.Median!.Value),
                text.DaysNumber(step.FirstQuartile!.Value),
                text.DaysInWords(step.ThirdQuartile!.Value),
                text.Applications(step.Count.Applications)
            ),
            step.Count.Rows,
            step.Count.Applications
        );

    private static string Takeaway(StepDelay[] steps, ChartText text)
    {
        if (steps.Length == 0)
        {
            return text["Delays_Takeaway_0"];
        }

        var told = Array.Find(steps, step => step.Step == Step.WholeWay) ?? steps.MaxBy(step => step.Median)!;
        return text.Of(
            told.Count.Applications == 1 ? "Delays_Takeaway_1" : "Delays_Takeaway_n",
            text[$"Step_{told.Step}"],
            text.DaysInWords(told.Median!.Value),
            text.DaysNumber(told.FirstQuartile!.Value),
            text.DaysInWords(told.ThirdQuartile!.Value),
            text.Applications(told.Count.Applications)
        );
    }

    private static ChartTable Table(StepDelays figure, ChartText text) =>
        new(
            [
                new(ChartCellKind.Text, text["Column_Step"]),
                new(ChartCellKind.Count, text["Column_Applications"]),
                new(ChartCellKind.Days, text["Column_Shortest"]),
                new(ChartCellKind.Days, text["Column_FirstQuartile"]),
                new(ChartCellKind.Days, text["Column_Median"]),
                new(ChartCellKind.Days, text["Column_ThirdQuartile"]),
                new(ChartCellKind.Days, text["Column_Longest"]),
            ],
            [
                .. figure.Steps.Select(step => new ChartRow(
                    [
                        text[$"Step_{step.Step}"],
                        step.Count.Applications,
                        Cell(step.Shortest),
                        Cell(step.FirstQuartile),
                        Cell(step.Median),
                        Cell(step.ThirdQuartile),
                        Cell(step.Longest),
                    ],
                    step.Count.Rows
                )),
            ]
        );

    private static decimal? Cell(double? days) => days is { } known ? Math.Round((decimal)known, 1) : null;
}
