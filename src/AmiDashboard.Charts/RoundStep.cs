namespace AmiDashboard.Charts;

/// <summary>Distance between ticks that people read easily: 1, 2 or 5 times a power of ten, never below one.</summary>
internal static class RoundStep
{
    private static readonly int[] Times = [1, 2, 5, 10];

    public static double Of(double longest, int ticks)
    {
        var rough = longest / ticks;
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(rough, 1))));
        return Math.Max(1, Times.Select(times => times * power).First(step => step >= Math.Min(rough, 10 * power)));
    }
}
