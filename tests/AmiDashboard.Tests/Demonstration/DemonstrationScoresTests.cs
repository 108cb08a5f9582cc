using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Demonstration;
using AmiDashboard.Core.Scores;

namespace AmiDashboard.Demonstration;

public sealed class DemonstrationScoresTests
{
    private static readonly FieldMap Guessed = new([]);

    public static TheoryData<int> Editions => [1, 2, 3];

    [Theory, MemberData(nameof(Editions))]
    public void Each_application_under_review_has_three_reviewers_none_of_them_tied_to_it(int edition)
    {
        var scores = Of(edition);
        var reviewers = scores.Reviewers.ToDictionary(reviewer => reviewer.Persona.Key);
        var ministries = Programme
            .Applications.Where(one => one.Edition == edition)
            .ToDictionary(one => one.Dossier.Number, one => ApplicationReading.Of(one.Dossier, Guessed).Ministry);
        Assert.All(
            scores.Assignments.GroupBy(one => one.Number),
            group => Assert.Equal(3, group.Select(one => one.ReviewerKey).Distinct().Count())
        );
        foreach (var (number, key) in scores.Assignments)
        {
            Assert.False(reviewers[key].Ministry is { } own && own == ministries[number]);
            Assert.DoesNotContain(scores.Conflicts, tie => (tie.Number, tie.ReviewerKey) == (number, key));
        }
    }

    [Theory, MemberData(nameof(Editions))]
    public void Every_review_is_of_an_assignment_and_every_submitted_one_keeps_the_rules(int edition)
    {
        var scores = Of(edition);
        Assert.Null(GridRules.Check(null, scores.Grid, hasSubmissions: false));
        var assigned = scores.Assignments.ToHashSet();
        foreach (var review in scores.Reviews)
        {
            Assert.Contains((review.Number, review.ReviewerKey), assigned);
            Assert.True(review.StartedAt >= scores.AssignedAt);
            Assert.All(review.Scores, score => Assert.True(score is null || scores.Grid.Scale.Admits(score.Value)));
            if (review.SubmittedAt is not null)
            {
                Assert.All(
                    review.Scores.Zip(review.Comments),
                    pair => Assert.True(pair.First is not null || pair.Second is { Length: > 0 })
                );
            }
        }
    }

    [Fact]
    public void Past_editions_are_complete_and_the_third_is_under_way()
    {
        foreach (var past in new[] { Of(1), Of(2) })
        {
            Assert.Equal(past.Assignments.Length, past.Reviews.Count(review => review.SubmittedAt is not null));
            Assert.Equal(Enum.GetValues<DecidingBody>(), past.Sessions.Select(session => session.Body));
        }

        var current = Of(3);
        Assert.InRange(
            current.Reviews.Count(review => review.SubmittedAt is not null),
            current.Assignments.Length / 3,
            current.Assignments.Length - 5
        );
        Assert.Contains(current.Reviews, review => review.SubmittedAt is null);
        Assert.Empty(current.Sessions);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Decisions_say_what_became_of_the_applications_within_the_envelope(int edition)
    {
        var fates = Programme
            .Applications.Where(one => one.Edition == edition)
            .ToDictionary(
                one => one.Dossier.Number,
                one => one.Journey.IsEmpty ? Stage.Received : one.Journey[^1].Stage
            );
        var envelope = DemonstrationBudgets
            .Events.OfType<BudgetEvent.Envelope>()
            .Where(one => one.Edition == edition)
            .Sum(one => one.Amount.Cents);
        foreach (var session in Of(edition).Sessions)
        {
            Assert.All(session.Decisions, decision => Assert.Equal($"{fates[decision.Number]}", $"{decision.Verdict}"));
            Assert.Equal(
                fates.Values.Count(stage => stage == Stage.Laureate),
                session.Decisions.Count(decision => decision.Verdict == Verdict.Laureate)
            );
            Assert.True(session.Decisions.Sum(one => one.Amount?.Cents ?? 0) <= envelope);
            Assert.All(
                session.Decisions,
                decision =>
                    Assert.Null(
                        DecisionRules.Check(decision.Verdict, decision.Reason, decision.Amount, session.Body, null)
                    )
            );
        }
    }

    private static DemonstrationScores Of(int edition) => DemonstrationScores.All[edition - 1];
}
