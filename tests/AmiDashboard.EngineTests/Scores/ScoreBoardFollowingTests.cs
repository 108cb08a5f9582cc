using AmiDashboard.Applications;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Core.Scores.Figures;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Changes;
using AmiDashboard.Storage.Scores;
using Microsoft.EntityFrameworkCore;
using static AmiDashboard.Scores.SampleReviews;

namespace AmiDashboard.Scores;

/// <summary>What the board shows follows what is written, whatever comes together, and whatever fails meanwhile.</summary>
public sealed class ScoreBoardFollowingTests
{
    private static readonly Viewer Dinsic = SampleDossiers.Person(Profile.Dinsic);

    [Theory, OnBothEngines]
    public async Task Each_act_on_scores_changes_what_is_ranked_under_a_greater_stamp(TestEngine engine)
    {
        await using var store = await AssignedAsync(engine);
        var stamp = (await RankingAsync(store)).Stamp;
        async Task<ScoreFacts> AfterAsync()
        {
            await store.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
            var known = await RankingAsync(store);
            Assert.True(known.Stamp > stamp, $"The stamp stayed {stamp}.");
            stamp = known.Stamp;
            return known.Facts!;
        }

        await store.SubmitAsync(1, 1001, "Avis", 4, 2);
        await store.SubmitAsync(1, 1002, "Avis", 2, 4);
        Assert.Equal([1001, 1002], Ranked(await AfterAsync()));

        var grid = (await store.GridAsync()).Grid;
        await store.DoAsync<EditGrid, EditGrid.Request, int>(
            new(1, grid.Again().Weighing(10, 90) with { Reason = "Vote" }, grid.Version)
        );
        Assert.Equal([1002, 1001], Ranked(await AfterAsync()));

        var reviewer = (await store.Get<ReviewerList>().RunAsync(Dinsic, new(1))).Reviewers[0].Reviewer;
        await store.DoAsync<ReopenReview, ReopenReview.Request, int>(new(1002, reviewer.Id, "À revoir"));
        Assert.Equal([1001], Ranked(await AfterAsync()));

        await store.SubmitAsync(1, 1002, "Avis", 2, 5);
        Assert.Equal([1002, 1001], Ranked(await AfterAsync()));

        await store.MoveAsync(1002, Stage.Withdrawn);
        Assert.Equal([1001], Ranked(await AfterAsync()));
    }

    [Theory, OnBothEngines]
    public async Task A_name_that_changes_in_the_same_moment_as_a_review_is_shown_too(TestEngine engine)
    {
        await using var store = await AssignedAsync(engine);
        var reviewer = (await store.Get<ReviewerList>().RunAsync(Dinsic, new(1))).Reviewers[0].Reviewer;
        await store.Get<ReviewerFacts>().RunAsync(Dinsic, new(1));

        await store.DoAsync<RecordReviewer, RecordReviewer.Request, int>(
            new(1, null, null, "Évaluateur-2", Email(KeyOf(2)), null, [], null)
        );
        await store.SubmitAsync(1, 1001, "Avis", 4, 2);
        await store.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);

        var facts = (await store.Get<ReviewerFacts>().RunAsync(Dinsic, new(1))).Facts!;
        Assert.Equal(["Évaluateur-1", "Évaluateur-2"], facts.Reviewers.Values.Order(StringComparer.Ordinal));
        Assert.Contains(reviewer.Id, facts.Reviewers.Keys);
    }

    [Theory, OnBothEngines]
    public async Task What_could_not_be_loaded_is_loaded_at_the_next_question(TestEngine engine)
    {
        await using var store = await AssignedAsync(engine);
        Assert.Empty(Ranked((await RankingAsync(store)).Facts!));
        await store.SubmitAsync(1, 1001, "Avis", 4, 2);
        await store.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);

        await RenameAsync(store, "review_submission", "out_of_reach");
        await Assert.ThrowsAnyAsync<Exception>(() => RankingAsync(store));
        await RenameAsync(store, "out_of_reach", "review_submission");

        Assert.Equal([1001], Ranked((await RankingAsync(store)).Facts!));
    }

    [Theory, OnBothEngines]
    public async Task A_review_of_one_edition_leaves_the_others_as_they_were(TestEngine engine)
    {
        await using var store = await AssignedAsync(engine);
        await store.PlaceEditionAsync(2, 2001);
        await store.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
        await RankingAsync(store);
        var before = await store.Get<RankingFacts>().RunAsync(Dinsic, new(2));

        await store.SubmitAsync(1, 1001, "Avis", 4, 2);
        await store.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
        Assert.Equal([1001], Ranked((await RankingAsync(store)).Facts!));

        // But for the intervals, which come when they come.
        Assert.Equal(before.Stamp / 2, (await store.Get<RankingFacts>().RunAsync(Dinsic, new(2))).Stamp / 2);
    }

    [Theory, OnBothEngines]
    public async Task Whoever_asks_while_much_is_written_gets_what_was_written_before(TestEngine engine)
    {
        int[] numbers = [.. Enumerable.Range(1001, 12)];
        await using var store = await engine.ScoringStoreAsync(numbers);
        var reviewer = await store.EnlistAsync(1);
        await store.AssignAsync([.. numbers.Select(number => (number, reviewer))]);
        await store.StartAsync();
        await RankingAsync(store);

        using var done = new CancellationTokenSource();
        var asking = Task.Run(async () =>
        {
            var last = 0L;
            while (!done.IsCancellationRequested)
            {
                var known = await RankingAsync(store);
                Assert.True(known.Stamp >= last, $"The stamp went back from {last} to {known.Stamp}.");
                last = known.Stamp;
            }
        });
        foreach (var number in numbers)
        {
            await store.SubmitAsync(1, number, "Avis", 4, 2);
            await store.MoveAsync(number, number % 2 == 0 ? Stage.Withdrawn : Stage.Shortlisted);
        }

        await done.CancelAsync();
        await asking;
        await store.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
        Assert.Equal(numbers.Where(number => number % 2 == 1), Ranked((await RankingAsync(store)).Facts!).Order());
    }

    private static Task<KnownScores> RankingAsync(TestStore store) =>
        store.Get<RankingFacts>().RunAsync(Dinsic, new(1));

    private static IEnumerable<int> Ranked(ScoreFacts facts) => facts.Ranking!.Rows.Select(row => row.Number);

    private static Task<int> RenameAsync(TestStore store, string from, string to) =>
        store.InDatabaseAsync(context =>
#pragma warning disable EF1002 // Names of tables, written here.
            context.Database.ExecuteSqlRawAsync($"ALTER TABLE {from} RENAME TO {to}")
#pragma warning restore EF1002
        );

    /// <summary>One reviewer, given two applications.</summary>
    private static async Task<TestStore> AssignedAsync(TestEngine engine)
    {
        var store = await engine.ScoringStoreAsync(1001, 1002);
        var reviewer = await store.EnlistAsync(1);
        await store.AssignAsync((1001, reviewer), (1002, reviewer));
        return store;
    }
}
