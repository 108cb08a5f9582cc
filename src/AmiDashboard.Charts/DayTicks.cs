namespace AmiDashboard.Charts;

/// <summary>Which days an axis names: every other day or each Monday where there is plenty of room, the first of a month where there is little.</summary>
internal static class DayTicks
{
    /// <summary>Pixels from one name to the next.</summary>
    private const double Least = 70;

    /// <param name="perDay">Pixels.</param>
    public static IEnumerable<DateOnly> Between(DateOnly first, DateOnly last, double perDay)
    {
        var months = Math.Max(1, (int)Math.Ceiling(Least / (perDay * 28)));
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            var isShown =
                perDay >= Least ? true
                : perDay * 2 >= Least ? day.DayNumber % 2 == 0
                : perDay * 7 >= Least ? day.DayOfWeek == DayOfWeek.Monday
                : perDay * 14 >= Least ? day.Day is 1 or 15
                : day.Day == 1 && day.Month % months == 0;
            if (isShown)
            {
                yield return day;
            }
        }
    }
}
