using AmiDashboard.Core.Scores.Statistics;
using CsCheck;

namespace AmiDashboard.Scores.Statistics;

public sealed class RankingTests
{
    [Fact]
    public void A_missing_score_is_not_zero()
    {
        var missing = Row(SomeScores.Table(SomeScores.One(1, 1, 4, 2), SomeScores.One(1, 2, null, 3)), 1, 1, 1);
        var zero = Row(SomeScores.Table(SomeScores.One(1, 1, 4, 2), SomeScores.One(1, 2, 0, 3)), 1, 1, 1);

        Assert.Equal(4, missing.CriterionMeans[0]);
        Assert.Equal(2, zero.CriterionMeans[0]);
        Assert.Equal((3.25, 2.25), (missing.Mean!.Value, zero.Mean!.Value));
    }

    [Fact]
    public void A_criterion_that_nobody_scored_leaves_the_sum_and_its_weight_with_it()
    {
        var row = Row(SomeScores.Table(SomeScores.One(1, 1, 4, null, 1), SomeScores.One(2, 1, 1, 1, 1)), 1, 50, 30, 20);

        Assert.Equal(((50 * 4) + (20 * 1)) / 70.0, row.Mean!.Value, 1e-12);
        Assert.Equal(row.Mean.Value, row.AdjustedMean!.Value, 1e-12);
        Assert.Null(row.CriterionMeans[1]);
        Assert.Null(row.AdjustedCriterionMeans[1]);
        Assert.False(row.IsComplete);
    }

    [Fact]
    public void A_hole_that_somebody_fills_leaves_an_application_complete() =>
        Assert.True(
            Row(SomeScores.Table(SomeScores.One(1, 1, 4, null), SomeScores.One(1, 2, null, 3)), 1, 1, 1).IsComplete
        );

    [Theory]
    [InlineData(null, null)]
    [InlineData(null, 5.0)]
    public void What_has_no_score_that_weighs_takes_no_rank_and_comes_last(double? first, double? second)
    {
        var ranking = ScoreModel
            .Fit(SomeScores.Table(SomeScores.One(1, 1, first, second), SomeScores.One(2, 1, 0, 0)), 0)
            .Rank([1, 0]);

        Assert.Equal([2, 1], ranking.Rows.Select(row => row.Number));
        var last = ranking.Rows[^1];
        Assert.Equal((null, null, null, null), (last.Mean, last.AdjustedMean, last.Rank, last.AdjustedRank));
        Assert.False(last.IsTied);
        Assert.Equal(second is null ? 0 : 1, last.Reviews);
    }

    [Fact]
    public void Equal_means_share_their_rank_and_the_next_is_left_out()
    {
        var rows = ScoreModel
            .Fit(
                SomeScores.Table(
                    SomeScores.One(1, 1, .1 + .2),
                    SomeScores.One(2, 1, 2),
                    SomeScores.One(3, 1, .3),
                    SomeScores.One(4, 1, 0)
                ),
                1
            )
            .Rank([3])
            .Rows;

        Assert.Equal([2, 1, 3, 4], rows.Select(row => row.Number));
        Assert.Equal([1, 2, 2, 4], rows.Select(row => row.AdjustedRank!.Value));
        Assert.Equal([1, 2, 2, 4], rows.Select(row => row.Rank!.Value));
        Assert.Equal([false, true, true, false], rows.Select(row => row.IsTied));
    }

    [Fact]
    public void A_millionth_of_a_point_is_no_tie() =>
        Assert.Equal(
            [1, 2],
            ScoreModel
                .Fit(SomeScores.Table(SomeScores.One(1, 1, 2), SomeScores.One(2, 1, 2 - 1e-6)), 0)
                .Rank([1])
                .Rows.Select(row => row.AdjustedRank!.Value)
        );

    [Fact]
    public void Spread_is_the_sample_deviation_of_reviewers_own_means()
    {
        var table = SomeScores.Table(
            SomeScores.One(1, 1, 2, 4),
            SomeScores.One(1, 2, 5, null),
            SomeScores.One(1, 3, 4, 4),
            SomeScores.One(2, 1, 3, 3)
        );

        // Own means 3, 5 and 4.
        Assert.Equal(1, Row(table, 1, 1, 1).Spread!.Value, 1e-12);
        Assert.Null(Row(table, 2, 1, 1).Spread);
    }

    [Fact]
    public void A_constant_added_by_one_reviewer_changes_no_rank_without_shrinkage() =>
        Gen.Select(
                SomeScores
                    .Reviews(8, 5, 2, withHoles: false)
                    .Where(reviews => ScoreModel.Fit(ScoreTable.Of(reviews, 2), 0).Fits[0].Components == 1),
                SomeScores.Weight.Array[2],
                Gen.Int[-8, 8]
            )
            .Sample(
                (reviews, weights, points) =>
                {
                    var moved = reviews.Select(review =>
                        review.Reviewer == reviews[0].Reviewer
                            ? review with
                            {
                                Scores = [.. review.Scores.Select(score => score + points)],
                            }
                            : review
                    );

                    Assert.Equal(Ranks(reviews, 0, weights), Ranks(moved, 0, weights));
                },
                iter: 300
            );

