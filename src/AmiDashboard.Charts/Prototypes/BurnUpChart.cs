using System.Collections.Immutable;
using AmiDashboard.Charts.Budgets;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.Prototypes.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>
/// Points of milestones planned, earned and expected, in shares of all there are: thin, thick and dashed. Today is an
/// upright line, thick between what was planned by now and what is earned, with both shares in words over it.
/// </summary>
internal static class BurnUpChart
{
    /// <summary>Pixels under the lines, for quarters.</summary>
    private const float Names = 26;

    /// <summary>Pixels that a mark must be wide to be pointed at.</summary>
    private const double Least = 16;

    public static ChartContent Compose(MilestoneBurnUp figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var takeaway = BurnUpTakeaway.Of(figure, text);
        var table = BurnUpTable.Of(figure, text);
        if (figure.Levels.IsEmpty)
        {
            return new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true);
        }

        var axis = new TimeAxis(figure.Months[0].Month.From, figure.Months[^1].Month.To);
        return new(
            Draw(figure, axis, style, text),
            plot => [.. Marks(plot, figure, axis, text)],
            takeaway,
            table,
            false,
            axis.Notes
        );
    }

    private static Plot Draw(MilestoneBurnUp figure, TimeAxis axis, ChartStyle style, ChartText text)
    {
        var (palette, most, key) = (style.Palette, (double)figure.Points, text["BurnUp_Key"]);
        double[] shares = [0, .25, .5, .75, 1];
        string[] names = [.. shares.Select(share => text.Share((int)(share * 100), 100))];
        string[] told = [.. Told(figure, style, text)];
        var left = names.Max(name => PlotFrame.WidthOf(name)) + 12;
        var bottom = PlotFrame.KeyHeight(style, key) + Names;
        var top = (told.Length * PlotFrame.LineHeight) + 10;
        const float Right = 10;
        var perDay = (style.Width - left - Right) / axis.Length;
        var perPoint = (style.Height - bottom - top) / most;
        var plot = PlotFrame.Create(style, new PixelPadding(left, Right, bottom, 0));
        plot.Axes.SetLimits(0, axis.Length, 0, most + (top / perPoint));
        foreach (var share in shares)
        {
            PlotFrame.Rule(plot, new(0, share * most), new(axis.Length, share * most), 1, palette.Line);
        }

        plot.Axes.Left.SetTicks([.. shares.Select(share => share * most)], names);
        axis.Draw(plot, most, perDay, style, text);
        var now = axis.EndOf(figure.Day);
        Curve(Coordinates.Origin, level => level.Planned, 2, palette.Neutral, LinePattern.Solid);
        // What is late is expected today: the forecast rises from what is earned, on the same day.
        Curve(new(now, figure.Earned), level => level.Expected, 2.5f, palette.Mark, LinePattern.Dashed);
        var line = plot.Add.Line(now, 0, now, most);
        (line.LineWidth, line.LineColor, line.MarkerSize) = (1.5f, palette.Accent, 0);
        line.LinePattern = LinePattern.Dashed;
        PlotFrame.Rule(plot, new(now, figure.PlannedToDate), new(now, figure.Earned), 4, palette.Accent);
        Curve(Coordinates.Origin, level => level.Earned, 4, palette.Mark, LinePattern.Solid);
        PlotFrame.Mark(plot, style, new(now, figure.PlannedToDate), MarkShape.Square, 11, palette.Neutral);
        PlotFrame.Mark(plot, style, new(now, figure.Earned), MarkShape.Circle, 12, palette.Mark);
        foreach (var (index, words) in told.Reverse().Index())
        {
            var half = PlotFrame.WidthOf(words) / 2;
            var (before, after) = ((now * perDay) - 2, ((axis.Length - now) * perDay) + Right - 4);
            // The data area ends before the right margin, and a text is cut there.
            var moved = Math.Max(0, half - before) - Math.Max(0, half - (after - Right));
            PlotFrame.Write(
                plot,
                style,
                words,
                new(now, most),
                Alignment.LowerCenter,
                palette.Accent,
                right: (float)moved,
                down: -6 - (index * PlotFrame.LineHeight)
            );
        }

        PlotFrame.Key(plot, style, key, (Right - left) / 2);
        return plot;

        void Curve(Coordinates start, Func<BurnUpLevel, int?> value, float width, Color color, LinePattern pattern)
        {
            BurnUpLevel[] levels = [.. figure.Levels.Where(level => value(level) is not null)];
            double[] xs = [start.X, .. levels.Select(level => axis.EndOf(level.Day))];
            double[] ys = [start.Y, .. levels.Select(level => (double)value(level)!.Value)];
            var curve = plot.Add.ScatterLine(xs, ys, color);
            (curve.LineWidth, curve.LinePattern) = (width, pattern);
        }
    }

    /// <summary>What stands over today's line: on one line, or on two where it is narrow.</summary>
    private static IEnumerable<string> Told(MilestoneBurnUp figure, ChartStyle style, ChartText text)
    {
        var day = text.Of("Disbursements_Today", text.Day(figure.Day));
        var shares = text.Of(
            "BurnUp_Shares",
            text.Share(figure.PlannedToDate, figure.Points),
            text.Share(figure.Earned, figure.Points)
        );
        return style.IsNarrow ? [day, shares] : [text.Of("Mark", day, shares)];
    }

    /// <summary>Upright strips: one for each month, quarter or year, whichever is wide enough to be pointed at.</summary>
    private static IEnumerable<HitArea> Marks(Plot plot, MilestoneBurnUp figure, TimeAxis axis, ChartText text)
    {
        var width = plot.GetPixel(new(axis.Length, 0)).X - plot.GetPixel(new(0, 0)).X;
        var slots = TimeSlots.Of(figure.Months[0].Month.From, figure.Months[^1].Month.From, width, Least);
        foreach (var slot in figure.Months.GroupBy(month => slots.PeriodOf(month.Month.From)))
        {
            BurnUpMonth[] months = [.. slot];
            var left = plot.GetPixel(new(axis.StartOf(months[0].Month.From), 0));
            var right = plot.GetPixel(new(axis.EndOf(months[^1].Month.To), 0));
            var projects = ProjectSet.Of(figure.Scope, months.Select(month => month.Projects));
            var label = text.Of(
                "BurnUp_Mark",
                slots.NameOf(slot.Key, text),
                text.MilestonePoints(months.Sum(month => month.Planned)),
                text.MilestonePoints(months.Sum(month => month.Earned ?? 0)),
                text.MilestonePoints(months.Sum(month => month.Expected)),
                text.Projects(projects.Count)
            );
            yield return new(left.X, 0, right.X - left.X, left.Y, label, projects.Rows, projects.Count);
        }
    }
}
