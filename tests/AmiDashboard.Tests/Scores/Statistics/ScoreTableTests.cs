using AmiDashboard.Core.Scores.Statistics;

namespace AmiDashboard.Scores.Statistics;

public sealed class ScoreTableTests
{
    [Fact]
    public void Reviews_are_put_in_order_and_everybody_is_named_once()
    {
        var table = SomeScores.Table(
            SomeScores.One(7, 2, 1),
            SomeScores.One(3, 9, 2),
            SomeScores.One(7, 1, 3),
            SomeScores.One(3, 2, 4)
        );

        Assert.Equal([3, 7], table.Applications);
        Assert.Equal([1, 2, 9], table.Reviewers);
        Assert.Equal([4, 2, 3, 1], table.Reviews.Select(review => review.Scores[0]!.Value));
    }

    [Fact]
    public void A_second_review_of_the_same_pair_is_refused() =>
        Assert.Throws<ArgumentException>(() => SomeScores.Table(SomeScores.One(1, 2, 3), SomeScores.One(1, 2, 3)));

    [Fact]
    public void A_review_that_has_not_one_entry_for_each_criterion_is_refused() =>
        Assert.Throws<ArgumentException>(() => ScoreTable.Of([SomeScores.One(1, 1, 3, 4)], 3));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_score_that_is_no_number_is_refused(double score) =>
        Assert.Throws<ArgumentException>(() => SomeScores.Table(SomeScores.One(1, 1, score)));

    [Fact]
    public void Nothing_scored_yet_is_an_empty_ranking()
    {
        var table = ScoreTable.Of([], 2);
        var model = ScoreModel.Fit(table, 3);
        var weights = SomeScores.Weights(1, 1);

        Assert.Empty(model.Rank(weights).Rows);
        Assert.Empty(model.Severities(weights));
        Assert.Empty(RankBootstrap.Run(table, weights, 3, 10, 1).ByApplication);
        Assert.Empty(WeightSensitivity.Of(model, weights, 1).Applications);
        Assert.Null(Agreement.Of(table, weights).Icc2k);
    }
}
