using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Scores.Figures;
using AmiDashboard.Core.Scores.Statistics;
using static AmiDashboard.Scores.Figures.SomeScores;

namespace AmiDashboard.Scores.Figures;

public sealed class ReviewerSeveritiesTests
{
    private static readonly ImmutableArray<ReviewerSeverity> Severities =
    [
        new(1, -.5, 2),
        new(2, .75, 1),
        new(3, 0, 4),
    ];

    private static readonly ScoreFacts Facts = Of(1, 2).With(Ranked(1, 1)) with
    {
        Submissions =
        [
            Submitted(1, 1, At(10, 1), null, 5, 5),
            Submitted(2, 1, At(10, 1), null, 5, 5),
            Submitted(1, 2, At(10, 1), At(10, 4), 1, 1),
        ],
    };

    [Fact]
    public void The_most_severe_leans_most_below_zero_and_comes_first()
    {
        var figure = ReviewerSeverities.Of(Facts, Scope(At(10, 2)), Severities);

        Assert.Equal(
            [("Personne 2", -.75, 1), ("Personne 1", .5, 2)],
            figure.Rows.Select(row => (row.Name, row.Lean, row.Reviews))
        );
        Assert.Equal(1.25, figure.Gap);
        Assert.Equal(new() { Edition = 1, Numbers = NumberSet.Of(1, 2) }, figure.Rows[1].Applications.Rows);
    }

    [Fact]
    public void Who_has_no_review_that_counts_is_left_out()
    {
        var figure = ReviewerSeverities.Of(Facts, Scope(At(10, 5)), Severities);

        Assert.Equal(1, Assert.Single(figure.Rows).Reviewer);
        Assert.Null(figure.Gap);
    }

    [Fact]
    public void The_filter_chooses_the_reviewers_but_not_what_their_estimate_rests_on()
    {
        var scope = Scope(At(10, 2), new() { Numbers = NumberSet.Of(2) });
        var row = Assert.Single(ReviewerSeverities.Of(Facts, scope, Severities).Rows);

        Assert.Equal((1, 2, 1), (row.Reviewer, row.Reviews, row.Applications.Count));
    }

    [Fact]
    public void Who_may_not_see_scores_is_given_no_severity() =>
        Assert.Empty(ReviewerSeverities.Of(Facts, Scope(At(10, 2))).Rows);
}
