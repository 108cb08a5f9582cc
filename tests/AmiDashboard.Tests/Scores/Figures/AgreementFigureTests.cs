using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Scores.Figures;
using AmiDashboard.Core.Scores.Statistics;
using static AmiDashboard.Scores.Figures.SomeScores;

namespace AmiDashboard.Scores.Figures;

public sealed class AgreementFigureTests
{
    private static readonly ScoreFacts Facts = Of(1, 2, 3) with
    {
        // Shrout and Fleiss 1979, table 2.
        Agreement = new(.29, .62, null, 4, 6, 4, []),
        Submissions =
        [
            Submitted(1, 1, At(10, 1), null, 5, 5),
            Submitted(1, 2, At(10, 1), null, 5, 5),
            Submitted(2, 1, At(10, 1), null, 5, 5),
            Submitted(2, 2, At(10, 1), At(10, 4), 5, 5),
            Submitted(3, 1, At(10, 1), null, 5, 5),
        ],
    };

    [Fact]
    public void It_is_measured_on_the_applications_that_several_reviewers_scored()
    {
        var before = AgreementFigure.Of(Facts, Scope(At(10, 2)));
        var after = AgreementFigure.Of(Facts, Scope(At(10, 5)));

        Assert.Equal([1, 2], before.Applications.Numbers);
        Assert.Equal([1], after.Applications.Numbers);
        Assert.Equal([.29, .62, null], before.Measures.Select(measure => measure.Value));
    }

    [Fact]
    public void Only_applications_that_the_filter_admits_are_listed() =>
        Assert.Equal(
            [2],
            AgreementFigure.Of(Facts, Scope(At(10, 2), new() { Numbers = NumberSet.Of(2, 3) })).Applications.Numbers
        );

    [Theory]
    [InlineData(AgreementKind.MeanOfReviewers, -.3, 0)]
    [InlineData(AgreementKind.MeanOfReviewers, .4999, 0)]
    [InlineData(AgreementKind.OneReviewer, .5, 1)]
    [InlineData(AgreementKind.OneReviewer, .75, 2)]
    [InlineData(AgreementKind.OneReviewer, .9, 3)]
    [InlineData(AgreementKind.Alpha, .666, 0)]
    [InlineData(AgreementKind.Alpha, .667, 1)]
    [InlineData(AgreementKind.Alpha, .8, 2)]
    [InlineData(AgreementKind.Alpha, null, null)]
    public void A_limit_belongs_to_the_band_above_it(AgreementKind kind, double? value, int? band) =>
        Assert.Equal(band, new AgreementMeasure(kind, value).Band);

    [Fact]
    public void Who_may_not_see_scores_is_given_no_measure() =>
        Assert.Empty(AgreementFigure.Of(Facts with { Agreement = null }, Scope(At(10, 2))).Measures);
}
