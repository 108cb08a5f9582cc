using AmiDashboard.Core.Scores.Statistics;
using CsCheck;

namespace AmiDashboard.Scores.Statistics;

public sealed class VarianceComponentsTests
{
    [Fact]
    public void Without_holes_they_give_the_correlations_of_Shrout_and_Fleiss_1979()
    {
        var found = VarianceComponents.Of(Cells(ShroutAndFleiss.Table))!;

        Assert.Equal(.289764, found.Icc21!.Value, 5e-7);
        Assert.Equal(.620051, found.Icc2k!.Value, 5e-7);
        Assert.Equal(4, found.ReviewsPerTarget, 1e-12);
    }

    [Fact]
    public void Without_holes_they_always_do() =>
        Gen.Int[0, 10]
            .Select(score => (double)score)
            .Array[4]
            .Array[2, 7]
            .Sample(
                rows =>
                {
                    var complete = IntraclassCorrelation.OfComplete(rows);
                    var found = VarianceComponents.Of(Cells(rows));

                    Assert.Equal(complete is null, found is null);
                    if (complete is not null)
                    {
                        Assert.Equal(complete.Ems, found!.Error, 1e-9);
                        Assert.Equal((complete.Bms - complete.Ems) / 4, found.Target, 1e-9);
                        Assert.Equal((complete.Jms - complete.Ems) / rows.Length, found.Judge, 1e-9);
                        Assert.Equal(complete.Icc21 ?? -9, found.Icc21 ?? -9, 1e-6);
                    }
                },
                iter: 300
            );

    /// <summary>
    /// Each estimate is a quadratic form q of the scores. With scores of variance Σ σ²·ZZ' its expectation is the sum of
    /// σ²·q(z) over the columns z of each Z: so those sums must be 1 for its own variance and 0 for the two others.
    /// </summary>
    [Fact]
    public void With_holes_each_estimate_is_exactly_unbiased() =>
        SomeScores
            .Reviews(7, 5, 1, withHoles: false)
            .Select(reviews => reviews.Select(review => (review.Application, review.Reviewer)).ToArray())
            .Where(pairs => Estimates(pairs, pair => pair == pairs[0] ? 1 : 0) is not null)
            .Sample(
                pairs =>
                {
                    Near((1, 0, 0), Summed(pairs, pair => pair.Application));
                    Near((0, 1, 0), Summed(pairs, pair => pair.Reviewer));
                    Near((0, 0, 1), Summed(pairs, pair => pair));
                },
                iter: 300
            );

    [Fact]
    public void Reviews_are_counted_by_their_harmonic_mean()
    {
        // 2, 4 and 1 of them: 3 / (1/2 + 1/4 + 1).
        (int, int)[] pairs = [(1, 1), (1, 2), (2, 1), (2, 2), (2, 3), (2, 4), (3, 1)];

        Assert.Equal(3 / 1.75, Estimates(pairs, pair => pair.Item1 * pair.Item2)!.ReviewsPerTarget, 1e-12);
    }

    [Fact]
    public void Nothing_to_tell_apart_has_no_variance()
    {
        Assert.Null(VarianceComponents.Of([]));
        Assert.Null(
            VarianceComponents.Of(
                Cells([
                    [1, 2, 3],
                ])
            )
        );
        Assert.Null(
            VarianceComponents.Of(
                Cells([
                    [1],
                    [2],
                    [4],
                ])
            )
        );
        Assert.Null(
            VarianceComponents.Of(
                Cells([
                    [2, 2],
                    [2, 2],
                ])
            )
        );
    }

    [Fact]
    public void Without_a_degree_of_freedom_for_the_error_there_is_nothing_to_compare_with() =>
        Assert.Null(Estimates([(1, 1), (1, 2), (2, 2), (2, 3)], pair => pair.Item2));

    [Fact]
    public void A_judge_who_scores_a_target_twice_is_refused() =>
        Assert.Throws<ArgumentException>(() => VarianceComponents.Of([new(1, 1, 2), new(1, 1, 3)]));

    private static IEnumerable<TargetScore> Cells(double[][] rows) =>
        rows.SelectMany((row, target) => row.Select((score, judge) => new TargetScore(target, judge, score)));

    private static VarianceComponents? Estimates((int, int)[] pairs, Func<(int, int), double> score) =>
        VarianceComponents.Of(pairs.Select(pair => new TargetScore(pair.Item1, pair.Item2, score(pair))));

    private static (double Target, double Judge, double Error) Summed<T>(
        (int Application, int Reviewer)[] pairs,
        Func<(int Application, int Reviewer), T> column
    ) =>
        pairs
            .Select(column)
            .Distinct()
            .Select(one => Estimates(pairs, pair => Equals(column(pair), one) ? 1 : 0)!)
            .Aggregate(
                (0.0, 0.0, 0.0),
                (sum, one) => (sum.Item1 + one.Target, sum.Item2 + one.Judge, sum.Item3 + one.Error)
            );

    private static void Near((double, double, double) expected, (double, double, double) actual)
    {
        Assert.Equal(expected.Item1, actual.Item1, 1e-8);
        Assert.Equal(expected.Item2, actual.Item2, 1e-8);
        Assert.Equal(expected.Item3, actual.Item3, 1e-8);
    }
}
