using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Scores;
using Microsoft.EntityFrameworkCore;
using static AmiDashboard.Scores.SampleReviews;

namespace AmiDashboard.Scores;

/// <summary>Two hands at once, on two nodes, round after round: one wins, the other is told, and what is kept agrees.</summary>
public sealed class ScoringAtOnceTests
{
    private const int Rounds = 12;

    private static readonly Viewer Dinsic = SampleDossiers.Person(Profile.Dinsic);
    private static readonly int[] Numbers = [.. Enumerable.Range(1001, Rounds)];

    [Theory, OnBothEngines]
    public async Task One_pair_is_assigned_once(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(Numbers);
        await using var other = store.OpenNode();
        var reviewer = await store.EnlistAsync(1);
        foreach (var number in Numbers)
        {
            var (first, second) = await AtOnceAsync(
                () => AssignAsync(store, (number, reviewer)),
                () => AssignAsync(other, (number, reviewer))
            );
            Assert.NotEqual(first.Done, second.Done);
            Assert.Contains(
                (first.Refusal ?? second.Refusal)!.Key,
                new[] { "Refusal_AssignedAlready", Refusal.Conflict.Key }
            );
        }

        Assert.Equal(Rounds, await RunningAsync(store));
    }

    [Theory, OnBothEngines]
    public async Task A_reviewer_is_never_given_more_than_they_take(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001, 1002);
        await using var other = store.OpenNode();
        for (var round = 1; round <= Rounds; round++)
        {
            var reviewer = await store.EnlistAsync(round, capacity: 1);
            var (first, second) = await AtOnceAsync(
                () => AssignAsync(store, (1001, reviewer)),
                () => AssignAsync(other, (1002, reviewer))
            );
            Assert.NotEqual(first.Done, second.Done);
            Assert.Equal("Refusal_ReviewerFull", (first.Refusal ?? second.Refusal)!.Key);
        }

