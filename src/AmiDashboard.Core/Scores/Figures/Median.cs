using System.Numerics;

namespace AmiDashboard.Core.Scores.Figures;

/// <summary>The middle value, or the mean of the two middle ones.</summary>
internal static class Median
{
    /// <summary>Null of nothing.</summary>
    public static T? Of<T>(IEnumerable<T> values)
        where T : struct, INumber<T>
    {
        T[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length == 0 ? null
            : sorted.Length % 2 == 1 ? sorted[middle]
            : (sorted[middle - 1] + sorted[middle]) / T.CreateChecked(2);
    }
}
