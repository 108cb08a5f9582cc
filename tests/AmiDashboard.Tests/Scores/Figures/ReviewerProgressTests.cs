using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Scores.Figures;
using static AmiDashboard.Scores.Figures.SomeScores;

namespace AmiDashboard.Scores.Figures;

public sealed class ReviewerProgressTests
{
    private static readonly ScoreFacts Facts = Of(1, 2, 3) with
    {
        Assignments =
        [
            Assigned(1, 1, At(9, 24)),
            Assigned(2, 1, At(9, 24)),
            Assigned(1, 2, At(9, 24)),
            Assigned(2, 2, At(9, 24)),
            Assigned(3, 2, At(9, 24)),
            Assigned(3, 3, At(9, 24), At(9, 30)),
        ],
        Submissions = [Submitted(1, 1, At(9, 28), At(10, 3), 3, 3), Submitted(2, 1, At(10, 1), null, 4, 4)],
    };

    [Fact]
    public void Who_has_most_left_comes_first()
    {
        var loads = ReviewerProgress.Of(Facts, Scope(At(10, 2))).Reviewers;

        Assert.Equal(
            [("Personne 2", 0, 3), ("Personne 1", 2, 0)],
            loads.Select(load => (load.Name, load.Submitted, load.Left))
        );
        Assert.Equal(new() { Edition = 1, Numbers = NumberSet.Of(1, 2, 3) }, loads[0].Asked.Rows);
    }

    [Fact]
    public void What_was_given_back_is_left_again_from_then_on()
    {
        var load = ReviewerProgress.Of(Facts, Scope(At(10, 4))).Reviewers.Single(one => one.Reviewer == 1);

        Assert.Equal((1, 1), (load.Submitted, load.Left));
    }

    [Fact]
    public void An_ended_assignment_is_work_until_it_ended()
    {
        Assert.Contains(ReviewerProgress.Of(Facts, Scope(At(9, 29))).Reviewers, load => load.Reviewer == 3);
        Assert.DoesNotContain(ReviewerProgress.Of(Facts, Scope(At(10, 1))).Reviewers, load => load.Reviewer == 3);
    }

    [Fact]
    public void The_filter_leaves_out_applications_and_those_who_review_none_of_the_others()
    {
        var loads = ReviewerProgress.Of(Facts, Scope(At(10, 2), new() { Numbers = NumberSet.Of(3) })).Reviewers;

        Assert.Equal((2, 1), (Assert.Single(loads).Reviewer, loads[0].Left));
    }

    [Fact]
    public void Equal_loads_are_in_the_order_of_names()
    {
        var facts = Facts with
        {
            Reviewers = Facts.Reviewers.SetItem(1, "Zoé").SetItem(2, "Anne"),
            Assignments = [Assigned(1, 1, At(9, 24)), Assigned(1, 2, At(9, 24))],
            Submissions = [],
        };

        Assert.Equal(["Anne", "Zoé"], ReviewerProgress.Of(facts, Scope(At(10, 2))).Reviewers.Select(load => load.Name));
    }
}
