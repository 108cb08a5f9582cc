using System.Collections.Immutable;
using AmiDashboard.Core.Scores.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Scores;

/// <summary>
/// Upright strips over the staircases: one for each day of change, or for each week (Monday to Sunday) where days would be
/// too thin to be pointed at.
/// </summary>
internal static class ProgressMarks
{
    /// <summary>Pixels that a day must be wide to have a strip of its own.</summary>
    private const double LeastDay = 8;

    private const double Half = 11;

    public static ImmutableArray<HitArea> Of(
        Plot plot,
        ReviewProgress figure,
        ProgressAxis axis,
        ChartStyle style,
        ChartText text
    )
    {
        var perDay = plot.GetPixel(new(1, 0)).X - plot.GetPixel(new(0, 0)).X;
        ProgressDay[][] groups =
        [
            .. figure
                .Days.GroupBy(day => perDay < LeastDay ? MondayOf(day.Day) : day.Day)
                .Select(group => group.ToArray()),
        ];
        double[] at = [.. groups.Select(group => (double)plot.GetPixel(new(axis.EndOf(group[^1].Day), 0)).X)];
        var marks = ImmutableArray.CreateBuilder<HitArea>(groups.Length);
        for (var index = 0; index < groups.Length; index++)
        {
            var before = index == 0 ? 0 : (at[index] + at[index - 1]) / 2;
            var after = index == groups.Length - 1 ? style.Width : (at[index] + at[index + 1]) / 2;
            var (left, right) = (Math.Max(at[index] - Half, before), Math.Min(at[index] + Half, after));
            var top = plot.GetPixel(new(0, groups[index][^1].Asked)).Y - Half;
            var bottom = plot.GetPixel(new(0, 0)).Y;
            top = Math.Clamp(top, 0, bottom - (2 * Half));
            var set = ApplicationSet.Of(
                groups[index][0].SubmittedThen.Edition,
                groups[index].Select(day => day.SubmittedThen)
            );
            marks.Add(new(left, top, right - left, bottom - top, Label(groups[index], set, text), set.Rows, set.Count));
        }

        return marks.MoveToImmutable();
    }

    private static string Label(ProgressDay[] days, ApplicationSet set, ChartText text) =>
        text.Of(
            days.Length == 1 ? "Progress_Mark_Day" : "Progress_Mark_Week",
            text.Day(days[0].Day),
            text.Counted("SubmittedOf", days[^1].Submitted, text.Number(days[^1].Asked)),
            text.Applications(set.Count),
            text.Day(days[^1].Day)
        );

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
