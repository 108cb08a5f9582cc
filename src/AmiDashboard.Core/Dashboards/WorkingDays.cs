namespace AmiDashboard.Core.Dashboards;

/// <summary>Days on which French administrations work: Monday to Friday, but for the public holidays of the whole country.</summary>
public static class WorkingDays
{
    public static bool IsWorked(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    public static DateOnly FirstOfMonth(int year, int month)
    {
        var day = new DateOnly(year, month, 1);
        while (!IsWorked(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static bool IsHoliday(DateOnly day) =>
        (day.Month, day.Day) is (1, 1) or (5, 1) or (5, 8) or (7, 14) or (8, 15) or (11, 1) or (11, 11) or (12, 25)
        || (day.DayNumber - EasterOf(day.Year).DayNumber) is 1 or 39 or 50;

    /// <summary>Easter Sunday, by the method of Meeus, Jones and Butcher.</summary>
    private static DateOnly EasterOf(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var l = (32 + (2 * e) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var days = h + l - (7 * m) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }
}
