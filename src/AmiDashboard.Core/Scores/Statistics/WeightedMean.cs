using System.Collections.Immutable;

namespace AmiDashboard.Core.Scores.Statistics;

/// <summary>Σ w·x / Σ w over what is there: a hole takes its weight out of the sum below as well, so it is never a 0.</summary>
internal static class WeightedMean
{
    /// <summary>NaN where nothing that weighs is there.</summary>
    public static double Of(ReadOnlySpan<double> weights, ImmutableArray<double?> values)
    {
        var (sum, weight) = (0.0, 0.0);
        for (var index = 0; index < weights.Length; index++)
        {
            if (values[index] is { } value)
            {
                sum += weights[index] * value;
                weight += weights[index];
            }
        }

        return weight > 0 ? sum / weight : double.NaN;
    }

    public static double? OrNull(double value) => double.IsNaN(value) ? null : value;

    /// <exception cref="ArgumentException">Not one weight for each criterion, one below 0, or all 0.</exception>
    public static void CheckWeights(ImmutableArray<double> weights, int criteria)
    {
        if (
            weights.IsDefault
            || weights.Length != criteria
            || weights.Any(weight => !double.IsFinite(weight) || weight < 0)
            || weights.Sum() is not (> 0 and < double.PositiveInfinity)
        )
        {
            throw new ArgumentException($"Not {criteria} weights from 0 up, one of them above.", nameof(weights));
        }
    }
}
