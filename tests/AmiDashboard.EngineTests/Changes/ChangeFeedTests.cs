using System.Collections.Concurrent;
using AmiDashboard.Applications;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Changes;

namespace AmiDashboard.Changes;

public sealed class ChangeFeedTests
{
    [Theory, OnBothEngines]
    public async Task All_who_ask_at_once_where_a_new_feed_stands_are_told_the_same(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        for (var round = 1; round <= 30; round++)
        {
            await using var node = store.OpenNode();
            var feed = node.Get<ChangeFeed>();
            var write = store.RecordEditionAsync(round);
            var told = await Task.WhenAll(
                Enumerable.Range(0, 8).Select(_ => Task.Run(() => feed.StandAsync(CancellationToken.None)))
            );
            await write;
            Assert.Single(told.Append(await feed.StandAsync(CancellationToken.None)).Distinct());
        }
    }

    [Theory, OnBothEngines]
    public async Task Writers_in_parallel_are_all_heard_once_and_in_order(TestEngine engine)
    {
        const int Writers = 16;
        const int Each = 10;
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        // The questions of the form are learnt first: two writers who meet them for the first time would conflict.
        await store.RecordAsync(1, SampleDossiers.Dossier(999));
        await store.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
        await store.StartAsync();
        var heard = new ConcurrentQueue<long>();
        var touched = new ConcurrentDictionary<long, int>();
        using var all = new SemaphoreSlim(0);
        using var _ = store
            .Get<ChangeFeed>()
            .Subscribe(
                (changes, _) =>
                {
                    foreach (var change in changes)
                    {
                        heard.Enqueue(change.Id);
                        foreach (var id in change.Of(Subject.Application))
                        {
                            touched.AddOrUpdate(id, 1, (_, times) => times + 1);
                            all.Release();
                        }
                    }

                    return Task.CompletedTask;
                }
            );

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Writers),
            new ParallelOptions { MaxDegreeOfParallelism = Writers },
            async (writer, _) =>
            {
                for (var index = 0; index < Each; index++)
                {
                    await store.RecordAsync(1, SampleDossiers.Dossier(1000 + (writer * Each) + index));
                }
            }
        );
        for (var expected = 0; expected < Writers * Each; expected++)
        {
            Assert.True(
                await all.WaitAsync(TimeSpan.FromSeconds(30)),
                $"Only {expected} of {Writers * Each} were heard."
            );
        }

        Assert.Equal(heard.Order(), heard);
        Assert.Equal(heard.Count, heard.Distinct().Count());
        Assert.All(touched.Values, times => Assert.Equal(1, times));
    }

    [Theory, OnBothEngines]
    public async Task A_refused_write_wakes_nobody(TestEngine engine)
    {
        await using var store = await StartedAsync(engine);
        var feed = store.Get<ChangeFeed>();
        await feed.CatchUpAsync(CancellationToken.None);
        var heard = 0;
        using var _ = feed.Subscribe((changes, _) => Task.FromResult(heard += changes.Count));

        await store.Get<ChangeStage>().RunAsync(Viewer.Product, new(1001, Stage.Laureate, "Trop tôt", 0));
        await feed.CatchUpAsync(CancellationToken.None);

        Assert.Equal(0, heard);
    }

    [Theory, OnBothEngines]
    public async Task Another_node_hears_the_change_and_shows_it(TestEngine engine)
    {
        await using var store = await StartedAsync(engine);
        await using var other = store.OpenNode();
        var viewer = SampleDossiers.Person(Profile.Dinsic);
        Assert.Equal(Stage.Received, await StageAsync(other, viewer));
        await other.StartAsync();
        using var heard = new SemaphoreSlim(0);
        using var _ = other.Get<ApplicationBoard>().Listen(viewer, _ => heard.Release());

        await store.MoveAsync(1001, Stage.Eligible);
        // On SQLite the other node looks by itself; its clock is the test's.
        for (var look = 0; look < 200 && !await heard.WaitAsync(50); look++)
        {
            store.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(Stage.Eligible, await StageAsync(other, viewer));
    }

    [Theory, OnBothEngines]
    public async Task Nobody_is_woken_by_what_they_may_not_see(TestEngine engine)
    {
        await using var store = await StartedAsync(engine);
        var board = store.Get<ApplicationBoard>();
        await store.Get<ApplicationFigures>().RunAsync(Viewer.Product, new(ApplicationFilter.All));
        var (inside, outside, closed) = (0, 0, 0);
        using var first = board.Listen(
            SampleDossiers.Person(Profile.Ministry, Perimeter.OfApplications(1001)),
            _ => inside++
        );
        using var second = board.Listen(
            SampleDossiers.Person(Profile.Ministry, Perimeter.OfApplications(1002)),
            _ => outside++
        );
        board.Listen(SampleDossiers.Person(Profile.Dinsic), _ => closed++).Dispose();

        await store.MoveAsync(1001, Stage.Eligible);
        await store.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);

        Assert.Equal((1, 0, 0), (inside, outside, closed));
    }

    [Theory, OnBothEngines]
    public async Task A_subscriber_that_fails_does_not_silence_the_others(TestEngine engine)
    {
        await using var store = await StartedAsync(engine);
        var feed = store.Get<ChangeFeed>();
        await feed.CatchUpAsync(CancellationToken.None);
        var heard = 0;
        using var failing = feed.Subscribe((_, _) => throw new InvalidOperationException("A page that broke."));
        using var listening = feed.Subscribe((changes, _) => Task.FromResult(heard += changes.Count));

        await store.MoveAsync(1001, Stage.Eligible);
        await feed.CatchUpAsync(CancellationToken.None);

        Assert.Equal(1, heard);
    }

    private static async Task<Stage> StageAsync(TestStore store, Viewer viewer)
    {
        var facts = await store.Get<ApplicationFigures>().RunAsync(viewer, new(ApplicationFilter.All));
        return facts.Facts.Single(fact => fact.Number == 1001).Stage;
    }

    private static async Task<TestStore> StartedAsync(TestEngine engine)
    {
        var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await store.RecordAsync(1, SampleDossiers.Dossier(1001), SampleDossiers.Dossier(1002));
        return store;
    }
}
