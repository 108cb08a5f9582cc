using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Scores;
using Microsoft.EntityFrameworkCore;
using static AmiDashboard.Scores.SampleReviews;

namespace AmiDashboard.Scores;

public sealed class ReviewTests
{
    private static readonly Viewer Dinsic = SampleDossiers.Person(Profile.Dinsic);

    [Theory, OnBothEngines]
    public async Task A_draft_is_kept_complete_or_not_with_its_version(TestEngine engine)
    {
        await using var store = await AssignedAsync(engine);
        var viewer = await store.ReviewerAsync(1);
        var empty = (await store.WorkspaceAsync(viewer, 1001))!;
        Assert.Equal((null, null, null), (empty.State, empty.Version, empty.SavedAt));

        var one = new ReviewSheet([new(empty.Grid.Criteria[0].Id, new Score(350), false, "Bien")], null);
        var first = await SaveAsync(store, viewer, one, null);
        store.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await SaveAsync(store, viewer, one with { Comment = "Suite" }, first);

        Assert.True(second > first);
        var sheet = (await store.WorkspaceAsync(viewer, 1001))!;
        Assert.Equal((ReviewState.Draft, second, store.Now), (sheet.State, sheet.Version, sheet.SavedAt));
        Assert.Equal(("Suite", new Score(350)), (sheet.Draft.Comment, Assert.Single(sheet.Draft.Entries).Score));
        var own = Assert.Single(await store.Get<OwnReviews>().RunAsync(viewer, new()));
        Assert.Equal((1, 2, ReviewState.Draft), (own.Filled, own.Criteria, own.State));
    }

    [Theory, OnBothEngines]
    public async Task After_the_first_word_a_draft_tells_nobody(TestEngine engine)
    {
        await using var store = await AssignedAsync(engine);
        var viewer = await store.ReviewerAsync(1);
        var before = await store.ChangesAsync();
        var version = await SaveAsync(store, viewer, ReviewSheet.Empty, null);
        Assert.Equal(before + 1, await store.ChangesAsync());
        for (var word = 0; word < 5; word++)
        {
            version = await SaveAsync(store, viewer, new([], $"Mot {word}"), version);
        }

        Assert.Equal(before + 1, await store.ChangesAsync());
    }

    [Theory, OnBothEngines]
    public async Task What_does_not_fit_the_grid_is_refused(TestEngine engine)
    {
        await using var store = await AssignedAsync(engine);
        var viewer = await store.ReviewerAsync(1);
        var grid = (await store.GridAsync()).Grid;
        async Task RefusedAsync(string key, ReviewSheet sheet) =>
            AssertRefused(key, await store.Get<SaveDraft>().RunAsync(viewer, new(1001, sheet, null)));

        await RefusedAsync("Refusal_ScoreOffScale", grid.Sheet("", 5.5, 1));
        await RefusedAsync("Refusal_ScoreOffScale", grid.Sheet("", 2.25, 1));
        await RefusedAsync("Refusal_ScoreOffScale", grid.Sheet("", -1, 1));
        await RefusedAsync("Refusal_CommentTooLong", grid.Sheet(new string('x', 4001), 1, 1));
        await RefusedAsync("Refusal_CriterionUnknown", new([new(9999, new Score(100), false, null)], null));
        var entry = grid.Sheet("", 1, 1).Entries[0];
        await RefusedAsync("Refusal_CriterionTwice", new([entry, entry], null));
        AssertRefused(
            Refusal.NotFound.Key,
            await store.Get<SaveDraft>().RunAsync(viewer, new(1002, grid.Sheet("", 1, 1), null))
        );
        Assert.Null((await store.WorkspaceAsync(viewer, 1001))!.State);
    }

