using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Scores;
using Microsoft.EntityFrameworkCore;
using static AmiDashboard.Scores.SampleReviews;

namespace AmiDashboard.Scores;

public sealed class AssignReviewersTests
{
    private static readonly Viewer Dinsic = SampleDossiers.Person(Profile.Dinsic);

    [Theory, OnBothEngines]
    public async Task An_assignment_is_dated_and_signed_and_reaches_its_reviewer(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001, 1002);
        var reviewer = await store.EnlistAsync(1);
        Assert.Empty(await store.Get<OwnReviews>().RunAsync(await store.ReviewerAsync(1), new()));

        Assert.Equal(1, await AssignAsync(store, (1001, reviewer), (1001, reviewer)));

        var kept = Assert.Single(await AllAsync(store));
        Assert.Equal(
            (1001, reviewer, store.Now, "Dinsic"),
            (kept.Number, kept.ReviewerId, kept.AssignedAt, kept.AssignedBy)
        );
        var viewer = await store.ReviewerAsync(1);
        Assert.Equal(1001, Assert.Single(await store.Get<OwnReviews>().RunAsync(viewer, new())).Number);
        Assert.NotNull(await store.WorkspaceAsync(viewer, 1001));
        Assert.Null(await store.WorkspaceAsync(viewer, 1002));
    }

    [Theory, OnBothEngines]
    public async Task Refusals_say_why_and_of_several_pairs_none_is_kept(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001, 1002, 1003, 1005);
        await store.PlaceEditionAsync(2, 2001);
        await store.RecordAsync(1, SampleDossiers.Dossier(1004));
        await store.MoveAsync(1003, Stage.Withdrawn);
        var (one, ministry, busy, elsewhere) = (
            await store.EnlistAsync(1),
            await store.EnlistAsync(2, ministry: "ministere-1002"),
            await store.EnlistAsync(3, capacity: 1),
            await store.EnlistAsync(4, edition: 2)
        );
        await store.AssignAsync((1002, one));
        await store.DoAsync<RecordConflict, RecordConflict.Request, int>(
            new(1, 1002, busy, "Ancien employeur"),
            Dinsic
        );
        async Task RefusedAsync(string key, params (int Number, int Reviewer)[] pairs) =>
            AssertRefused(key, await TryAsync(store, [(1001, one), .. pairs]));

        await RefusedAsync("Refusal_NotToReview", (1003, one));
        await RefusedAsync("Refusal_NotToReview", (1004, one));
        await RefusedAsync("Refusal_SameMinistry", (1002, ministry));
        await RefusedAsync("Refusal_ConflictDeclared", (1002, busy));
        await RefusedAsync("Refusal_AssignedAlready", (1002, one));
        await RefusedAsync("Refusal_ReviewerFull", (1001, busy), (1005, busy));
        await RefusedAsync(Refusal.NotFound.Key, (2001, one));
        await RefusedAsync(Refusal.NotFound.Key, (1001, elsewhere));
        await RefusedAsync(Refusal.NotFound.Key, (1001, 9999));
        AssertRefused("Refusal_NoPairs", await TryAsync(store));
        AssertRefused(
            Refusal.NotFound.Key,
            await store
                .Get<AssignReviewers>()
                .RunAsync(
                    SampleDossiers.Person(Profile.Dinsic, Perimeter.OfApplications(1002)),
                    new(1, [new(1001, one)])
                )
        );

        Assert.Equal(
            (1002, one),
            Assert.Single((await AllAsync(store)).Select(kept => (kept.Number, kept.ReviewerId)))
        );
    }

    [Theory, OnBothEngines]
    public async Task A_full_reviewer_is_full_for_who_sees_but_some_applications_too(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001, 1002);
        var reviewer = await store.EnlistAsync(1, capacity: 1);
        await store.AssignAsync((1001, reviewer));

        var outcome = await store
            .Get<AssignReviewers>()
            .RunAsync(
                SampleDossiers.Person(Profile.Dinsic, Perimeter.OfApplications(1002)),
                new(1, [new(1002, reviewer)])
            );

        AssertRefused("Refusal_ReviewerFull", outcome);
    }

    [Theory, OnBothEngines]
    public async Task An_assignment_is_taken_back_until_its_review_is_submitted(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001);
        var reviewer = await store.EnlistAsync(1);
        await store.AssignAsync((1001, reviewer));
        await store.SaveAsync(1, 1001, "Brouillon", 1, 2);
        Assert.Equal(1001, await TakeBackAsync(store, reviewer));
        var ended = Assert.Single(await AllAsync(store));
        Assert.Equal((store.Now, "Dinsic", AssignmentEnd.TakenBack), (ended.EndedAt, ended.EndedBy, ended.End));
        Assert.Null(await store.WorkspaceAsync(await store.ReviewerAsync(1), 1001));

        // Given again, the draft is still there.
        await store.AssignAsync((1001, reviewer));
        Assert.Equal("Brouillon", (await store.WorkspaceAsync(await store.ReviewerAsync(1), 1001))!.Draft.Comment);
        await store.SubmitAsync(1, 1001, "Avis", 1, 2);

        AssertRefused("Refusal_ReviewSubmitted", await TryTakeBackAsync(store, reviewer));
        await store.DoAsync<ReopenReview, ReopenReview.Request, int>(new(1001, reviewer, "À revoir"));
        await TakeBackAsync(store, reviewer);
        AssertRefused(Refusal.NotFound.Key, await TryTakeBackAsync(store, reviewer));
        Assert.Equal(2, (await AllAsync(store)).Count);
    }

    [Theory, OnBothEngines]
    public async Task A_declared_tie_ends_the_assignment_and_uncounts_the_review(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001);
        var reviewer = await store.EnlistAsync(1);
        await store.AssignAsync((1001, reviewer));
        await store.SubmitAsync(1, 1001, "Avis", 3, 4);
        var viewer = await store.ReviewerAsync(1);
        AssertRefused("Refusal_ReasonMissing", await store.Get<DeclareConflict>().RunAsync(viewer, new(1001, " ")));

        await store.DoAsync<DeclareConflict, DeclareConflict.Request, int>(new(1001, "Lien familial"), viewer);

        Assert.Equal(AssignmentEnd.Conflict, Assert.Single(await AllAsync(store)).End);
        var given = Assert.Single(await store.Get<ApplicationReviews>().RunAsync(Dinsic, new(1001)));
        Assert.Equal((store.Now, "Lien familial"), (given.ReopenedAt, given.ReopenReason));
        AssertRefused("Refusal_ConflictDeclared", await TryAsync(store, (1001, reviewer)));
        viewer = await store.ReviewerAsync(1);
        Assert.Null(await store.WorkspaceAsync(viewer, 1001));
        AssertRefused(Refusal.NotFound.Key, await store.Get<DeclareConflict>().RunAsync(viewer, new(1001, "Encore")));
        AssertRefused(
            Refusal.Conflict.Key,
            await store.Get<RecordConflict>().RunAsync(Dinsic, new(1, 1001, reviewer, "Deux fois"))
        );

        var grid = (await store.Get<AssignmentSheet>().RunAsync(Dinsic, new(1)))!;
        var tie = Assert.Single(grid.Conflicts.Values);
        AssertRefused("Refusal_ReasonMissing", await store.Get<LiftConflict>().RunAsync(Dinsic, new(tie.Id, null)));
        await store.DoAsync<LiftConflict, LiftConflict.Request, int>(new(tie.Id, "Erreur de personne"), Dinsic);
        AssertRefused(Refusal.NotFound.Key, await store.Get<LiftConflict>().RunAsync(Dinsic, new(tie.Id, "Encore")));
        await store.AssignAsync((1001, reviewer));
    }

    [Theory, OnBothEngines]
    public async Task A_ministry_that_the_source_names_later_keeps_its_reviewer_away(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001);
        await store.AssignAsync((1001, await store.EnlistAsync(1, ministry: "Ministère-7")));
        Assert.NotNull(await store.WorkspaceAsync(await store.ReviewerAsync(1), 1001));

        var changed = SampleDossiers.Dossier(1001).With("Ministère ou opérateur porteur", "Ministère-7");
        await store.RecordAsync(1, changed with { ModifiedAt = store.Now });

        var viewer = await store.ReviewerAsync(1);
        Assert.Null(await store.WorkspaceAsync(viewer, 1001));
        Assert.Empty(await store.Get<OwnReviews>().RunAsync(viewer, new()));
        Assert.False(viewer.PerimeterOf(Right.SeeApplications).Admits(1, 1001));
    }

    [Theory, OnBothEngines]
    public async Task Nobody_is_given_nor_freed_once_a_jury_opened(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001, 1002);
        var reviewer = await store.EnlistAsync(1);
        await store.AssignAsync((1001, reviewer));
        await store.OpenAsync(DecidingBody.Jury);

        AssertRefused("Refusal_ReviewsClosed", await TryAsync(store, (1002, reviewer)));
        AssertRefused("Refusal_ReviewsClosed", await TryTakeBackAsync(store, reviewer));
        AssertRefused(
            "Refusal_ReviewsClosed",
            await store.Get<DeclareConflict>().RunAsync(await store.ReviewerAsync(1), new(1001, "Lien"))
        );
        AssertRefused(
            "Refusal_ReviewsClosed",
            await store.Get<RecordConflict>().RunAsync(Dinsic, new(1, 1002, reviewer, "Lien"))
        );
    }

    private static Task<Outcome<int>> TryAsync(TestStore store, params (int Number, int Reviewer)[] pairs) =>
        store
            .Get<AssignReviewers>()
            .RunAsync(Dinsic, new(1, [.. pairs.Select(pair => new AssignReviewers.Pair(pair.Number, pair.Reviewer))]));

    private static async Task<int> AssignAsync(TestStore store, params (int Number, int Reviewer)[] pairs)
    {
        var outcome = await TryAsync(store, pairs);
        Assert.True(outcome.Done, outcome.Refusal?.Key);
        return outcome.Value;
    }

    private static Task<Outcome<int>> TryTakeBackAsync(TestStore store, int reviewer) =>
        store.Get<TakeBackAssignment>().RunAsync(Dinsic, new(1, 1001, reviewer));

    private static async Task<int> TakeBackAsync(TestStore store, int reviewer)
    {
        var outcome = await TryTakeBackAsync(store, reviewer);
        Assert.True(outcome.Done, outcome.Refusal?.Key);
        return outcome.Value;
    }

    private static Task<List<Assignment>> AllAsync(TestStore store) =>
        store.InDatabaseAsync(context => context.Assignments.OrderBy(one => one.Id).ToListAsync());
}
