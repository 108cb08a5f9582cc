using AmiDashboard.Core;
using AmiDashboard.Core.Budgets.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Budgets;

/// <summary>
/// Planned, forecast and paid, added up month by month: thin, dashed and thick, each named at its end. Today is an upright
/// line, thick between what was planned by now and what is paid.
/// </summary>
internal static class DisbursementChart
{
    /// <summary>Pixels over the highest line, for today's name.</summary>
    private const int Top = 42;

    /// <summary>Pixels under the lines, for quarters.</summary>
    private const int Bottom = 26;

    /// <summary>Pixels from one name to the next.</summary>
    private const double Line = 18;

    public static ChartContent Compose(Trajectory figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var takeaway = DisbursementTakeaway.Of(figure, text);
        var table = DisbursementTable.Of(figure, text);
        if (figure.Points.IsEmpty)
        {
            return new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true);
        }

        var axis = new TimeAxis(figure.Quarters[0].Period.From, figure.Quarters[^1].Period.To);
        return new(
            Draw(figure, axis, style, text),
            plot => DisbursementMarks.Of(plot, figure, axis, text),
            takeaway,
            table,
            false,
            axis.Notes
        );
    }

    private static Plot Draw(Trajectory figure, TimeAxis axis, ChartStyle style, ChartText text)
    {
        var palette = style.Palette;
        var (planned, forecast) = (figure.Points[^1].Planned.OnAxis(), figure.Sums.Forecast.OnAxis());
        var most = Math.Max(1, Math.Max(planned, forecast));
        var plannedName = text.Of("Disbursements_Planned", text.ShortMoney(figure.Sums.Planned));
        var forecastName = text.Of("Disbursements_Forecast", text.ShortMoney(figure.Sums.Forecast));
        double[] levels = [.. Levels(most)];
        var left = levels.Max(level => PlotFrame.WidthOf(text.ShortMoney(Euros(level)))) + 12;
        var right = Math.Max(PlotFrame.WidthOf(plannedName, true), PlotFrame.WidthOf(forecastName, true)) + 18;
        var perDay = (style.Width - left - right) / axis.Length;
        var perEuro = (style.Height - Bottom - Top) / most;
        var plot = PlotFrame.Create(style, new PixelPadding(left, 0, Bottom, 0));
        plot.Axes.SetLimits(0, axis.Length + (right / perDay), 0, most + (Top / perEuro));

        foreach (var level in levels)
        {
            PlotFrame.Rule(plot, new(0, level), new(axis.Length, level), 1, palette.Line);
        }

        plot.Axes.Left.SetTicks(levels, [.. levels.Select(level => text.ShortMoney(Euros(level)))]);
        axis.Draw(plot, most, perDay, style, text);
        Curve(plot, axis, figure, Coordinates.Origin, point => point.Planned, 2, palette.Neutral, LinePattern.Solid);
        // What is late is expected today: the forecast rises from what is paid, on the same day.
        var paid = new Coordinates(axis.EndOf(figure.Day), figure.Sums.Paid.OnAxis());
        Curve(plot, axis, figure, paid, point => point.Forecast, 2.5f, palette.Mark, LinePattern.Dashed);
        Today(plot, figure, axis, most, left, perDay, style, text);
        Curve(plot, axis, figure, Coordinates.Origin, point => point.Actual, 4, palette.Mark, LinePattern.Solid);
        Paid(plot, figure, axis, left, perDay, perEuro, style, text);

        var apart = (forecast - planned) * perEuro;
        var push = Math.Max(0, (Line - Math.Abs(apart)) / 2) * (apart > 0 ? 1 : -1);
        EndName(plot, style, plannedName, new(axis.Length, planned), palette.Neutral, Inside(push, planned));
        EndName(plot, style, forecastName, new(axis.Length, forecast), palette.Mark, Inside(-push, forecast));
        return plot;

        // Not over the axis, where nothing is expected.
        double Inside(double down, double level) => Math.Min(down, (level * perEuro) - 8);
    }

    private static void Curve(
        Plot plot,
        TimeAxis axis,
        Trajectory figure,
        Coordinates start,
        Func<TrajectoryPoint, Money?> value,
        float width,
        Color color,
        LinePattern pattern
    )
    {
        var points = figure.Points.Where(point => value(point) is not null).ToList();
        double[] xs = [start.X, .. points.Select(point => axis.EndOf(point.Day))];
        double[] ys = [start.Y, .. points.Select(point => value(point)!.Value.OnAxis())];
        var line = plot.Add.ScatterLine(xs, ys, color);
        (line.LineWidth, line.LinePattern) = (width, pattern);
    }

    private static void Today(
        Plot plot,
        Trajectory figure,
        TimeAxis axis,
        double most,
        double left,
        double perDay,
        ChartStyle style,
        ChartText text
    )
    {
        var (at, palette) = (axis.EndOf(figure.Day), style.Palette);
        var line = plot.Add.Line(at, 0, at, most);
        (line.LineWidth, line.LineColor, line.MarkerSize) = (1.5f, palette.Accent, 0);
        line.LinePattern = LinePattern.Dashed;
        var (planned, paid) = (figure.Sums.PlannedToDate.OnAxis(), figure.Sums.Paid.OnAxis());
        PlotFrame.Rule(plot, new(at, planned), new(at, paid), 4, palette.Accent);
        var name = text.Of("Disbursements_Today", text.Day(figure.Day));
        var (half, pixel) = (PlotFrame.WidthOf(name) / 2, left + (at * perDay));
        var moved = pixel + half > style.Width - 4 ? style.Width - 4 - half - pixel : Math.Max(0, left + half - pixel);
        PlotFrame.Write(
            plot,
            style,
            name,
            new(at, most),
            Alignment.LowerCenter,
            palette.Accent,
            right: (float)moved,
            down: -24
        );
    }

    /// <summary>What is paid, below the end of its line, or above it where no line passes over it.</summary>
    private static void Paid(
        Plot plot,
        Trajectory figure,
        TimeAxis axis,
        double left,
        double perDay,
        double perEuro,
        ChartStyle style,
        ChartText text
    )
    {
        var (palette, end) = (style.Palette, new Coordinates(axis.EndOf(figure.Day), figure.Sums.Paid.OnAxis()));
        plot.Add.Marker(end, MarkerShape.FilledCircle, 9, palette.Mark);
        var name = text.Of("Disbursements_Paid", text.ShortMoney(figure.Sums.Paid));
        var room = PlotFrame.WidthOf(name, true) + 16;
        // At the right stand the names of the other lines, at their height.
        var others = Math.Min(figure.Sums.Planned.OnAxis(), figure.Sums.Forecast.OnAxis());
        var isClear = (others - end.Y) * perEuro > 2 * Line;
        var isRoomy = (isClear ? style.Width - left : axis.Length * perDay) - (end.X * perDay) > room;
        var isLeft = !isRoomy && end.X * perDay > room;
        PlotFrame.Write(
            plot,
            style,
            name,
            end,
            isLeft ? Alignment.MiddleRight : Alignment.MiddleLeft,
            palette.Mark,
            true,
            right: isLeft ? -10 : 10,
            down: isLeft && figure.Sums.Gap >= Money.Zero ? -13 : (float)Math.Min(14, (end.Y * perEuro) - 9),
            behind: palette.Ground
        );
    }

    private static void EndName(Plot plot, ChartStyle style, string name, Coordinates end, Color color, double down)
    {
        plot.Add.Marker(end, MarkerShape.FilledCircle, 7, color);
        PlotFrame.Write(plot, style, name, end, Alignment.MiddleLeft, color, true, right: 10, down: (float)down);
    }

    /// <summary>Three or four round levels, in euros.</summary>
    private static IEnumerable<double> Levels(double most)
    {
        var step = RoundStep.Of(most, 4);
        return Enumerable.Range(0, (int)(most / step) + 1).Select(index => index * step);
    }

    private static Money Euros(double level) => Money.FromEuros((decimal)level);
}
