using AmiDashboard.Core;
using AmiDashboard.Core.Scores;
using AmiDashboard.Engines;
using AmiDashboard.Scores;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Portability;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Portability;

public sealed class VerifyScoresTests
{
    [Theory, OnBothEngines]
    public async Task Reviews_that_were_reopened_and_grids_that_changed_are_sound(TestEngine engine)
    {
        await using var store = await DamagedStore.ReviewedAsync(engine);

        var result = await new VerifyStore(store.Get<Store>()).RunAsync();

        Assert.Empty(result.Findings.Select(PortabilityTexts.Say));
        Assert.Equal(5, result.Reviews);
    }

    [Theory, OnBothEngines]
    public async Task A_state_that_the_submissions_contradict_is_found(TestEngine engine)
    {
        await using var store = await DamagedStore.ReviewedAsync(engine);
        var reviewer = await store.ReviewerIdAsync(2);
        async Task FoundAsync(ReviewState state, int standing)
        {
            var finding = Assert.Single(await store.FindingsAsync("Verify_ReviewState"));
            Assert.Equal([DamagedStore.Reserve, reviewer, state, standing, 2], finding.Arguments);
        }

        await SetStateAsync(store, ReviewState.Draft);
        await FoundAsync(ReviewState.Draft, 1);
        await SetStateAsync(store, ReviewState.Reopened);
        await FoundAsync(ReviewState.Reopened, 1);
        await SetStateAsync(store, ReviewState.Submitted);
        Assert.Empty(await store.FindingsAsync("Verify_ReviewState"));

        await store.SpoilAsync(context => Reopen(Submissions(context), DateTime.UnixEpoch.AddYears(70)));
        await FoundAsync(ReviewState.Submitted, 0);
        await store.SpoilAsync(context => Reopen(Submissions(context), null));
        await FoundAsync(ReviewState.Submitted, 2);
    }

    [Theory, OnBothEngines]
    public async Task Submissions_that_count_at_once_or_end_before_they_begin_are_found(TestEngine engine)
    {
        await using var store = await DamagedStore.ReviewedAsync(engine);

        await store.SpoilAsync(context => Reopen(Reopened(context), store.Now.AddDays(1)));
        Assert.Single(await store.FindingsAsync("Verify_SubmissionOrder"));
        await store.SpoilAsync(context => Reopen(Reopened(context), DateTime.UnixEpoch));
        Assert.Single(await store.FindingsAsync("Verify_SubmissionOrder"));
    }

    [Theory, OnBothEngines]
    public async Task A_reopening_that_nobody_signed_or_gave_a_reason_for_is_found(TestEngine engine)
    {
        await using var store = await DamagedStore.ReviewedAsync(engine);
        await store.SpoilAsync(context =>
            Reopened(context).ExecuteUpdateAsync(set => set.SetProperty(one => one.ReopenReason, (string?)null))
        );
        Assert.Single(await store.FindingsAsync("Verify_Reopening"));
    }

    [Theory, OnBothEngines]
    public async Task A_sheet_that_the_grid_would_not_take_is_found(TestEngine engine)
    {
        await using var store = await DamagedStore.ReviewedAsync(engine);
        var sheet = (await store.GridAsync()).Grid.Sheet("Avis", 2, 2);
        async Task FoundAsync(string key, params CriterionEntry[] entries)
        {
            var changed = new ReviewSheet([.. entries], null);
            await store.SpoilAsync(context =>
                Submissions(context)
                    .Where(one => one.ReopenedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(one => one.Sheet, changed))
            );
            Assert.Single(await store.FindingsAsync(key));
            Assert.Single(await store.FindingsAsync("Verify_ReviewDraft"));
        }

        await FoundAsync("Verify_SheetCriterion", sheet.Entries[0], sheet.Entries[1] with { CriterionId = 9999 });
        await FoundAsync("Verify_SheetScale", sheet.Entries[0], sheet.Entries[1] with { Score = new Score(525) });
        await FoundAsync("Verify_SheetIncomplete", sheet.Entries[0]);
    }

