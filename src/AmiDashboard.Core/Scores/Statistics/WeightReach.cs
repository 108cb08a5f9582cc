namespace AmiDashboard.Core.Scores.Statistics;

/// <summary>
/// The weights that a change of at most <c>reach</c> points can lead to: all w' ≥ 0 of sum 100 with ½ Σ |w' − w| ≤ reach.
/// A polytope: what is linear in the weights is extreme at its corners, where one criterion receives and others give, all
/// but one of those the whole of their weight.
/// </summary>
internal sealed class WeightReach
{
    /// <summary>Beyond, the corners of a grid of many criteria are too many to visit.</summary>
    private const int MostCorners = 1024;

    private readonly double[] weights;
    private readonly int[] givers;
    private readonly double[] gains;

    public WeightReach(IReadOnlyCollection<double> weights, double points)
    {
        var total = weights.Sum();
        this.weights = [.. weights.Select(weight => 100 * weight / total)];
        Points = points;
        givers = new int[this.weights.Length];
        gains = new double[this.weights.Length];
        HasAllCorners = true;
        for (var receiver = 0; receiver < this.weights.Length; receiver++)
        {
            Give(receiver, 0, points, [.. this.weights]);
        }
    }

    /// <summary>Where the change starts, of sum 100.</summary>
    public ReadOnlySpan<double> Weights => weights;

    public double Points { get; }

    public List<double[]> Corners { get; } = [];

    /// <summary>False when they were too many: those there are then bound nothing.</summary>
    public bool HasAllCorners { get; private set; }

    /// <summary>The most that Σ slope·w' can be: the best criterion receives, the worst give first.</summary>
    public double Most(ReadOnlySpan<double> slopes)
    {
        var receiver = 0;
        var most = 0.0;
        for (var criterion = 0; criterion < weights.Length; criterion++)
        {
            most += slopes[criterion] * weights[criterion];
            receiver = slopes[criterion] > slopes[receiver] ? criterion : receiver;
        }

        for (var criterion = 0; criterion < weights.Length; criterion++)
        {
            gains[criterion] = slopes[criterion] - slopes[receiver];
            givers[criterion] = criterion;
        }

        gains.AsSpan().Sort(givers.AsSpan());
        var left = Points;
        for (var place = 0; place < weights.Length && left > 0 && gains[place] < 0; place++)
        {
            var given = Math.Min(left, weights[givers[place]]);
            most -= given * gains[place];
            left -= given;
        }

        return most;
    }

    /// <summary>Lets the criteria from <paramref name="giver"/> on give all, and one of them what is left.</summary>
    private void Give(int receiver, int giver, double left, double[] moved)
    {
        if (Corners.Count >= MostCorners)
        {
            HasAllCorners = false;
            return;
        }

        // Each set of criteria that gave all is met once. Points of the set that are no corner do no harm.
        var before = Corners.Count;
        for (var last = 0; last < weights.Length && left > 0; last++)
        {
            if (last != receiver && moved[last] >= left)
            {
                Corners.Add(Moved(moved, last, receiver, left));
            }
        }

        if (Corners.Count == before)
        {
            Corners.Add(moved);
        }

        for (var all = giver; all < weights.Length; all++)
        {
            if (all != receiver && moved[all] > 0 && moved[all] <= left)
            {
                Give(receiver, all + 1, left - moved[all], Moved(moved, all, receiver, moved[all]));
            }
        }
    }

    private static double[] Moved(double[] weights, int from, int to, double points)
    {
        var moved = (double[])weights.Clone();
        moved[from] -= points;
        moved[to] += points;
        return moved;
    }
}