    [Theory, OnBothEngines]
    public async Task An_incomplete_review_is_not_submitted(TestEngine engine)
    {
        await using var store = await AssignedAsync(engine);
        var viewer = await store.ReviewerAsync(1);
        var grid = (await store.GridAsync()).Grid;
        AssertRefused("Refusal_NothingScored", await store.Get<SubmitReview>().RunAsync(viewer, new(1001, 0)));
        int? version = null;
        async Task RefusedAsync(string key, params CriterionEntry[] entries)
        {
            version = await SaveAsync(store, viewer, new([.. entries], null), version);
            AssertRefused(key, await store.Get<SubmitReview>().RunAsync(viewer, new(1001, version.Value)));
        }

        CriterionEntry first = new(grid.Criteria[0].Id, new Score(200), false, null);
        CriterionEntry unjudged = new(grid.Criteria[1].Id, null, true, "Le dossier n’en dit rien");
        await RefusedAsync("Refusal_CriterionNotScored", first);
        await RefusedAsync("Refusal_CriterionNotScored", first, unjudged with { CannotJudge = false });
        await RefusedAsync("Refusal_CannotJudgeWithoutComment", first, unjudged with { Comment = " " });
        await RefusedAsync("Refusal_ScoredAndNotJudged", first, unjudged with { Score = new Score(100) });
        await RefusedAsync(
            "Refusal_NothingScored",
            unjudged,
            first with
            {
                Score = null,
                CannotJudge = true,
                Comment = "Non",
            }
        );

        version = await SaveAsync(store, viewer, new([first, unjudged], null), version);
        AssertRefused(
            Refusal.Conflict.Key,
            await store.Get<SubmitReview>().RunAsync(viewer, new(1001, version.Value - 1))
        );
        await store.DoAsync<SubmitReview, SubmitReview.Request, int>(new(1001, version.Value), viewer);
    }

    [Theory, OnBothEngines]
    public async Task A_submitted_review_is_dated_and_not_editable(TestEngine engine)
    {
        await using var store = await AssignedAsync(engine);
        var viewer = await store.ReviewerAsync(1);
        var grid = (await store.GridAsync()).Grid;
        var version = await SaveAsync(store, viewer, grid.Sheet("Avis", 3, 4), null);
        var submitted = await store.DoAsync<SubmitReview, SubmitReview.Request, int>(new(1001, version), viewer);

        var sheet = (await store.WorkspaceAsync(viewer, 1001))!;
        Assert.Equal((ReviewState.Submitted, submitted), (sheet.State, sheet.Version));
        Assert.Equal((store.Now, "Évaluateur-1"), (sheet.Last!.SubmittedAt, sheet.Last.SubmittedBy));
        AssertRefused(
            "Refusal_ReviewSubmitted",
            await store.Get<SaveDraft>().RunAsync(viewer, new(1001, grid.Sheet("Autre", 5, 5), sheet.Version))
        );
        AssertRefused(
            "Refusal_ReviewSubmitted",
            await store.Get<SubmitReview>().RunAsync(viewer, new(1001, sheet.Version!.Value))
        );
        Assert.Equal("Avis", (await store.WorkspaceAsync(viewer, 1001))!.Draft.Comment);
    }

    [Theory, OnBothEngines]
    public async Task A_manager_reopens_with_a_reason_and_a_new_submission_leaves_the_older_one(TestEngine engine)
    {
        await using var store = await AssignedAsync(engine);
        var reviewer = (await store.InDatabaseAsync(context => context.Reviewers.SingleAsync())).Id;
        AssertRefused(
            Refusal.NotFound.Key,
            await store.Get<ReopenReview>().RunAsync(Dinsic, new(1001, reviewer, "Rien à rouvrir"))
        );
        await store.SubmitAsync(1, 1001, "Premier avis", 3, 4);
        var viewer = await store.ReviewerAsync(1);
        AssertRefused(
            Refusal.NoRight.Key,
            await store.Get<ReopenReview>().RunAsync(viewer, new(1001, reviewer, "Moi"))
        );
        AssertRefused(
            "Refusal_ReasonMissing",
            await store.Get<ReopenReview>().RunAsync(Dinsic, new(1001, reviewer, ""))
        );

        store.Time.Advance(TimeSpan.FromHours(1));
        var reopenedAt = store.Now;
        await store.DoAsync<ReopenReview, ReopenReview.Request, int>(new(1001, reviewer, " À préciser "), Dinsic);
        Assert.Equal(
            (ReviewState.Reopened, "À préciser"),
            (
                (await store.WorkspaceAsync(viewer, 1001))!.State,
                (await store.WorkspaceAsync(viewer, 1001))!.Last!.ReopenReason
            )
        );
        AssertRefused(
            "Refusal_ReviewNotSubmitted",
            await store.Get<ReopenReview>().RunAsync(Dinsic, new(1001, reviewer, "Encore"))
        );
        Assert.Empty(await store.Get<ApplicationReviews>().RunAsync(SampleDossiers.Person(Profile.Sgpi), new(1001)));
        await store.SubmitAsync(1, 1001, "Second avis", 2, 2);

        var given = await store.Get<ApplicationReviews>().RunAsync(Dinsic, new(1001));
        Assert.Equal(["Premier avis", "Second avis"], given.Select(one => one.Sheet.Comment));
        Assert.Equal([(DateTime?)reopenedAt, null], given.Select(one => one.ReopenedAt));
        Assert.Equal(["À préciser", null], given.Select(one => one.ReopenReason));
        Assert.Equal(
            "Second avis",
            Assert
                .Single(await store.Get<ApplicationReviews>().RunAsync(SampleDossiers.Person(Profile.Sgpi), new(1001)))
                .Sheet.Comment
        );
    }

