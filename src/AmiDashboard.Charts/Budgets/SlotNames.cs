using ScottPlot;

namespace AmiDashboard.Charts.Budgets;

/// <summary>Under the columns: every month or quarter that there is room to name, and on a second line the years.</summary>
internal static class SlotNames
{
    /// <summary>Pixels from the columns to the middle of a line.</summary>
    private const float First = 11;
    private const float Second = 28;
    private const float Around = 6;

    /// <param name="perSlot">Pixels.</param>
    public static void Write(Plot plot, TimeSlots slots, double perSlot, ChartStyle style, ChartText text)
    {
        string[] names = [.. slots.Periods.Select(period => slots.ShortNameOf(period, text))];
        var every = Math.Max(1, (int)Math.Ceiling((names.Max(name => PlotFrame.WidthOf(name)) + Around) / perSlot));
        for (var index = 0; index < names.Length; index += every)
        {
            Name(names[index], index + .5, First);
        }

        var start = 0;
        foreach (var year in slots.Periods.GroupBy(period => period.From.Year).Where(_ => slots.Unit < 12))
        {
            var name = text.Of("Year", year.Key);
            if (PlotFrame.WidthOf(name) + Around <= year.Count() * perSlot)
            {
                Name(name, start + (year.Count() / 2.0), Second);
            }

            start += year.Count();
            if (start < names.Length)
            {
                var low = plot.Axes.Left.Min;
                PlotFrame.Rule(plot, new(start, low * .55), new(start, low), 1, style.Palette.Neutral);
            }
        }

        void Name(string name, double at, float down)
        {
            // A name that the edge would cut is moved in, or left out where it is wider than its column by much.
            var over = (PlotFrame.WidthOf(name) / 2) - (Math.Min(at, names.Length - at) * perSlot);
            if (over <= Around)
            {
                var moved = (float)Math.Max(0, over + 1) * (at * 2 < names.Length ? 1 : -1);
                var place = new Coordinates(at, 0);
                PlotFrame.Write(
                    plot,
                    style,
                    name,
                    place,
                    Alignment.MiddleCenter,
                    style.Palette.Quiet,
                    right: moved,
                    down: down
                );
            }
        }
    }
}
