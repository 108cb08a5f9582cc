namespace AmiDashboard.Core.Scores.Statistics;

/// <summary>
/// Krippendorff's alpha, 1 − observed / expected disagreement, for any number of coders with holes (Krippendorff 2011,
/// Computing Krippendorff's Alpha-Reliability). Sums over the coincidence matrix, without holding it: a unit of m values
/// brings each of its ordered pairs with 1/(m − 1), and a unit of one value does not count.
/// </summary>
public static class KrippendorffAlpha
{
    /// <param name="codersByUnit">A row for each coder, a column for each unit, as Krippendorff prints it.</param>
    /// <returns>Null without two values of one unit, or when all that count are equal.</returns>
    public static double? Of(IReadOnlyList<IReadOnlyList<double?>> codersByUnit, AlphaMetric metric)
    {
        ArgumentNullException.ThrowIfNull(codersByUnit);
        if (codersByUnit.Any(row => row.Count != codersByUnit[0].Count))
        {
            throw new ArgumentException("Not as many units for each coder.", nameof(codersByUnit));
        }

        var units = codersByUnit.Count == 0 ? 0 : codersByUnit[0].Count;
        return OfUnits(
            Enumerable.Range(0, units).Select(unit => codersByUnit.Select(row => row[unit]).OfType<double>().ToArray()),
            metric
        );
    }

    /// <param name="units">The values that each unit was given, by whoever coded it.</param>
    /// <inheritdoc cref="Of"/>
    public static double? OfUnits(IEnumerable<IReadOnlyList<double>> units, AlphaMetric metric)
    {
        ArgumentNullException.ThrowIfNull(units);
        var pairable = units.Where(unit => unit.Count > 1).ToList();
        var values = pairable
            .SelectMany(unit => unit)
            .CountBy(value => value)
            .Select(pair => new Level(pair.Key, pair.Value))
            .OrderBy(level => level.Value)
            .ToArray();
        if (values.Length < 2)
        {
            return null;
        }

        if (metric == AlphaMetric.Ratio && values[0].Value < 0)
        {
            throw new ArgumentException("A ratio scale has no value below 0.", nameof(units));
        }

        Place(values, metric);
        var placeOf = values.ToDictionary(level => level.Value, level => level.Place);
        var observed = pairable.Sum(unit =>
            Disagreement([.. unit.Select(value => new Level(value, 1) { Place = placeOf[value] })], metric)
            / (unit.Count - 1)
        );
        var count = values.Sum(level => (double)level.Count);
        var expected = Disagreement(values, metric) / (count - 1);
        return expected > 0 ? 1 - (observed / expected) : null;
    }

    /// <summary>
    /// Where a value stands on its scale. On the ordinal one the distance of two values is how many stand between them,
    /// with half of each end: the distance of their mean ranks.
    /// </summary>
    private static void Place(Level[] levels, AlphaMetric metric)
    {
        var before = 0;
        var centre = levels.Average(level => level.Value);
        foreach (var level in levels)
        {
            level.Place = metric switch
            {
                AlphaMetric.Ordinal => before + (level.Count / 2.0),
                // A distance does not see the centre; a sum of squares loses digits far from it.
                AlphaMetric.Interval => level.Value - centre,
                _ => level.Value,
            };
            before += level.Count;
        }
    }

    /// <summary>Σ of squared distances over all ordered pairs.</summary>
    private static double Disagreement(Level[] levels, AlphaMetric metric)
    {
        if (metric is AlphaMetric.Ordinal or AlphaMetric.Interval)
        {
            // Σ over pairs of (x − y)² is twice nΣx² − (Σx)²: linear, where pairs would be quadratic in distinct means.
            var count = levels.Sum(level => (double)level.Count);
            var mean = levels.Sum(level => level.Count * level.Place) / count;
            return 2 * count * levels.Sum(level => level.Count * (level.Place - mean) * (level.Place - mean));
        }

        var sum = 0.0;
        foreach (var one in levels)
        {
            foreach (var other in levels)
            {
                sum += (double)one.Count * other.Count * SquaredDistance(one.Place, other.Place, metric);
            }
        }

        return sum;
    }

    private static double SquaredDistance(double one, double other, AlphaMetric metric)
    {
        if (one.Equals(other))
        {
            return 0;
        }

        var share = metric == AlphaMetric.Ratio ? (one - other) / (one + other) : 1;
        return share * share;
    }

    private sealed record Level(double Value, int Count)
    {
        public double Place { get; set; }
    }
}

/// <summary>What makes two values differ more or less.</summary>
public enum AlphaMetric
{
    Nominal,
    Ordinal,
    Interval,
    Ratio,
}