        Assert.Equal(Rounds, await RunningAsync(store));
    }

    [Theory, OnBothEngines]
    public async Task The_same_pairs_in_opposite_orders_wait_for_each_other_and_not_for_ever(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(Numbers);
        await using var other = store.OpenNode();
        for (var round = 1; round <= 5; round++)
        {
            var reviewer = await store.EnlistAsync(round);
            (int, int)[] pairs = [.. Numbers.Select(number => (number, reviewer))];
            var (first, second) = await AtOnceAsync(
                () => AssignAsync(store, pairs),
                () => AssignAsync(other, [.. pairs.Reverse()])
            );
            Assert.NotEqual(first.Done, second.Done);
        }
    }

    [Theory, OnBothEngines]
    public async Task Nobody_is_given_what_a_tie_told_at_that_moment_keeps_them_from(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(Numbers);
        await using var other = store.OpenNode();
        var reviewer = await store.EnlistAsync(1);
        foreach (var number in Numbers)
        {
            var (assigned, told) = await AtOnceAsync(
                () => AssignAsync(store, (number, reviewer)),
                () => other.Get<RecordConflict>().RunAsync(Dinsic, new(1, number, reviewer, "Lien familial"))
            );
            Assert.True(told.Done, told.Refusal?.Key);
            Assert.Equal(assigned.Done ? null : "Refusal_ConflictDeclared", assigned.Refusal?.Key);
        }

        Assert.Equal(0, await RunningAsync(store));
    }

    [Theory, OnBothEngines]
    public async Task Nobody_is_given_what_a_ministry_told_at_that_moment_keeps_them_from(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001);
        await using var other = store.OpenNode();
        for (var round = 1; round <= Rounds; round++)
        {
            var reviewer = await store.EnlistAsync(round);
            var version = await store.InDatabaseAsync(context =>
                context.Reviewers.Where(one => one.Id == reviewer).Select(one => one.Version).SingleAsync()
            );
            var own = Expected(round, ministry: "Ministère-1001") with { ReviewerId = reviewer, Version = version };
            var (assigned, told) = await AtOnceAsync(
                () => AssignAsync(store, (1001, reviewer)),
                () => other.Get<RecordReviewer>().RunAsync(Dinsic, own)
            );
            Assert.True(told.Done, told.Refusal?.Key);
            Assert.Equal(assigned.Done ? null : "Refusal_SameMinistry", assigned.Refusal?.Key);
        }

        Assert.Equal(0, await RunningAsync(store));
    }

    [Theory, OnBothEngines]
    public async Task An_assignment_is_taken_back_or_its_review_submitted_and_never_both(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(Numbers);
        await using var other = store.OpenNode();
        var reviewer = await store.EnlistAsync(1);
        foreach (var number in Numbers)
        {
            await store.AssignAsync((number, reviewer));
            await store.SaveAsync(1, number, "Avis", 3, 4);
            var viewer = await store.ReviewerAsync(1);
            var (submitted, taken) = await AtOnceAsync(
                () => store.Get<SubmitReview>().RunAsync(viewer, new(number, 0)),
                () => other.Get<TakeBackAssignment>().RunAsync(Dinsic, new(1, number, reviewer))
            );
            Assert.NotEqual(submitted.Done, taken.Done);
            Assert.Contains(
                (submitted.Refusal ?? taken.Refusal)!.Key,
                new[] { "Refusal_ReviewSubmitted", Refusal.NotFound.Key, Refusal.Conflict.Key }
            );
            var counts = await store.Get<ApplicationReviews>().RunAsync(Dinsic, new(number));
            Assert.Equal(submitted.Done, counts.Any(one => one.ReopenedAt is null));
        }
    }

    [Theory, OnBothEngines]
    public async Task A_submitted_review_fits_the_grid_that_changed_at_that_moment(TestEngine engine)
    {
        for (var round = 0; round < Rounds; round++)
        {
            await using var store = await engine.ScoringStoreAsync(1001);
            await using var other = store.OpenNode();
            await store.AssignAsync((1001, await store.EnlistAsync(1)));
            await store.SaveAsync(1, 1001, "Avis", 3.5, 4);
            var (viewer, grid) = (await store.ReviewerAsync(1), (await store.GridAsync()).Grid);

            var (submitted, edited) = await AtOnceAsync(
                () => store.Get<SubmitReview>().RunAsync(viewer, new(1001, 0)),
                () =>
                    other
                        .Get<EditGrid>()
                        .RunAsync(Dinsic, new(1, grid.Again() with { Scale = Scale.TwentyByOnes }, grid.Version))
            );

            Assert.NotEqual(submitted.Done, edited.Done);
            Assert.Contains(
                (submitted.Refusal ?? edited.Refusal)!.Key,
                new[] { "Refusal_ScoreOffScale", "Refusal_ScaleInUse" }
            );
        }
    }

    [Theory, OnBothEngines]
    public async Task A_review_is_reopened_once(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(Numbers);
        await using var other = store.OpenNode();
        var reviewer = await store.EnlistAsync(1);
        foreach (var number in Numbers)
        {
            await store.AssignAsync((number, reviewer));
            await store.SubmitAsync(1, number, "Avis", 3, 4);
            var (first, second) = await AtOnceAsync(
                () => store.Get<ReopenReview>().RunAsync(Dinsic, new(number, reviewer, "Une main")),
                () => other.Get<ReopenReview>().RunAsync(Dinsic, new(number, reviewer, "L’autre"))
            );
            Assert.NotEqual(first.Done, second.Done);
            var given = Assert.Single(await store.Get<ApplicationReviews>().RunAsync(Dinsic, new(number)));
            Assert.Equal(first.Done ? "Une main" : "L’autre", given.ReopenReason);
        }
    }

    private static Task<Outcome<int>> AssignAsync(TestStore store, params (int Number, int Reviewer)[] pairs) =>
        store
            .Get<AssignReviewers>()
            .RunAsync(Dinsic, new(1, [.. pairs.Select(pair => new AssignReviewers.Pair(pair.Number, pair.Reviewer))]));

    private static async Task<(Outcome<int> First, Outcome<int> Second)> AtOnceAsync(
        Func<Task<Outcome<int>>> first,
        Func<Task<Outcome<int>>> second
    )
    {
        var both = await Task.WhenAll(Task.Run(first), Task.Run(second));
        return (both[0], both[1]);
    }

    private static Task<int> RunningAsync(TestStore store) =>
        store.InDatabaseAsync(context => context.Assignments.CountAsync(one => one.EndedAt == null));
}
