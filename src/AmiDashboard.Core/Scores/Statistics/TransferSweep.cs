namespace AmiDashboard.Core.Scores.Statistics;

/// <summary>
/// The smallest transfer of weight from one criterion to another that takes an application in or out of the first places.
/// Along a transfer of t points each mean is a quotient of two linear forms of t, so that a rival is before the application
/// exactly where a polynomial of degree 2 at most is above 0: places change at its roots only.
/// </summary>
internal sealed class TransferSweep(WeighedApplications applications, WeightReach reach, int places)
{
    /// <summary>How far past a change of places it is read, in points of weight; a change is a tie itself.</summary>
    private const double Past = 1e-6;

    private readonly List<(double At, int Change)> events = [];

    /// <param name="isWithin">Where it is at first.</param>
    /// <param name="always">Rivals that are before it wherever weights go.</param>
    /// <param name="contested">Rivals that are before it for some weights.</param>
    /// <returns>Null when no transfer does it.</returns>
    public WeightMove? Smallest(int application, bool isWithin, int always, IReadOnlyList<int> contested)
    {
        WeightMove? smallest = null;
        for (var from = 0; from < reach.Weights.Length; from++)
        {
            for (var to = 0; to < reach.Weights.Length; to++)
            {
                var most = Math.Min(reach.Points, reach.Weights[from]);
                if (from != to && most > 0)
                {
                    var points = Change(application, isWithin, always, contested, from, to, most);
                    if (points is { } found && !(found >= smallest?.Points))
                    {
                        smallest = new WeightMove([.. Moved(from, to, found)], from, to, found);
                    }
                }
            }
        }

        return smallest;
    }

    private double? Change(
        int application,
        bool isWithin,
        int always,
        IReadOnlyList<int> contested,
        int from,
        int to,
        double most
    )
    {
        events.Clear();
        var before = always;
        foreach (var rival in contested)
        {
            before += Follow(rival, application, from, to, most) ? 1 : 0;
        }

        events.Sort();
        for (var index = 0; index <= events.Count; index++)
        {
            var start = index == 0 ? 0 : events[index - 1].At;
            var end = index == events.Count ? most : events[index].At;
            var read = Math.Min(start + Past, (start + end) / 2);
            if (end > start && before < places != isWithin && Changes(read))
            {
                return read;
            }

            before += index == events.Count ? 0 : events[index].Change;
        }

        // Where a criterion gives all of its weight, who was scored on it alone is without a mean, at that point only.
        return most >= reach.Weights[from] && Changes(most) ? most : null;

        // Two rivals that pass at once may be some rounding apart: what is found in between is no change.
        bool Changes(double points) => applications.IsWithin(application, places, Moved(from, to, points)) != isWithin;
    }

    private double[] Moved(int from, int to, double points)
    {
        var weights = reach.Weights.ToArray();
        weights[from] -= points;
        weights[to] += points;
        return weights;
    }

    /// <summary>Notes where the rival passes the application or falls behind it.</summary>
    /// <returns>Whether it is before it just after 0.</returns>
    private bool Follow(int rival, int application, int from, int to, double most)
    {
        var (above, aboveSlope, weight, weightSlope) = Line(rival, from, to);
        var (sum, sumSlope, under, underSlope) = Line(application, from, to);

        // The rival is before when above/weight > sum/under + tolerance; both divisors are above 0 along the way.
        sum += RankOrder.Tolerance * under;
        sumSlope += RankOrder.Tolerance * underSlope;
        var constant = (above * under) - (sum * weight);
        var linear = (above * underSlope) + (aboveSlope * under) - (sum * weightSlope) - (sumSlope * weight);
        var square = (aboveSlope * underSlope) - (sumSlope * weightSlope);
        var (first, second) = Roots(square, linear, constant);
        var last = 0.0;
        var isBefore = (bool?)null;
        var atStart = false;
        foreach (var end in (ReadOnlySpan<double>)[first, second, most])
        {
            if (end > last && end <= most)
            {
                var middle = (last + end) / 2;
                var now = (((square * middle) + linear) * middle) + constant > 0;
                if (isBefore is null)
                {
                    atStart = now;
                }
                else if (isBefore != now)
                {
                    events.Add((last, now ? 1 : -1));
                }

                isBefore = now;
                last = end;
            }
        }

        return atStart;
    }

    private (double Sum, double SumSlope, double Weight, double WeightSlope) Line(int application, int from, int to)
    {
        var values = applications.Values(application);
        var presence = applications.Presence(application);
        return (
            WeighedApplications.Dot(values, reach.Weights),
            values[to] - values[from],
            WeighedApplications.Dot(presence, reach.Weights),
            presence[to] - presence[from]
        );
    }

    /// <summary>Ascending; NaN for none.</summary>
    private static (double First, double Second) Roots(double square, double linear, double constant)
    {
        if (Math.Abs(square) < 1e-14)
        {
            return (-constant / linear, double.NaN);
        }

        var discriminant = (linear * linear) - (4 * square * constant);
        if (discriminant < 0)
        {
            return (double.NaN, double.NaN);
        }

        // Without subtracting two near numbers.
        var half = -(linear + Math.CopySign(Math.Sqrt(discriminant), linear)) / 2;
        var (one, other) = (half / square, constant / half);
        return one < other ? (one, other) : (other, one);
    }
}
