namespace AmiDashboard.Core.Budgets.Figures;

/// <summary>A stretch of Paris days.</summary>
/// <param name="From">Included.</param>
/// <param name="To">Included.</param>
public sealed record Period(DateOnly From, DateOnly To)
{
    public const int QuartersInYear = 4;
    private const int MonthsInQuarter = 3;

    /// <summary>1 to 4: the quarter in which it begins.</summary>
    public int QuarterNumber => ((From.Month - 1) / MonthsInQuarter) + 1;

    public bool Contains(DateOnly day) => From <= day && day <= To;

    /// <param name="quarter">1 to 4.</param>
    public static Period Quarter(int year, int quarter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quarter, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quarter, QuartersInYear);
        return new(
            new DateOnly(year, ((quarter - 1) * MonthsInQuarter) + 1, 1),
            EndOfMonth(year, quarter * MonthsInQuarter)
        );
    }

    /// <summary>A calendar year, which is the budget year.</summary>
    public static Period Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>The month that holds a day.</summary>
    public static Period MonthOf(DateOnly day) =>
        new(new DateOnly(day.Year, day.Month, 1), EndOfMonth(day.Year, day.Month));

    /// <summary>The quarter that holds a day.</summary>
    public static Period QuarterOf(DateOnly day) => Quarter(day.Year, ((day.Month - 1) / MonthsInQuarter) + 1);

    private static DateOnly EndOfMonth(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));
}
