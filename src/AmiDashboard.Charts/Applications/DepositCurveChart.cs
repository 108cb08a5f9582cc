using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Applications;

/// <summary>
/// Deposits added up, against the deadline. Editions are laid over each other by their days before the deadline, so that
/// they compare; one edition alone is read in dates.
/// </summary>
internal static class DepositCurveChart
{
    public static ChartContent Compose(DepositCurve figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var curves = figure
            .Editions.Where(edition => edition.Total > 0)
            .Select((edition, index) => new Curve(edition, index, figure.Scope.AsOf))
            .ToArray();
        var table = Table(figure, text);
        return curves.Length == 0
            ? new(
                PlotFrame.Empty(style, text["Deposits_Takeaway_0"]),
                _ => [],
                text["Deposits_Takeaway_0"],
                table,
                true
            )
            : new(Draw(curves, style, text), plot => Marks(plot, curves, text), Takeaway(curves, text), table, false);
    }

    private static Plot Draw(Curve[] curves, ChartStyle style, ChartText text)
    {
        var palette = style.Palette;
        var most = curves.Max(curve => curve.Edition.Total);
        var first = Math.Min(curves.Min(curve => curve.Xs[0]), -1);
        var last = Math.Max(curves.Max(curve => curve.Xs[^1]), 0);
        var labelRoom = curves.Max(curve => PlotFrame.WidthOf(EndLabel(curve, text), isBold: true)) + 14;
        var leftRoom = PlotFrame.WidthOf(text.Number(most)) + 12;
        var plot = PlotFrame.Create(style, new PixelPadding(leftRoom, 4, 28, 4));
        var top = most * 1.16;
        Levels(plot, most, style, text);

        var deadline = plot.Add.VerticalLine(0);
        deadline.LineColor = palette.Accent;
        deadline.LineWidth = 1.5f;
        deadline.LinePattern = LinePattern.Dashed;
        PlotFrame.Write(
            plot,
            style,
            text["Deadline"],
            new Coordinates(0, top),
            Alignment.UpperRight,
            palette.Accent,
            right: -6,
            down: 2
        );

        foreach (var curve in curves)
        {
            var color = palette.Series[curve.Index % palette.Series.Count];
            var line = plot.Add.ScatterLine(curve.Xs, curve.Ys, color);
            line.ConnectStyle = ConnectStyle.StepHorizontal;
            line.LineWidth = 2.5f;
            line.LinePattern = curve.Index % 2 == 0 ? LinePattern.Solid : LinePattern.DenselyDashed;
        }

        // Labels that would cover each other are pushed apart, the highest first.
        var free = float.MinValue;
        foreach (var curve in curves.OrderByDescending(curve => curve.Edition.Total))
        {
            var pixelsPerUnit = (style.Height - 32) / top;
            var at = (float)((most - curve.Edition.Total) * pixelsPerUnit);
            var down = Math.Max(0, free - at);
            free = at + down + 18;
            PlotFrame.Write(
                plot,
                style,
                EndLabel(curve, text),
                new Coordinates(last, curve.Edition.Total),
                Alignment.MiddleLeft,
                palette.Text,
                isBold: true,
                right: 8,
                down: down
            );
        }

        Dates(plot, curves, first, style, text);
        // Text is cut at the edge of the data: the room of the labels is inside it.
        var width = style.Width - leftRoom - 4;
        plot.Axes.SetLimits(first, first + ((last - first) * width / (width - labelRoom)), 0, top);
        return plot;
    }

    /// <summary>Three or four light levels, written at the left.</summary>
    private static void Levels(Plot plot, int most, ChartStyle style, ChartText text)
    {
        var step = RoundStep.Of(most, 4);
        var levels = Enumerable.Range(0, (int)(most / step) + 1).Select(index => index * step).ToArray();
        foreach (var level in levels)
        {
            var line = plot.Add.HorizontalLine(level);
            line.LineWidth = 1;
            line.LineColor = style.Palette.Line;
        }

        plot.Axes.Left.SetTicks(levels, [.. levels.Select(level => text.Number((int)level))]);
    }

    private static void Dates(Plot plot, Curve[] curves, double first, ChartStyle style, ChartText text)
    {
        var every = style.IsNarrow ? 45 : 15;
        var ticks = Enumerable
            .Range(0, 1 + (int)(-first / every))
            .Select(index => -(double)index * every)
            .Where(at => at < 0)
            .ToArray();
        plot.Axes.Bottom.SetTicks(
            ticks,
            [
                .. ticks.Select(at =>
                    curves.Length == 1
                        ? text.ShortDay(ParisTime.DayOf(curves[0].Edition.Edition.Deadline.AddDays(at)))
                        : text.Of("DaysBefore", text.Number((int)-at))
                ),
            ]
        );
    }

