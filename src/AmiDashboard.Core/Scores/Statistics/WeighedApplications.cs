using System.Collections.Immutable;

namespace AmiDashboard.Core.Scores.Statistics;

/// <summary>
/// Adjusted means by criterion laid out for weights that move: the mean of an application is Σ w·x / Σ w over the criteria
/// that it has a mean for, linear in the weights when it has them all.
/// </summary>
internal sealed class WeighedApplications
{
    private readonly int criteria;
    private readonly double[] values;
    private readonly double[] presence;

    public WeighedApplications(ReadOnlySpan<ImmutableArray<double?>> adjusted, int criteria)
    {
        this.criteria = criteria;
        Count = adjusted.Length;
        values = new double[Count * criteria];
        presence = new double[Count * criteria];
        Holes = new int[Count];
        var patterns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var application = 0; application < Count; application++)
        {
            for (var criterion = 0; criterion < criteria; criterion++)
            {
                var mean = adjusted[application][criterion];
                values[(application * criteria) + criterion] = mean ?? 0;
                presence[(application * criteria) + criterion] = mean is null ? 0 : 1;
            }

            var pattern = string.Concat(adjusted[application].Select(mean => mean is null ? ' ' : 'x'));
            Holes[application] = patterns.TryAdd(pattern, patterns.Count) ? patterns.Count - 1 : patterns[pattern];
        }
    }

    public int Count { get; }

    /// <summary>Equal for applications whose holes are the same.</summary>
    public int[] Holes { get; }

    /// <summary>By criterion; 0 in a hole.</summary>
    public ReadOnlySpan<double> Values(int application) => values.AsSpan(application * criteria, criteria);

    /// <summary>By criterion; 1, or 0 in a hole.</summary>
    public ReadOnlySpan<double> Presence(int application) => presence.AsSpan(application * criteria, criteria);

    public bool IsComplete(int application) => !Presence(application).Contains(0);

    /// <summary>NaN where nothing that weighs is there.</summary>
    public double MeanOf(int application, ReadOnlySpan<double> weights)
    {
        var weight = Dot(Presence(application), weights);
        return weight > 0 ? Dot(Values(application), weights) / weight : double.NaN;
    }

    /// <summary>Whether fewer than <paramref name="places"/> are better, beyond rounding.</summary>
    public bool IsWithin(int application, int places, ReadOnlySpan<double> weights)
    {
        var mean = MeanOf(application, weights);
        var better = 0;
        for (var other = 0; other < Count && better < places; other++)
        {
            better += MeanOf(other, weights) > mean + RankOrder.Tolerance ? 1 : 0;
        }

        return !double.IsNaN(mean) && better < places;
    }

    public static double Dot(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        var sum = 0.0;
        for (var index = 0; index < one.Length; index++)
        {
            sum += one[index] * other[index];
        }

        return sum;
    }
}
