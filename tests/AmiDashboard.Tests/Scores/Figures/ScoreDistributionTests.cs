using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Scores;
using AmiDashboard.Core.Scores.Figures;
using static AmiDashboard.Scores.Figures.SomeScores;

namespace AmiDashboard.Scores.Figures;

public sealed class ScoreDistributionTests
{
    private static readonly ScoreFacts Facts = Of(1, 2) with
    {
        Submissions =
        [
            Submitted(1, 1, At(10, 1), null, 2, 0),
            Submitted(1, 2, At(10, 1), null, 4, null),
            Submitted(2, 1, At(10, 1), null, 4, 5),
            Submitted(2, 2, At(10, 1), At(10, 4), 5, 5),
        ],
    };

    [Fact]
    public void Scores_are_counted_by_level_and_not_judged_is_none()
    {
        var figure = ScoreDistribution.Of(Facts, Scope(At(10, 5)));
        var (first, second) = (figure.Criteria[0], figure.Criteria[1]);

        Assert.Equal([0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0], first.Classes.Select(level => level.Scores));
        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], second.Classes.Select(level => level.Scores));
        Assert.Equal((3, 2, 5), (first.Scores, second.Scores, figure.Scores));
        // Both levels hold application 2 once or twice: it is listed once.
        Assert.Equal(new() { Edition = 1, Numbers = NumberSet.Of(1, 2) }, first.Classes[8].Applications.Rows);
        Assert.Null(first.Classes[0].Applications.Rows);
    }

    [Fact]
    public void Median_mean_and_deviation_are_those_of_the_scores()
    {
        var figure = ScoreDistribution.Of(Facts, Scope(At(10, 5)));

        // 2, 4, 4: mean 10/3, squares 16/9 + 4/9 + 4/9 over 3 = 8/9.
        Assert.Equal(4m, figure.Criteria[0].Median);
        Assert.Equal(10 / 3.0, figure.Criteria[0].Mean!.Value, 12);
        Assert.Equal(Math.Sqrt(8 / 9.0), figure.Criteria[0].Deviation!.Value, 12);
        Assert.Equal(2.5m, figure.Criteria[1].Median);
    }

    [Fact]
    public void A_review_given_back_later_counts_before()
    {
        Assert.Equal(4, ScoreDistribution.Of(Facts, Scope(At(10, 2))).Criteria[0].Scores);
        Assert.Equal(0, ScoreDistribution.Of(Facts, Scope(At(9, 30))).Scores);
        Assert.Null(ScoreDistribution.Of(Facts, Scope(At(9, 30))).Criteria[0].Median);
    }

    [Fact]
    public void Only_applications_that_the_filter_admits_count() =>
        Assert.Equal(
            2,
            ScoreDistribution.Of(Facts, Scope(At(10, 2), new() { Numbers = NumberSet.Of(2) })).Criteria[0].Scores
        );

    [Theory]
    [InlineData(1000, 100, 11, true)]
    [InlineData(2000, 100, 10, false)]
    [InlineData(600, 50, 10, false)]
    public void A_scale_of_more_than_eleven_levels_is_divided_in_ten(int most, int step, int classes, bool areLevels)
    {
        var scale = new Scale(new(most), new(step));
        var figure = ScoreDistribution.Of(Facts with { Scale = scale }, Scope());

        Assert.Equal(classes, figure.Classes.Length);
        Assert.All(figure.Classes, part => Assert.Equal(areLevels, part.IsLevel));
        Assert.All(scale.Levels, level => Assert.Single(figure.Classes, part => part.Holds(level)));
    }
}