    /// <summary>A narrow upright strip around the end of each day, as high as a finger.</summary>
    private static ImmutableArray<HitArea> Marks(Plot plot, Curve[] curves, ChartText text)
    {
        const double Half = 11;
        var marks = ImmutableArray.CreateBuilder<HitArea>();
        foreach (var curve in curves)
        {
            var pixels = curve
                .Days.Select(day => plot.GetPixel(new Coordinates(day.X, day.Day.SoFar.Applications)))
                .ToArray();
            for (var index = 0; index < pixels.Length; index++)
            {
                var left =
                    index == 0
                        ? pixels[index].X - Half
                        : Math.Max(pixels[index].X - Half, (pixels[index].X + pixels[index - 1].X) / 2);
                var right =
                    index == pixels.Length - 1
                        ? pixels[index].X + Half
                        : Math.Min(pixels[index].X + Half, (pixels[index].X + pixels[index + 1].X) / 2);
                var day = curve.Days[index].Day;
                marks.Add(
                    new HitArea(
                        left,
                        pixels[index].Y - Half,
                        right - left,
                        2 * Half,
                        text.Of(
                            "Deposits_Mark",
                            curve.Edition.Edition.Name,
                            text.Day(day.Day),
                            text.Applications(day.SoFar.Applications),
                            text.Number(day.Deposits)
                        ),
                        day.SoFar.Rows,
                        day.SoFar.Applications
                    )
                );
            }
        }

        return marks.ToImmutable();
    }

    private static ChartTable Table(DepositCurve figure, ChartText text) =>
        new(
            [
                new(ChartCellKind.Text, text["Column_Edition"]),
                new(ChartCellKind.Date, text["Column_Day"]),
                new(ChartCellKind.Count, text["Column_Deposits"]),
                new(ChartCellKind.Count, text["Column_SoFar"]),
            ],
            [
                .. figure.Editions.SelectMany(edition =>
                    edition.Days.Select(day => new ChartRow(
                        [edition.Edition.Name, day.Day, day.Deposits, day.SoFar.Applications],
                        day.SoFar.Rows
                    ))
                ),
            ],
            new ChartRow([text["Total"], null, figure.Total, figure.Total], figure.Scope.Filter)
        );

    private static string Takeaway(Curve[] curves, ChartText text)
    {
        if (curves.Length > 1)
        {
            return text.Of(
                "Deposits_Takeaway_Editions",
                text.Applications(curves.Sum(curve => curve.Edition.Total)),
                string.Join(
                    text["ListSeparator"],
                    curves.Select(curve =>
                        text.Of("Deposits_InEdition", text.Number(curve.Edition.Total), curve.Edition.Edition.Name)
                    )
                )
            );
        }

        var edition = curves[0].Edition;
        var lastWeek = ParisTime.DayOf(edition.Edition.Deadline).AddDays(-6);
        var rush = edition.Days.Where(day => day.Day >= lastWeek).Sum(day => day.Deposits);
        return text.Of(
            "Deposits_Takeaway",
            text.Applications(edition.Total),
            text.Share(rush, edition.Total),
            text.Day(ParisTime.DayOf(edition.Edition.Deadline)),
            text.Counted("Late", edition.Late)
        );
    }

    private static string EndLabel(Curve curve, ChartText text) =>
        text.Of("Deposits_End", text.Number(curve.Edition.Total), curve.Edition.Edition.Number);

    /// <summary>One edition's steps: days before its deadline (negative), and deposits so far.</summary>
    private sealed class Curve
    {
        public Curve(EditionDeposits edition, int index, DateTime asOf)
        {
            (Edition, Index) = (edition, index);
            var deadline = edition.Edition.Deadline;
            Days =
            [
                .. edition.Days.Select(day =>
                    (
                        Math.Min(
                            (ParisTime.StartOf(day.Day.AddDays(1)) - deadline).TotalDays,
                            (asOf - deadline).TotalDays
                        ),
                        day
                    )
                ),
            ];
            var opening = Math.Min((edition.Edition.OpensAt - deadline).TotalDays, Days[0].X);
            var end = Math.Max(Days[^1].X, Math.Min((asOf - deadline).TotalDays, 0));
            Xs = [opening, .. Days.Select(day => day.X), end];
            Ys = [0, .. Days.Select(day => (double)day.Day.SoFar.Applications), edition.Total];
        }

        public EditionDeposits Edition { get; }

        public int Index { get; }

        public ImmutableArray<(double X, DepositDay Day)> Days { get; }

        public double[] Xs { get; }

        public double[] Ys { get; }
    }
}
