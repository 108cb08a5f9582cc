using AmiDashboard.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Scores;

namespace AmiDashboard.Scores;

public sealed class ScoreBoardTests
{
    private const int Number = 1001;

    [Theory, OnBothEngines]
    public async Task A_submitted_review_moves_the_ranking_and_wakes_only_those_it_concerns(TestEngine engine)
    {
        await using var store = await StartedAsync(engine);
        var board = store.Get<ScoreBoard>();
        var heard = new Dictionary<string, TaskCompletionSource>();
        TaskCompletionSource Listen(string name, Viewer viewer)
        {
            var source = heard[name] = new(TaskCreationOptions.RunContinuationsAsynchronously);
            board.Listen(viewer, () => source.TrySetResult());
            return source;
        }

        var before = await store.Get<RankingFacts>().RunAsync(SampleScores.Manager, new(1));
        var dinsic = Listen("dinsic", SampleScores.Manager);
        var own = Listen("a", await store.ViewerAsync("a"));
        Listen("b", await store.ViewerAsync("b"));
        Listen("ministry", SampleDossiers.Person(Profile.Ministry, Perimeter.OfApplications(Number)));
        Listen("elsewhere", SampleDossiers.Person(Profile.Dinsic, Perimeter.OfEdition(2)));

        await store.SubmitAsync("a", 1, Number, 8, 6);
        await Task.WhenAll(dinsic.Task, own.Task);

        var after = await store.Get<RankingFacts>().RunAsync(SampleScores.Manager, new(1));
        Assert.True(after.Stamp > before.Stamp);
        Assert.Empty(before.Facts!.Ranking!.Rows);
        Assert.Equal(3.6, after.Facts!.Ranking!.Rows.Single().Mean!.Value, 9);
        Assert.False(heard["b"].Task.IsCompleted);
        Assert.False(heard["ministry"].Task.IsCompleted);
        Assert.False(heard["elsewhere"].Task.IsCompleted);
    }

    [Theory, OnBothEngines]
    public async Task A_second_node_shows_what_the_first_wrote(TestEngine engine)
    {
        await using var store = await StartedAsync(engine);
        await using var other = store.OpenNode();
        await other.StartAsync();
        Assert.Empty((await other.Get<RankingFacts>().RunAsync(SampleScores.Manager, new(1))).Facts!.Ranking!.Rows);
        await store.SubmitAsync("a", 1, Number, 8, 6);
        // The other node looks by itself as well: time goes by until it has.
        while ((await other.Get<RankingFacts>().RunAsync(SampleScores.Manager, new(1))).Facts!.Ranking!.Rows.IsEmpty)
        {
            store.Time.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    [Theory, OnBothEngines]
    public async Task Intervals_follow_under_a_later_stamp(TestEngine engine)
    {
        await using var store = await StartedAsync(engine);
        await store.SubmitAsync("a", 1, Number, 8, 6);
        await store.SubmitAsync("b", 1, Number, 4, 6);
        var first = await store.Get<RankingFacts>().RunAsync(SampleScores.Manager, new(1));
        var last = first;
        while (last.Facts!.Intervals is null)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
            last = await store.Get<RankingFacts>().RunAsync(SampleScores.Manager, new(1));
        }

        Assert.True(last.Stamp >= first.Stamp);
        Assert.Equal(1, last.Facts.Intervals.ByApplication[Number].Best);
    }

    private static async Task<TestStore> StartedAsync(TestEngine engine)
    {
        var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await store.RecordEditionAsync(2);
        await store.RecordAsync(1, SampleDossiers.Dossier(Number));
        await store.UnderReviewAsync(Number);
        await store.DoAsync<EditGrid, EditGrid.Request, int>(new(1, SampleScores.Grid(), null), SampleScores.Manager);
        foreach (var key in new[] { "a", "b" })
        {
            var reviewer = await store.EnlistAsync(1, key);
            await store.SignInAsync(key, Profile.Reviewer);
            await store.AssignAsync(1, (Number, reviewer));
        }

        await store.StartAsync();
        return store;
    }
}