    [Fact]
    public void Other_numbers_and_ids_for_the_same_ones_change_nothing() =>
        Gen.Select(
                SomeScores.Reviews(7, 5, 2, withHoles: true),
                SomeScores.Weight.Array[2],
                SomeScores.Shrinkage,
                Gen.Shuffle(Enumerable.Range(0, 10).ToArray()),
                Gen.Shuffle(Enumerable.Range(0, 10).ToArray())
            )
            .Sample(
                (reviews, weights, shrinkage, numbers, ids) =>
                {
                    var renamed = reviews.Select(review =>
                        review with
                        {
                            Application = numbers[review.Application / 10],
                            Reviewer = ids[review.Reviewer / 7],
                        }
                    );

                    Assert.Equal(
                        Ranks(reviews, shrinkage, weights)
                            .Select(pair => (numbers[pair.Number / 10], pair.Rank))
                            .Order(),
                        Ranks(renamed, shrinkage, weights)
                    );
                },
                iter: 300
            );

    [Fact]
    public void Only_the_shares_of_weights_count() =>
        Gen.Select(SomeScores.Reviews(7, 5, 3, withHoles: true), SomeScores.Weight.Array[3])
            .Sample(
                (reviews, weights) =>
                    Assert.Equal(
                        Ranks(reviews, 2, weights),
                        Ranks(reviews, 2, [.. weights.Select(weight => weight * 3.7)])
                    ),
                iter: 200
            );

    [Fact]
    public void Severity_is_how_far_below_the_others_somebody_scores_the_same_applications()
    {
        var severities = ScoreModel.Fit(SomeScores.Table(SomeScores.Unbalanced), 0).Severities([1]);

        Assert.Equal([1, 2, 3], severities.Select(severity => severity.Reviewer));
        Assert.Equal([-1, 0, 1], severities.Select(severity => Math.Round(severity.Severity, 9) + 0.0));
        Assert.Equal([3, 3, 3], severities.Select(severity => severity.Reviews));
    }

    [Fact]
    public void Severity_is_over_the_criteria_that_somebody_scored()
    {
        var model = ScoreModel.Fit(
            SomeScores.Table(SomeScores.One(1, 1, 5, 1), SomeScores.One(1, 2, 3, null), SomeScores.One(2, 3, null, 2)),
            0
        );

        Assert.Equal(
            [(1, -1), (2, 1)],
            model.Severities([1, 0]).Select(severity => (severity.Reviewer, Math.Round(severity.Severity, 9)))
        );
        Assert.Equal(1, model.Severities([1, 3]).Single(severity => severity.Reviewer == 2).Severity, 1e-10);
    }

    [Fact]
    public void Groups_that_nobody_links_are_reported_for_the_criteria_that_weigh()
    {
        var model = ScoreModel.Fit(
            SomeScores.Table(
                SomeScores.One(1, 1, 5, 5),
                SomeScores.One(1, 2, 5, 5),
                SomeScores.One(2, 2, 4, null),
                SomeScores.One(2, 3, 4, 4)
            ),
            3
        );

        Assert.Equal(1, model.Rank([1, 0]).Components);
        Assert.Equal(2, model.Rank([1, 1]).Components);
    }

    [Theory]
    [InlineData(new[] { 1.0 })]
    [InlineData(new[] { 0.0, 0.0 })]
    [InlineData(new[] { 2.0, -1.0 })]
    [InlineData(new[] { 1.0, double.NaN })]
    public void Weights_that_mean_nothing_are_refused(double[] weights)
    {
        var table = SomeScores.Table(SomeScores.One(1, 1, 2, 3));
        var model = ScoreModel.Fit(table, 0);

        Assert.Throws<ArgumentException>(() => model.Rank([.. weights]));
        Assert.Throws<ArgumentException>(() => model.Severities([.. weights]));
        Assert.Throws<ArgumentException>(() => RankBootstrap.Run(table, [.. weights], 0, 10, 1));
        Assert.Throws<ArgumentException>(() => WeightSensitivity.Of(model, [.. weights], 1));
        Assert.Throws<ArgumentException>(() => Agreement.Of(table, [.. weights]));
    }

    private static RankedApplication Row(ScoreTable table, int number, params double[] weights) =>
        ScoreModel.Fit(table, 0).Rank([.. weights]).Rows.Single(row => row.Number == number);

    private static IEnumerable<(int Number, int? Rank)> Ranks(
        IEnumerable<GivenScores> reviews,
        double shrinkage,
        double[] weights
    ) =>
        ScoreModel
            .Fit(ScoreTable.Of(reviews, weights.Length), shrinkage)
            .Rank([.. weights])
            .Rows.Select(row => (row.Number, row.AdjustedRank))
            .Order();
}
