using System.Collections.Immutable;
using AmiDashboard.Charts.Budgets;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>
/// Columns by month, one track over the other on the same scale: a hollow column for what was planned, in it a full one for
/// what was held, and stripes for what is past and of which nothing is said. Where there is no room for months they are
/// quarters, or years.
/// </summary>
internal static class SupportHoursChart
{
    /// <summary>Pixels over a track's columns: its name, and room under it.</summary>
    private const double Title = 26;

    /// <summary>Pixels under a track's columns: in the last, a line for months and one for years.</summary>
    private const double Between = 10;
    private const double Names = 38;

    /// <summary>Pixels that a column needs.</summary>
    private const double Least = 25;

    /// <summary>Pixels from one stripe to the next.</summary>
    private const double Stripe = 4;

    private static readonly SupportTrack[] Tracks = Enum.GetValues<SupportTrack>();

    public static ChartContent Compose(SupportHours figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var takeaway = SupportTakeaway.Of(figure, text);
        var table = SupportTable.Of(figure, text);
        if (figure.Months.IsEmpty)
        {
            return new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true);
        }

        var times = TimeSlots.Of(figure.Months[0].Month.From, figure.Months[^1].Month.From, style.Width - 70, Least);
        var parts = figure.Months.ToLookup(month => times.PeriodOf(month.Month.From));
        SupportSlot[] slots = [.. times.Periods.Select(period => SupportSlot.Of(period, [.. parts[period]]))];
        return new(
            Draw(slots, times, style, text),
            plot =>
                [
                    .. slots
                        .Select((slot, index) => (slot, index))
                        .Where(one => !one.slot.Months.IsEmpty)
                        .Select(one => Area(plot, one.index, one.slot, times, figure, text)),
                ],
            takeaway,
            table,
            false,
            times.Notes
        );
    }

    private static Plot Draw(SupportSlot[] slots, TimeSlots times, ChartStyle style, ChartText text)
    {
        var (palette, key) = (style.Palette, text["Support_Key"]);
        var most = Math.Max(60, slots.Max(slot => Tracks.Max(track => HeightOf(slot.Of(track)))));
        var step = RoundStep.Of(most / 60.0, 3) * 60;
        int[] levels = [.. Enumerable.Range(0, (int)(most / step) + 1).Select(index => (int)(index * step))];
        string[] names = [.. levels.Select(text.Hours)];
        var left = names.Max(name => PlotFrame.WidthOf(name)) + 12;
        var bottom = PlotFrame.KeyHeight(style, key) + 6;
        const float Right = 6;
        // Coordinates upwards are pixels from the foot of the last track.
        var height = style.Height - bottom - Names;
        var track = (height - Between) / Tracks.Length;
        var perMinute = (track - Title) / most;
        var perSlot = (style.Width - left - Right) / slots.Length;
        var plot = PlotFrame.Create(style, new PixelPadding(left, Right, bottom, 0));
        plot.Axes.SetLimits(0, slots.Length, -Names, height);
        plot.Axes.Bottom.SetTicks([], []);
        var ticks = new List<(double At, string Name)>();
        foreach (var (index, one) in Tracks.Index())
        {
            var foot = (Tracks.Length - 1 - index) * (track + Between);
            foreach (var (level, name) in levels.Zip(names))
            {
                var at = foot + (level * perMinute);
                PlotFrame.Rule(plot, new(0, at), new(slots.Length, at), 1, palette.Line);
                ticks.Add((at, name));
            }

            // A lonely column is not as wide as the drawing.
            var half = Math.Min(.38, 26 / perSlot);
            for (var slot = 0; slot < slots.Length; slot++)
            {
                Column(plot, slot + .5, half, foot, slots[slot].Of(one), perMinute, palette);
            }

            PlotFrame.Write(
                plot,
                style,
                PlotFrame.Fitted(text[$"Track_{one}"], style.Width - left - Right - 4, isBold: true),
                new(0, foot + track),
                Alignment.UpperLeft,
                palette.Text,
                true,
                right: 2,
                down: 3
            );
        }

        plot.Axes.Left.SetTicks([.. ticks.Select(tick => tick.At)], [.. ticks.Select(tick => tick.Name)]);
        SlotNames.Write(plot, times, perSlot, style, text);
        PlotFrame.Key(plot, style, key, (Right - left) / 2);
        return plot;
    }

    private static int HeightOf(SupportSum sum) => Math.Max(sum.Planned, sum.Held + sum.Overdue);

    private static void Column(
        Plot plot,
        double x,
        double half,
        double foot,
        SupportSum sum,
        double perMinute,
        ChartPalette palette
    )
    {
        var (held, top) = (foot + (sum.Held * perMinute), foot + ((sum.Held + sum.Overdue) * perMinute));
        Box(half, foot, foot + (sum.Planned * perMinute), palette.Ground, palette.Neutral);
        Box(half * .62, foot, held, palette.Mark, palette.Mark);
        Box(half * .62, held, top, palette.Ground, palette.Accent);
        for (var at = held + (Stripe / 2); at < top; at += Stripe)
        {
            PlotFrame.Rule(plot, new(x - (half * .62), at), new(x + (half * .62), at), 2, palette.Accent);
        }

        void Box(double wide, double from, double to, Color fill, Color line)
        {
            if (to > from)
            {
                var box = plot.Add.Rectangle(x - wide, x + wide, from, to);
                (box.FillColor, box.LineColor, box.LineWidth) = (fill, line, 1.5f);
            }
        }
    }

    /// <summary>The whole place of a column in both tracks, from the top to its name.</summary>
    private static HitArea Area(
        Plot plot,
        int index,
        SupportSlot slot,
        TimeSlots times,
        SupportHours figure,
        ChartText text
    )
    {
        var (left, right) = (plot.GetPixel(new(index, 0)), plot.GetPixel(new(index + 1, 0)));
        var projects = ProjectSet.Of(figure.Scope, slot.Months.Select(month => month.Projects));
        var told = Tracks.Select(track =>
            text.Of("Mark", text[$"Track_{track}"], SupportTakeaway.Told(slot.Of(track), text))
        );
        var label = text.Of(
            "Support_Mark",
            times.NameOf(slot.Period, text),
            string.Join(" – ", told),
            text.Projects(projects.Count)
        );
        return new(left.X, 0, right.X - left.X, left.Y + Names, label, projects.Rows, projects.Count);
    }
}

/// <summary>A column: a month, or several where there is no room for each.</summary>
internal sealed record SupportSlot(
    Period Period,
    ImmutableArray<SupportMonth> Months,
    SupportSum Technical,
    SupportSum Strategic
)
{
    public SupportSum Of(SupportTrack track) => track == SupportTrack.Technical ? Technical : Strategic;

    public static SupportSlot Of(Period period, ImmutableArray<SupportMonth> months) =>
        new(
            period,
            months,
            SupportSum.Of(months.Select(month => month.Technical)),
            SupportSum.Of(months.Select(month => month.Strategic))
        );
}
