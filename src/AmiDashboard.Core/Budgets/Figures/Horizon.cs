namespace AmiDashboard.Core.Budgets.Figures;

/// <summary>
/// How far figures look: a slip of the keyboard (a payment planned for 2919) neither makes a table of thousands of lines
/// nor loses the money, which counts on the last day that is looked at.
/// </summary>
internal static class Horizon
{
    /// <summary>Before and after the day that a figure speaks of.</summary>
    private const int Years = 50;

    public static DateOnly Clamp(DateOnly day, DateOnly around)
    {
        var first = new DateOnly(Math.Max(DateOnly.MinValue.Year, around.Year - Years), 1, 1);
        var last = new DateOnly(Math.Min(DateOnly.MaxValue.Year, around.Year + Years), 12, 31);
        return day < first ? first
            : day > last ? last
            : day;
    }
}
