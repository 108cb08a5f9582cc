using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Budgets;

/// <summary>Upright strips: one for each quarter, or for as many years as make one that can be pointed at.</summary>
internal static class DisbursementMarks
{
    /// <summary>Pixels.</summary>
    private const double Least = 16;

    public static ImmutableArray<HitArea> Of(Plot plot, Trajectory figure, TimeAxis axis, ChartText text)
    {
        var perDay = plot.GetPixel(new(1, 0)).X - plot.GetPixel(new(0, 0)).X;
        var years = perDay * 90 >= Least ? 0 : (int)Math.Ceiling(Least / (perDay * 365));
        return
        [
            .. figure
                .Quarters.GroupBy(quarter =>
                    years == 0 ? quarter.Period.From.DayNumber : quarter.Period.From.Year / years
                )
                .Select(group => Mark(plot, [.. group], figure, axis, text)),
        ];
    }

    private static HitArea Mark(
        Plot plot,
        TrajectoryQuarter[] quarters,
        Trajectory figure,
        TimeAxis axis,
        ChartText text
    )
    {
        var (first, last) = (quarters[0].Period, quarters[^1].Period);
        var (left, right) = (
            plot.GetPixel(new(axis.StartOf(first.From), 0)),
            plot.GetPixel(new(axis.EndOf(last.To), 0))
        );
        var projects = ProjectSet.Of(figure.Scope, quarters.Select(quarter => quarter.Projects));
        var label = text.Of(
            "Disbursements_Mark",
            quarters.Length == 1
                ? text.Quarter(first)
                : text.Of("Disbursements_FromTo", text.Quarter(first), text.Quarter(last)),
            text.ShortMoney(Money.Sum(quarters.Select(quarter => quarter.Planned))),
            text.ShortMoney(Money.Sum(quarters.Select(quarter => quarter.Forecast))),
            text.ShortMoney(Money.Sum(quarters.Select(quarter => quarter.Actual ?? Money.Zero))),
            text.Projects(projects.Count)
        );
        return new(left.X, 0, right.X - left.X, left.Y, label, projects.Rows, projects.Count);
    }
}