    [Theory, OnBothEngines]
    public async Task Two_windows_of_one_person_do_not_overwrite_each_other(TestEngine engine)
    {
        await using var store = await AssignedAsync(engine);
        await using var other = store.OpenNode();
        var viewer = await store.ReviewerAsync(1);
        var version = await SaveAsync(store, viewer, new([], "Début"), null);
        AssertRefused(
            Refusal.Conflict.Key,
            await other.Get<SaveDraft>().RunAsync(viewer, new(1001, new([], "Fenêtre restée vide"), null))
        );

        for (var round = 0; round < 10; round++)
        {
            var seen = version;
            string[] words = [$"A{round}", $"B{round}"];
            var outcomes = await Task.WhenAll(
                Task.Run(() => store.Get<SaveDraft>().RunAsync(viewer, new(1001, new([], words[0]), seen))),
                Task.Run(() => other.Get<SaveDraft>().RunAsync(viewer, new(1001, new([], words[1]), seen)))
            );
            var winner = Assert.Single(outcomes, outcome => outcome.Done);
            Assert.Equal(Refusal.Conflict, Assert.Single(outcomes, outcome => !outcome.Done).Refusal);
            Assert.Equal(words[outcomes[0].Done ? 0 : 1], (await store.WorkspaceAsync(viewer, 1001))!.Draft.Comment);
            version = winner.Value;
        }
    }

    [Theory, OnBothEngines]
    public async Task A_draft_on_a_criterion_that_is_gone_can_be_finished(TestEngine engine)
    {
        await using var store = await AssignedAsync(engine);
        await store.SaveAsync(1, 1001, "Brouillon", 3, 4);
        var grid = (await store.GridAsync()).Grid;
        await store.DoAsync<EditGrid, EditGrid.Request, int>(
            new(1, grid.Again() with { Criteria = [.. grid.Again().Criteria.Take(1)] }, grid.Version)
        );

        var viewer = await store.ReviewerAsync(1);
        var sheet = (await store.WorkspaceAsync(viewer, 1001))!;
        Assert.Equal(grid.Criteria[0].Id, Assert.Single(sheet.Draft.Entries).CriterionId);
        await store.DoAsync<SubmitReview, SubmitReview.Request, int>(new(1001, sheet.Version!.Value), viewer);
        Assert.Single((await store.WorkspaceAsync(viewer, 1001))!.Last!.Sheet.Entries);
    }

    [Theory, OnBothEngines]
    public async Task Reviews_are_closed_by_a_jury_and_open_again_when_it_is_cancelled(TestEngine engine)
    {
        await using var store = await AssignedAsync(engine);
        await store.SaveAsync(1, 1001, "Avis", 3, 4);
        var session = await store.OpenAsync(DecidingBody.Jury);
        var viewer = await store.ReviewerAsync(1);
        var sheet = (await store.WorkspaceAsync(viewer, 1001))!;
        Assert.True(sheet.IsFrozen);
        SubmitReview.Request request = new(1001, sheet.Version!.Value);
        AssertRefused("Refusal_ReviewsClosed", await store.Get<SubmitReview>().RunAsync(viewer, request));

        await store.CancelAsync(session);
        await store.DoAsync<SubmitReview, SubmitReview.Request, int>(request, viewer);
        session = await store.OpenAsync(DecidingBody.Jury);
        var reviewer = (await store.InDatabaseAsync(context => context.Reviewers.SingleAsync())).Id;
        AssertRefused(
            "Refusal_ReviewsClosed",
            await store.Get<ReopenReview>().RunAsync(Dinsic, new(1001, reviewer, "Trop tard"))
        );
        await store.CancelAsync(session);
        await store.DoAsync<ReopenReview, ReopenReview.Request, int>(new(1001, reviewer, "Encore temps"), Dinsic);
    }

    private static async Task<TestStore> AssignedAsync(TestEngine engine)
    {
        var store = await engine.ScoringStoreAsync(1001, 1002);
        await store.AssignAsync((1001, await store.EnlistAsync(1)));
        return store;
    }

    private static Task<int> SaveAsync(TestStore store, Viewer viewer, ReviewSheet sheet, int? version) =>
        store.DoAsync<SaveDraft, SaveDraft.Request, int>(new(1001, sheet, version), viewer);
}
