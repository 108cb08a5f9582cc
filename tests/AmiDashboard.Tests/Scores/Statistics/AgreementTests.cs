using AmiDashboard.Core.Scores.Statistics;

namespace AmiDashboard.Scores.Statistics;

public sealed class AgreementTests
{
    [Fact]
    public void Agreement_is_on_the_weighted_means_of_reviews()
    {
        // The second criterion, which does not weigh, would spoil the table of Shrout and Fleiss 1979.
        var table = ScoreTable.Of(
            ShroutAndFleiss.Table.SelectMany(
                (row, target) => row.Select((score, judge) => SomeScores.One(target, judge, score, target % 2, 3))
            ),
            3
        );
        var agreement = Agreement.Of(table, [2, 0, 0]);

        Assert.Equal(.289764, agreement.Icc21!.Value, 5e-7);
        Assert.Equal(.620051, agreement.Icc2k!.Value, 5e-7);
        Assert.Equal((6, 4, 4.0), (agreement.Applications, agreement.Reviewers, agreement.ReviewsPerApplication));
        Assert.Equal(AgreementLevel.Moderate, agreement.IccLevel);
        Assert.Equal(1, agreement.AlphaByCriterion[1]!.Value, 1e-12);
        Assert.Null(agreement.AlphaByCriterion[2]);
        Assert.Equal(
            KrippendorffAlpha.OfUnits(ShroutAndFleiss.Table, AlphaMetric.Interval)!.Value,
            agreement.Alpha!.Value,
            1e-10
        );
    }

    [Fact]
    public void A_missing_score_leaves_a_review_its_mean_over_the_others()
    {
        var missing = Agreement.Of(Table(null), [1, 1]);
        var zero = Agreement.Of(Table(0), [1, 1]);

        Assert.Equal(1, missing.Alpha!.Value, 1e-12);
        Assert.True(zero.Alpha < .9);
    }

    [Fact]
    public void A_review_without_a_score_that_weighs_is_not_counted()
    {
        var agreement = Agreement.Of(
            SomeScores.Table(
                SomeScores.One(1, 1, 3, 1),
                SomeScores.One(1, 2, 4, 1),
                SomeScores.One(2, 1, 1, 1),
                SomeScores.One(3, 9, null, 1)
            ),
            [1, 0]
        );

        Assert.Equal((2, 2), (agreement.Applications, agreement.Reviewers));
        Assert.Equal(2 / 1.5, agreement.ReviewsPerApplication, 1e-12);
    }

    [Theory]
    [InlineData(null, AgreementLevel.Undefined)]
    [InlineData(-.2, AgreementLevel.Poor)]
    [InlineData(.499, AgreementLevel.Poor)]
    [InlineData(.5, AgreementLevel.Moderate)]
    [InlineData(.75, AgreementLevel.Good)]
    [InlineData(.9, AgreementLevel.Excellent)]
    public void Levels_of_correlation_are_those_of_Koo_and_Li_2016(double? icc, AgreementLevel level) =>
        Assert.Equal(level, new Agreement(null, icc, null, 0, 0, 0, []).IccLevel);

    [Theory]
    [InlineData(null, AlphaLevel.Undefined)]
    [InlineData(.666, AlphaLevel.Unreliable)]
    [InlineData(.667, AlphaLevel.Tentative)]
    [InlineData(.8, AlphaLevel.Reliable)]
    public void Levels_of_alpha_are_those_of_Krippendorff(double? alpha, AlphaLevel level) =>
        Assert.Equal(level, new Agreement(null, null, alpha, 0, 0, 0, []).AlphaLevel);

    private static ScoreTable Table(double? second) =>
        SomeScores.Table(
            SomeScores.One(1, 1, 4, second),
            SomeScores.One(1, 2, 4, 4),
            SomeScores.One(2, 1, 1, 1),
            SomeScores.One(2, 2, 1, 1)
        );
}
