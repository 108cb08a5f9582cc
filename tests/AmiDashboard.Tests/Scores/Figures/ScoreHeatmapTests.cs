using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Scores.Figures;
using static AmiDashboard.Scores.Figures.SomeScores;

namespace AmiDashboard.Scores.Figures;

public sealed class ScoreHeatmapTests
{
    private static readonly ScoreFacts Facts = Of(1, 2, 3, 4, 5)
        .With(
            Ranked(3, 3, null, 2, 3.5),
            Ranked(1, 1, null, 5, 4),
            Ranked(2, 2, null, 4, null),
            Ranked(4, 4, null, 1, 4.5),
            Ranked(5, null)
        );

    [Fact]
    public void Rows_are_the_ranked_applications_with_the_means_of_their_scores()
    {
        var rows = ScoreHeatmap.Of(Facts, Scope()).Rows;

        Assert.Equal([1, 2, 3, 4], rows.Select(row => row.Application.Number));
        Assert.Equal([true, true, false, false], rows.Select(row => row.IsWithinPlaces));
        Assert.Equal((4.0, (double?)null), (rows[1].MeanOf(0), rows[1].MeanOf(1)));
    }

    [Fact]
    public void A_gap_is_the_mean_within_the_places_less_that_of_the_others()
    {
        var gaps = ScoreHeatmap.Of(Facts, Scope()).Gaps;

        // (5 + 4)/2 − (2 + 1)/2, and 4 − (3.5 + 4.5)/2: what nobody scored is left out, never a 0.
        Assert.Equal([3.0, 0.0], gaps.Select(gap => gap!.Value));
    }

    [Fact]
    public void There_is_no_gap_where_either_side_has_no_score()
    {
        var figure = ScoreHeatmap.Of(Facts, Scope(filter: new() { Numbers = NumberSet.Of(2, 3, 4) }));

        Assert.Equal([2, 3, 4], figure.Rows.Select(row => row.Application.Number));
        Assert.Equal(2.5, figure.Gaps[0]);
        Assert.Null(figure.Gaps[1]);
    }
}
