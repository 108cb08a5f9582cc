namespace AmiDashboard.Core.Scores.Statistics;

/// <summary>
/// Competition ranks (1, 2, 2, 4): one more than the number of those better by more than <see cref="Tolerance"/>, so that
/// what only rounding sets apart is a tie.
/// </summary>
internal sealed class RankOrder(int count)
{
    /// <summary>Points.</summary>
    public const double Tolerance = 1e-9;

    private readonly double[] keys = new double[count];
    private readonly int[] order = new int[count];

    /// <param name="values">NaN for what takes no rank.</param>
    /// <param name="ranks">0 for what takes none.</param>
    /// <returns>How many take one.</returns>
    public int Rank(ReadOnlySpan<double> values, Span<int> ranks)
    {
        var ranked = 0;
        for (var index = 0; index < values.Length; index++)
        {
            ranks[index] = 0;
            if (!double.IsNaN(values[index]))
            {
                keys[ranked] = -values[index];
                order[ranked++] = index;
            }
        }

        keys.AsSpan(0, ranked).Sort(order.AsSpan(0, ranked));
        var better = 0;
        for (var place = 0; place < ranked; place++)
        {
            while (keys[better] < keys[place] - Tolerance)
            {
                better++;
            }

            ranks[order[place]] = better + 1;
        }

        return ranked;
    }
}
