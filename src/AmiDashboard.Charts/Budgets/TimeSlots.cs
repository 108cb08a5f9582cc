using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Charts.Budgets;

/// <summary>Columns of time, all of one length: months, or quarters or years where there is no room for each.</summary>
/// <param name="Unit">Months in a column: 1, 3 or 12.</param>
internal sealed record TimeSlots(IReadOnlyList<Period> Periods, int Unit)
{
    /// <summary>Without a gap, from one day's to another's.</summary>
    /// <param name="width">Pixels for all.</param>
    /// <param name="least">Pixels that one needs.</param>
    public static TimeSlots Of(DateOnly first, DateOnly last, double width, double least)
    {
        var months = ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
        var unit =
            months * least <= width ? 1
            : months / 3 * least <= width ? 3
            : 12;
        var periods = new List<Period>();
        for (var period = PeriodOf(first, unit); ; period = PeriodOf(period.To.AddDays(1), unit))
        {
            periods.Add(period);
            if (period.To >= last)
            {
                return new(periods, unit);
            }
        }
    }

    public Period PeriodOf(DateOnly day) => PeriodOf(day, Unit);

    /// <summary>Where notes stand: a column is one wide, and its time passes evenly from one side to the other.</summary>
    public NoteAxis Notes =>
        new(day =>
            Periods
                .Index()
                .Where(one => one.Item.From <= day && day <= one.Item.To)
                .Select(one => (double?)one.Index + ShareOf(one.Item, day))
                .FirstOrDefault()
        );

    /// <summary>How much of a period has gone by in the middle of a day.</summary>
    private static double ShareOf(Period period, DateOnly day) =>
        (day.DayNumber - period.From.DayNumber + .5) / (period.To.DayNumber - period.From.DayNumber + 1);

    public string NameOf(Period period, ChartText text) =>
        Unit switch
        {
            1 => text.Month(period.From),
            3 => text.Quarter(period),
            _ => text.Of("Year", period.From.Year),
        };

    /// <summary>Where its year stands on a line of its own.</summary>
    public string ShortNameOf(Period period, ChartText text) =>
        Unit switch
        {
            1 => text.ShortMonth(period.From),
            3 => text.Of("Quarter", period.QuarterNumber),
            _ => text.Of("Year", period.From.Year),
        };

    private static Period PeriodOf(DateOnly day, int unit) =>
        unit switch
        {
            1 => Period.MonthOf(day),
            3 => Period.QuarterOf(day),
            _ => Period.Year(day.Year),
        };
}
