using AmiDashboard.Core.Prototypes.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>One prototype's line: its baseline, what is done and what is expected, and its milestones on it.</summary>
internal static class PlanBar
{
    /// <summary>Pixels.</summary>
    private const double Bar = 7;
    private const double Baseline = 4;
    private const float SmallestDot = 5;
    private const float LargestDot = 10;

    /// <summary>Under it a dot is not set off from the bar, which would vanish between dots.</summary>
    private const float LeastSetOff = 8;

    /// <summary>Days from one milestone to the next, as plans mostly have them: where these are few pixels, dots are small.</summary>
    private const double DaysApart = 33;

    /// <summary>Pixels from the middle of the bar to that of the baseline under it.</summary>
    private const double Under = 9;

    /// <summary>Pixels that all of it is moved up by, to stand in the middle of its line.</summary>
    private const double Lift = 3;

    /// <param name="perDay">Pixels.</param>
    public static void Draw(LabelledRows rows, int index, PlanRow row, PlanAxis axis, double perDay, ChartStyle style)
    {
        var dot = (float)Math.Clamp(perDay * DaysApart, SmallestDot, LargestDot);
        var (palette, pixel) = (style.Palette, 1 / rows.RowHeight);
        var y = rows.MarkY(index) + (Lift * pixel);
        var (start, planned) = (axis.StartOf(row.Plan.StartsOn), axis.EndOf(row.PlannedEnd));
        var baseline = rows.Plot.Add.Rectangle(
            start,
            Math.Max(start, planned),
            y - ((Under + (Baseline / 2)) * pixel),
            y - ((Under - (Baseline / 2)) * pixel)
        );
        (baseline.FillColor, baseline.LineWidth) = (palette.Neutral, 0);

        var end = Math.Max(start, axis.EndOf(row.ExpectedEnd));
        var done = row.Plan.IsFinished ? end : Math.Clamp(axis.EndOf(row.Plan.Day), start, end);
        Box(y, Bar, done, end, palette.Ground, palette.Mark);
        Box(y, Bar, start, done, palette.Mark, palette.Mark);
        // Those to come first, so that what is reached, and before all what is overdue, stays on top.
        foreach (var one in row.Plan.Milestones.OrderBy(one => (one.IsOverdue, one.IsReached)))
        {
            Milestone(rows.Plot, one, y, axis, dot, style);
        }

        void Box(double middle, double height, double from, double to, Color fill, Color line)
        {
            if (to > from)
            {
                var half = height / 2 * pixel;
                var box = rows.Plot.Add.Rectangle(from, to, middle - half, middle + half);
                (box.FillColor, box.LineColor, box.LineWidth) = (fill, line, 1.5f);
            }
        }
    }

    private static void Milestone(
        Plot plot,
        MilestoneStanding one,
        double y,
        PlanAxis axis,
        float dot,
        ChartStyle style
    )
    {
        // One that is overdue stands where it was due.
        var on = one.IsOverdue ? one.StatedOn : one.ExpectedOn;
        if (!axis.Holds(on))
        {
            return;
        }

        var (palette, at) = (style.Palette, new Coordinates(axis.MiddleOf(on), y));
        if (one.IsOverdue)
        {
            PlotFrame.Mark(plot, style, at, MarkShape.Diamond, dot + 5, palette.Accent);
        }
        else if (one.IsReached && dot >= LeastSetOff)
        {
            PlotFrame.Mark(plot, style, at, MarkShape.Circle, dot + 1, palette.Text);
        }
        else if (one.IsReached)
        {
            plot.Add.Marker(at, MarkerShape.FilledCircle, dot, palette.Text);
        }
        else
        {
            var ring = plot.Add.Marker(at, MarkerShape.FilledCircle, dot, palette.Ground);
            ring.MarkerStyle.OutlineColor = palette.Mark;
            ring.MarkerStyle.OutlineWidth = dot < LeastSetOff ? 1 : 2;
        }
    }
}
