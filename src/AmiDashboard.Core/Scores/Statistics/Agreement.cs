using System.Collections.Immutable;

namespace AmiDashboard.Core.Scores.Statistics;

/// <summary>How far reviewers agree, on their weighted means and by criterion. A criterion left out is never a 0.</summary>
/// <param name="Icc21">Of one reviewer; null where <see cref="VarianceComponents"/> are not defined.</param>
/// <param name="Icc2k">Of the mean of <paramref name="ReviewsPerApplication"/> reviewers.</param>
/// <param name="Alpha">Krippendorff's, on the interval scale.</param>
/// <param name="ReviewsPerApplication">Harmonic mean, over applications with a review that weighs; 0 without any.</param>
/// <param name="Applications">With at least one review that weighs.</param>
/// <param name="Reviewers">Likewise.</param>
/// <param name="AlphaByCriterion">Krippendorff's on the ordinal scale, by position; null where it is not defined.</param>
public sealed record Agreement(
    double? Icc21,
    double? Icc2k,
    double? Alpha,
    double ReviewsPerApplication,
    int Applications,
    int Reviewers,
    ImmutableArray<double?> AlphaByCriterion
)
{
    /// <summary>Of <see cref="Icc2k"/>, since means are what is ranked: Koo and Li 2016, Journal of Chiropractic Medicine 15.</summary>
    public AgreementLevel IccLevel =>
        Icc2k switch
        {
            null => AgreementLevel.Undefined,
            < .5 => AgreementLevel.Poor,
            < .75 => AgreementLevel.Moderate,
            < .9 => AgreementLevel.Good,
            _ => AgreementLevel.Excellent,
        };

    /// <summary>Of <see cref="Alpha"/>: Krippendorff 2004, Content Analysis, chapter 11.</summary>
    public AlphaLevel AlphaLevel =>
        Alpha switch
        {
            null => AlphaLevel.Undefined,
            < .667 => AlphaLevel.Unreliable,
            < .8 => AlphaLevel.Tentative,
            _ => AlphaLevel.Reliable,
        };

    /// <param name="weights">One for each criterion, from 0, not all 0.</param>
    public static Agreement Of(ScoreTable table, ImmutableArray<double> weights)
    {
        ArgumentNullException.ThrowIfNull(table);
        WeightedMean.CheckWeights(weights, table.Criteria);
        var means = table
            .Reviews.Select(review => new TargetScore(
                review.Application,
                review.Reviewer,
                Rounded(WeightedMean.Of(weights.AsSpan(), review.Scores))
            ))
            .Where(score => !double.IsNaN(score.Score))
            .ToList();
        var components = VarianceComponents.Of(means);
        var counts = means.CountBy(score => score.Target).ToList();
        return new Agreement(
            components?.Icc21,
            components?.Icc2k,
            KrippendorffAlpha.OfUnits(Units(means), AlphaMetric.Interval),
            counts.Count == 0 ? 0 : counts.Count / counts.Sum(target => 1.0 / target.Value),
            counts.Count,
            means.DistinctBy(score => score.Judge).Count(),
            [.. Enumerable.Range(0, table.Criteria).Select(criterion => AlphaOf(table, criterion))]
        );
    }

    private static double? AlphaOf(ScoreTable table, int criterion) =>
        KrippendorffAlpha.OfUnits(
            Units(
                table.Reviews.Select(review => new TargetScore(
                    review.Application,
                    review.Reviewer,
                    review.Scores[criterion] ?? double.NaN
                ))
            ),
            AlphaMetric.Ordinal
        );

    private static IEnumerable<double[]> Units(IEnumerable<TargetScore> scores) =>
        scores
            .Where(score => !double.IsNaN(score.Score))
            .GroupBy(score => score.Target)
            .Select(target => target.Select(score => score.Score).ToArray());

    /// <summary>So that equal means are equal whatever the order of their sum.</summary>
    private static double Rounded(double mean) => Math.Round(mean, 12);
}

public enum AgreementLevel
{
    Undefined,
    Poor,
    Moderate,
    Good,
    Excellent,
}

public enum AlphaLevel
{
    Undefined,
    Unreliable,
    Tentative,
    Reliable,
}
