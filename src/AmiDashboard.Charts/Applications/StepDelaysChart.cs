using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Applications;

/// <summary>How long each step took: a dot for the median, a band for the middle half, a thin line for the whole range.</summary>
internal static class StepDelaysChart
{
    public static ChartContent Compose(StepDelays figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var table = new ChartTable(
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
        var steps = figure.Steps.Where(step => step.Median is not null).ToArray();
        return steps.Length == 0
            ? new(PlotFrame.Empty(style, text["Delays_Takeaway_0"]), _ => [], text["Delays_Takeaway_0"], table, true)
            : new(
                Draw(steps, style, text),
                plot => Marks(plot, steps, style, text),
                Takeaway(steps, text),
                table,
                false
            );
    }

    private static Plot Draw(StepDelay[] steps, ChartStyle style, ChartText text)
    {
        var palette = style.Palette;
        var labels = steps.Select(step => text[$"Step_{step.Step}"]).ToArray();
        var room = Math.Min(labels.Max(label => PlotFrame.WidthOf(label)) + 2, style.Width * .42f);
        var plot = PlotFrame.Create(style, new PixelPadding(room + 12, 24, 28, 8));
        var longest = Math.Max(1, steps.Max(step => step.Longest!.Value));
        for (var index = 0; index < steps.Length; index++)
        {
            var step = steps[index];
            Line(plot, step.Shortest!.Value, step.Longest!.Value, -index, 1.5f, palette.Neutral);
            Line(plot, step.FirstQuartile!.Value, step.ThirdQuartile!.Value, -index, 9, palette.Mark);
            var median = plot.Add.Marker(step.Median!.Value, -index, MarkerShape.FilledCircle, 13, palette.Text);
            median.MarkerStyle.OutlineColor = palette.Ground;
            median.MarkerStyle.OutlineWidth = 2;
            PlotFrame.Write(
                plot,
                style,
                text.Days(step.Median.Value),
                new Coordinates(step.Median.Value, -index),
                step.Median.Value > longest * .8 ? Alignment.LowerRight
                    : step.Median.Value < longest * .2 ? Alignment.LowerLeft
                    : Alignment.LowerCenter,
                palette.Text,
                isBold: true,
                down: -9
            );
        }

        plot.Axes.Left.SetTicks(
            [.. steps.Select((_, index) => (double)-index)],
            [.. labels.Select(label => PlotFrame.Fitted(label, room))]
        );
        plot.Axes.Left.TickLabelStyle.ForeColor = palette.Text;
        var every = RoundStep.Of(longest, style.IsNarrow ? 3 : 6);
        var ticks = Enumerable.Range(0, (int)(longest / every) + 1).Select(index => index * every).ToArray();
        plot.Axes.Bottom.SetTicks(ticks, [.. ticks.Select(days => text.Days(days))]);
        plot.Axes.SetLimits(0, longest * 1.02, -(steps.Length - .5), .62);
        return plot;
    }

    private static void Line(Plot plot, double from, double to, double at, float width, Color color)
    {
        var line = plot.Add.Line(from, at, to, at);
        line.LineWidth = width;
        line.LineColor = color;
        line.MarkerSize = 0;
    }

    private static ImmutableArray<HitArea> Marks(Plot plot, StepDelay[] steps, ChartStyle style, ChartText text) =>
        [
            .. steps.Select(
                (step, index) =>
                {
                    var top = plot.GetPixel(new Coordinates(0, -index + .5)).Y;
                    var bottom = plot.GetPixel(new Coordinates(0, -index - .5)).Y;
                    return new HitArea(
                        0,
                        top,
                        style.Width,
                        bottom - top,
                        text.Of(
                            "Delays_Mark",
                            text[$"Step_{step.Step}"],
                            text.Days(step.Median!.Value),
                            text.Days(step.FirstQuartile!.Value),
                            text.Days(step.ThirdQuartile!.Value),
                            text.Applications(step.Count.Applications)
                        ),
                        step.Count.Rows,
                        step.Count.Applications
                    );
                }
            ),
        ];

    private static string Takeaway(StepDelay[] steps, ChartText text)
    {
        var told =
            Array.Find(steps, step => step.Step == Core.Applications.Step.WholeWay)
            ?? steps.MaxBy(step => step.Median)!;
        return text.Of(
            "Delays_Takeaway",
            text[$"Step_{told.Step}"],
            text.Days(told.Median!.Value),
            text.Days(told.FirstQuartile!.Value),
            text.Days(told.ThirdQuartile!.Value),
            text.Applications(told.Count.Applications)
        );
    }

    private static decimal? Cell(double? days) => days is { } known ? Math.Round((decimal)known, 1) : null;
}
