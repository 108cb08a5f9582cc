using AmiDashboard.Core;
using ScottPlot;

namespace AmiDashboard.Charts.Applications;

/// <summary>The days under the deposit curves: dates for one edition, days before the deadline for several.</summary>
internal static class DepositAxis
{
    /// <summary>Distances between days that people count in.</summary>
    private static readonly int[] Distances = [1, 2, 5, 10, 15, 30, 60, 90, 180, 365, 730, 1825, 3650, 36_500];

    /// <param name="first">Days before the deadline at the left edge, negative.</param>
    /// <param name="perDay">Pixels.</param>
    /// <param name="left">Pixels before the left edge.</param>
    public static void Set(
        Plot plot,
        EditionCurve[] curves,
        double first,
        double perDay,
        double left,
        ChartStyle style,
        ChartText text
    )
    {
        var ticks = curves.Length == 1 ? Dates(curves[0], first, perDay, text) : DaysBefore(first, perDay, style, text);
        // A label that the edge would cut is left out.
        (double At, string Label)[] whole =
        [
            .. ticks.Where(tick =>
                left + ((tick.At - first) * perDay) - (PlotFrame.WidthOf(tick.Label) / 2) >= left - 12 && tick.At < 0
            ),
        ];
        plot.Axes.Bottom.SetTicks([.. whole.Select(tick => tick.At)], [.. whole.Select(tick => tick.Label)]);
    }

    /// <summary>
    /// The middle of a day, in days before the deadline of the edition that is open on it; null where none of those that are
    /// drawn is.
    /// </summary>
    public static double? At(DateOnly day, EditionCurve[] curves) =>
        curves
            .Select(curve => (curve, At: (ParisTime.StartOf(day) - curve.Edition.Edition.Deadline).TotalDays))
            // A day is drawn as soon as a part of it is.
            .Where(one => one.curve.Xs[0] < one.At + 1 && one.At < Math.Max(one.curve.Xs[^1], 0))
            .Select(one => (double?)Math.Clamp(one.At + .5, one.curve.Xs[0], Math.Max(one.curve.Xs[^1], 0)))
            .FirstOrDefault();

    private static IEnumerable<(double At, string Label)> DaysBefore(
        double first,
        double perDay,
        ChartStyle style,
        ChartText text
    )
    {
        var key = style.IsNarrow ? "DaysBeforeNarrow" : "DaysBefore";
        var least = PlotFrame.WidthOf(text.Of(key, text.Number((int)-first))) + 16;
        var every = Distances.FirstOrDefault(distance => distance * perDay >= least, Distances[^1]);
        return Enumerable
            .Range(1, (int)(-first / every))
            .Select(index => (-(double)index * every, text.Of(key, text.Number(index * every))));
    }

    private static IEnumerable<(double At, string Label)> Dates(
        EditionCurve curve,
        double first,
        double perDay,
        ChartText text
    )
    {
        var deadline = curve.Edition.Edition.Deadline;
        return DayTicks
            .Between(ParisTime.DayOf(deadline.AddDays(first)), ParisTime.DayOf(deadline), perDay)
            .Select(day => ((ParisTime.StartOf(day) - deadline).TotalDays, text.ShortDay(day)));
    }
}