    [Theory, OnBothEngines]
    public async Task A_weight_that_is_not_the_last_kept_and_a_scale_that_is_none_are_found(TestEngine engine)
    {
        await using var store = await DamagedStore.ReviewedAsync(engine);
        IQueryable<Criterion> First(AmiContext context) =>
            context.Set<Criterion>().Where(criterion => criterion.ShortName == "Critère 1");

        await store.SpoilAsync(context =>
            First(context).ExecuteUpdateAsync(set => set.SetProperty(one => one.Weight, 60))
        );
        Assert.Equal([1, "Critère 1", 60, 50], Assert.Single(await store.FindingsAsync("Verify_Weight")).Arguments);

        await store.SpoilAsync(context => First(context).SelectMany(one => one.Weights).ExecuteDeleteAsync());
        Assert.Equal([1, "Critère 1"], Assert.Single(await store.FindingsAsync("Verify_NoWeight")).Arguments);

        var scale = new Scale(new Score(500), new Score(300));
        await store.SpoilAsync(context =>
            context.ScoringGrids.ExecuteUpdateAsync(set => set.SetProperty(one => one.Scale, scale))
        );
        Assert.Single(await store.FindingsAsync("Verify_Scale"));

        await store.SpoilAsync(context => context.ScoringGrids.ExecuteDeleteAsync());
        Assert.Equal([1], Assert.Single(await store.FindingsAsync("Verify_NoGrid")).Arguments);
    }

    [Theory, OnBothEngines]
    public async Task Who_reviews_in_a_conflict_or_unasked_is_found(TestEngine engine)
    {
        await using var store = await DamagedStore.ReviewedAsync(engine);
        var (tied, second) = (await store.ReviewerIdAsync(3), await store.ReviewerIdAsync(2));

        await store.SpoilAsync(context =>
            context
                .Assignments.Where(one => one.ReviewerId == tied)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedAt, (DateTime?)null))
        );
        Assert.Equal(
            [DamagedStore.Laureate, tied],
            Assert.Single(await store.FindingsAsync("Verify_AssignedInConflict")).Arguments
        );

        await store.SpoilAsync(context =>
            context
                .Assignments.Where(one => one.ReviewerId == second && one.Number == DamagedStore.Reserve)
                .ExecuteDeleteAsync()
        );
        Assert.Equal(
            [DamagedStore.Reserve, second],
            Assert.Single(await store.FindingsAsync("Verify_ReviewUnassigned")).Arguments
        );
    }

    [Theory, OnBothEngines]
    public async Task A_number_that_is_not_repeated_as_it_was_is_found_in_every_table(TestEngine engine)
    {
        await using var store = await DamagedStore.DecidedAsync(engine);
        await store.SpoilAsync(context =>
            context.Set<Decision>().ExecuteUpdateAsync(set => set.SetProperty(one => one.Edition, 8))
        );
        await store.SpoilAsync(context =>
            context.Reviews.ExecuteUpdateAsync(set => set.SetProperty(one => one.Number, 7))
        );
        await store.SpoilAsync(context =>
            context.Assignments.ExecuteUpdateAsync(set => set.SetProperty(one => one.Number, 7))
        );
        await store.SpoilAsync(context =>
            context.Conflicts.ExecuteUpdateAsync(set => set.SetProperty(one => one.Edition, 7))
        );
        await store.SpoilAsync(context =>
            context.Reviewers.ExecuteUpdateAsync(set => set.SetProperty(one => one.Edition, 7))
        );
        await store.SpoilAsync(context =>
            context.Sessions.ExecuteUpdateAsync(set => set.SetProperty(one => one.Edition, 7))
        );
        await store.SpoilAsync(context =>
            context.ScoringGrids.ExecuteUpdateAsync(set => set.SetProperty(one => one.Edition, 7))
        );

        var found = await store.FindingsAsync("Verify_Repeated");

        Assert.Equal(
            ["Assignment", "ConflictOfInterest", "Decision", "Review", "Reviewer", "ScoringGrid", "Session"],
            found.Select(finding => (string)finding.Arguments[0]).Distinct().Order(StringComparer.Ordinal)
        );
    }

    private static Task SetStateAsync(TestStore store, ReviewState state) =>
        store.SpoilAsync(context =>
            Row(context).ExecuteUpdateAsync(set => set.SetProperty(review => review.State, state))
        );

    private static Task<int> Reopen(IQueryable<ReviewSubmission> submissions, DateTime? at) =>
        submissions.ExecuteUpdateAsync(set => set.SetProperty(one => one.ReopenedAt, at));

    /// <summary>The review that was submitted twice.</summary>
    private static IQueryable<Review> Row(AmiContext context) =>
        context.Reviews.Where(review => review.Submissions.Count > 1);

    private static IQueryable<ReviewSubmission> Submissions(AmiContext context)
    {
        var reviews = Row(context).Select(review => review.Id);
        return context.Set<ReviewSubmission>().Where(one => reviews.Contains(one.ReviewId));
    }

    private static IQueryable<ReviewSubmission> Reopened(AmiContext context) =>
        Submissions(context).Where(one => one.ReopenedAt != null);
}
