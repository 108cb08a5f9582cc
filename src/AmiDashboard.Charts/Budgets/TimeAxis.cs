using AmiDashboard.Core.Budgets.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Budgets;

/// <summary>Days in a row under a drawing: named by quarters where there is room, by years where there is little.</summary>
internal sealed class TimeAxis
{
    /// <summary>Pixels that a name keeps free around it.</summary>
    private const float Around = 12;
    private readonly DateOnly first;
    private readonly DateOnly last;

    /// <param name="first">The first day of a month.</param>
    /// <param name="last">The last day of a month.</param>
    public TimeAxis(DateOnly first, DateOnly last) => (this.first, this.last) = (first, last);

    /// <summary>Whole days from the start of the first one to the end of the last.</summary>
    public double Length => EndOf(last);

    public double StartOf(DateOnly day) => day.DayNumber - first.DayNumber;

    public double EndOf(DateOnly day) => StartOf(day) + 1;

    /// <summary>Where notes stand.</summary>
    public NoteAxis Notes => new(day => first <= day && day <= last ? StartOf(day) + .5 : null);

    /// <summary>Light lines between quarters or years, and their names in the middle of them.</summary>
    /// <param name="perDay">Pixels.</param>
    public void Draw(Plot plot, double top, double perDay, ChartStyle style, ChartText text)
    {
        TimeName[] names = [.. Names(perDay, text)];
        foreach (var name in names.Where(name => name.From > 0))
        {
            PlotFrame.Rule(plot, new(name.From, 0), new(name.From, top), 1, style.Palette.Line);
        }

        plot.Axes.Bottom.SetTicks([.. names.Select(name => name.Middle)], [.. names.Select(name => name.Name)]);
    }

    /// <summary>The quarters or years that there is room to name.</summary>
    /// <param name="perDay">Pixels.</param>
    public IEnumerable<TimeName> Names(double perDay, ChartText text)
    {
        var widest = PlotFrame.WidthOf(text.Quarter(Period.QuarterOf(last))) + Around;
        (Period Period, string Name)[] parts =
            perDay * 90 >= widest
                ? [.. Parts(Period.QuarterOf).Select(part => (part, text.Quarter(part)))]
                : [.. Parts(day => Period.Year(day.Year)).Select(part => (part, text.Of("Year", part.From.Year)))];
        var free = 0.0;
        foreach (var (part, name) in parts)
        {
            var (from, to) = (Math.Max(0, StartOf(part.From)), Math.Min(Length, EndOf(part.To)));
            var (middle, half) = ((from + to) / 2, PlotFrame.WidthOf(name) / 2 / perDay);
            if (middle - half >= free && middle + half <= Length)
            {
                free = middle + half + (Around / perDay);
                yield return new(from, middle, name);
            }
        }
    }

    private IEnumerable<Period> Parts(Func<DateOnly, Period> partOf)
    {
        for (var part = partOf(first); ; part = partOf(part.To.AddDays(1)))
        {
            yield return part;
            if (part.To >= last)
            {
                yield break;
            }
        }
    }
}

/// <param name="From">Where its time begins on the axis.</param>
/// <param name="Middle">Where its name stands.</param>
internal sealed record TimeName(double From, double Middle, string Name);
