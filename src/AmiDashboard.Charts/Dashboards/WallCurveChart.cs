using AmiDashboard.Charts.Budgets;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.Dashboards;
using ScottPlot;

namespace AmiDashboard.Charts.Dashboards;

/// <summary>Sums that grow, for a wall: one thick line each, named at its end; today is an upright line.</summary>
internal static class WallCurveChart
{
    /// <summary>Pixels over the highest line, for today's name.</summary>
    private const int Top = 30;

    /// <summary>Pixels under the lines, for quarters.</summary>
    private const int Bottom = 26;

    /// <summary>Pixels from one name to the next.</summary>
    private const double Line = 18;

    public static ChartContent OfMoney(ProgrammeStanding standing, ChartStyle style) =>
        Compose(
            "disbursements",
            WallCurves.OfMoney(standing),
            style,
            (sum, text) => text.ShortMoney(new Money((long)sum)),
            100
        );

    public static ChartContent OfMilestones(ProgrammeStanding standing, ChartStyle style) =>
        Compose(
            "milestones",
            WallCurves.OfMilestones(standing),
            style,
            (sum, text) => text.Share((int)decimal.Round(sum * 1000), 1000),
            .01m
        );

    public static ChartContent OfTrials(ProgrammeStanding standing, ChartStyle style) =>
        Compose("trials", WallCurves.OfTrials(standing), style, (sum, text) => text.Number((int)sum), 1);

    /// <param name="unit">What one on the axis is of a sum.</param>
    private static ChartContent Compose(
        string name,
        WallCurves figure,
        ChartStyle style,
        Func<decimal, ChartText, string> written,
        decimal unit
    )
    {
        var text = new ChartText(style.Culture);
        var takeaway = Takeaway(name, figure, sum => written(sum, text), text);
        var table = Table(figure, sum => written(sum, text), text);
        return figure.Curves.IsEmpty
            ? new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true)
            : new(Draw(figure, style, sum => written(sum, text), unit, text), _ => [], takeaway, table, false);
    }

    private static Plot Draw(
        WallCurves figure,
        ChartStyle style,
        Func<decimal, string> written,
        decimal unit,
        ChartText text
    )
    {
        var palette = style.Palette;
        var axis = AxisOf(figure);
        var most = Math.Max(1, figure.Curves.Max(curve => (double)(curve.Points[^1].Sum / unit)));
        var step = RoundStep.Of(most, 4);
        double[] levels = [.. Enumerable.Range(0, (int)(most / step) + 1).Select(index => index * step)];
        string[] marks = [.. levels.Select(level => written((decimal)level * unit))];
        (WallCurve Curve, string Name)[] curves =
        [
            .. figure.Curves.Select(curve =>
                (curve, text.Of($"Wall_End_{curve.Series}", written(curve.Points[^1].Sum)))
            ),
        ];
        var left = marks.Max(mark => PlotFrame.WidthOf(mark)) + 12;
        var right = curves.Max(one => PlotFrame.WidthOf(one.Name, isBold: true)) + 18;
        var perDay = (style.Width - left - right) / axis.Length;
        var perOne = (style.Height - Bottom - Top) / most;
        var plot = PlotFrame.Create(style, new PixelPadding(left, 0, Bottom, 0));
        plot.Axes.SetLimits(0, axis.Length + (right / perDay), 0, most + (Top / perOne));
        foreach (var level in levels)
        {
            PlotFrame.Rule(plot, new(0, level), new(axis.Length, level), 1, palette.Line);
        }

        plot.Axes.Left.SetTicks(levels, marks);
        axis.Draw(plot, most, perDay, style, text);
        Today(plot, axis, figure.Day, most, style);
        var free = double.MinValue;
        foreach (var (curve, name) in curves.OrderByDescending(one => one.Curve.Points[^1].Sum))
        {
            var color = curve.Series == WallSeries.Planned ? palette.Neutral : palette.Mark;
            double[] xs = [.. curve.Points.Select(point => axis.EndOf(point.Day))];
            double[] ys = [.. curve.Points.Select(point => (double)(point.Sum / unit))];
            var line = plot.Add.ScatterLine(xs, ys, color);
            line.LineWidth = curve.Series == WallSeries.Planned ? 2 : 4;
            var end = new Coordinates(xs[^1], ys[^1]);
            plot.Add.Marker(end, MarkerShape.FilledCircle, 9, color);
            var height = end.Y * -perOne;
            var down = Math.Max(0, free - height);
            free = height + down + Line;
            PlotFrame.Write(
                plot,
                style,
                name,
                end,
                Alignment.MiddleLeft,
                color,
                true,
                right: 10,
                down: (float)down,
                behind: palette.Ground
            );
        }

        return plot;
    }

    private static void Today(Plot plot, TimeAxis axis, DateOnly day, double most, ChartStyle style)
    {
        if (axis.StartOf(day) < 0 || axis.EndOf(day) > axis.Length)
        {
            return;
        }

        var line = plot.Add.Line(axis.EndOf(day), 0, axis.EndOf(day), most);
        (line.LineWidth, line.LineColor, line.MarkerSize) = (1.5f, style.Palette.Accent, 0);
        line.LinePattern = LinePattern.Dashed;
    }

    private static TimeAxis AxisOf(WallCurves figure)
    {
        var days = figure.Curves.SelectMany(curve => curve.Points.Select(point => point.Day)).ToList();
        return new(Period.QuarterOf(days.Min()).From, Period.QuarterOf(days.Max()).To);
    }

    private static string Takeaway(string name, WallCurves figure, Func<decimal, string> written, ChartText text)
    {
        var planned = figure.Find(WallSeries.Planned)?.At(figure.Day);
        var done = figure.Curves.FirstOrDefault(curve => curve.Series != WallSeries.Planned)?.At(figure.Day);
        return figure.Curves.IsEmpty ? text["Wall_TooFew"]
            : done is null ? text[$"Wall_Planned_{name}"]
            : planned is null ? text.Of($"Wall_Done_{name}", written(done.Sum))
            : text.Of($"Wall_Both_{name}", written(done.Sum), written(planned.Sum));
    }

    private static ChartTable Table(WallCurves figure, Func<decimal, string> written, ChartText text) =>
        new(
            [
                new(ChartCellKind.Date, text["Column_Day"]),
                .. figure.Curves.Select(curve => new ChartColumn(
                    ChartCellKind.Text,
                    text[$"Wall_Column_{curve.Series}"]
                )),
            ],
            [
                .. figure
                    .Curves.SelectMany(curve => curve.Points.Select(point => point.Day))
                    .Distinct()
                    .Order()
                    .Select(day => new ChartRow(
                        [
                            day,
                            .. figure.Curves.Select(curve =>
                                curve.Points.FirstOrDefault(point => point.Day == day) is { } point
                                    ? written(point.Sum)
                                    : null
                            ),
                        ],
                        null
                    )),
            ]
        );
}
