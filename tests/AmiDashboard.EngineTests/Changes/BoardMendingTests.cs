using AmiDashboard.Applications;
using AmiDashboard.Budgets;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Storage.Changes;
using AmiDashboard.Storage.Dashboards;
using AmiDashboard.Storage.Prototypes;
using AmiDashboard.Storage.Scores;
using static AmiDashboard.Scores.SampleReviews;

namespace AmiDashboard.Changes;

/// <summary>What becomes of a board that could not take in a change: a table that it needs is away for a while.</summary>
public sealed class BoardMendingTests
{
    private static readonly Viewer Dinsic = SampleDossiers.Person(Profile.Dinsic);

    private static readonly FilledStore Reviewed = new(async store =>
    {
        await store.PlaceEditionAsync(1, 1001, 1002);
        await store.EnlistAsync(1);
        await store.EnlistAsync(2);
        await store.AssignAsync((1001, 1), (1002, 2));
        await store.SubmitAsync(1, 1001, "Avis", 4, 2);
        await store.SubmitAsync(2, 1002, "Avis", 2, 4);
    });

    /// <summary>A table that each board reads to follow, and to load.</summary>
    private static readonly Dictionary<BoardName, string> Needed = new()
    {
        [BoardName.Applications] = "application_technique",
        [BoardName.Scores] = "reviewer",
        [BoardName.Budgets] = "budget_comment",
        [BoardName.Prototypes] = "prototype",
        [BoardName.Notes] = "chart_note",
    };

    public static TheoryData<TestEngine, BoardName> Boards =>
        new(
            from engine in Enum.GetValues<TestEngine>()
            from board in Enum.GetValues<BoardName>()
            select new TheoryDataRow<TestEngine, BoardName>(engine, board)
        );

    [Theory, MemberData(nameof(Boards))]
    public async Task A_board_that_missed_a_change_says_so_and_is_loaded_again_until_that_succeeds(
        TestEngine engine,
        BoardName board
    )
    {
        await using var store = await AskedAsync(engine);
        var feed = store.Get<ChangeFeed>();
        var until = store.Now;
        var told = 0;
        using var _ = Listen(store, board, () => told++);
        store.Time.Advance(TimeSpan.FromMinutes(1));

        await MoveAwayAsync(store, board);
        var missed = await WriteSomethingAsync(store);
        await feed.CatchUpAsync(CancellationToken.None);

        Assert.Equal(board, Assert.Single(feed.Boards, one => one.Behind is not null).Name);
        Assert.Null(feed.Staleness);
        store.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal((until, missed), (feed.Staleness!.Since, BehindOf(feed, board)!.Missed));
        Assert.Equal([board], feed.Staleness.Boards);

        if (board != BoardName.Scores)
        {
            // The scores are loaded by whoever asks: they have nothing to be loaded again before.
            await feed.CatchUpAsync(CancellationToken.None);
            Assert.Equal(2, BehindOf(feed, board)!.Failures);
            Assert.Equal(until, feed.Staleness!.Since);
        }

        await PutBackAsync(store, board);
        told = 0;
        store.Time.Advance(TimeSpan.FromSeconds(10));
        await feed.CatchUpAsync(CancellationToken.None);

        Assert.Null(feed.Staleness);
        Assert.True(told > 0);
        await AskAsync(store);
        Assert.Empty((await store.Get<BoardProof>().RunAsync())!.Boards.SelectMany(one => one.Differing));
    }

    [Theory, OnBothEngines]
    public async Task What_was_shown_of_a_missed_change_is_right_afterwards_and_under_a_new_version(TestEngine engine)
    {
        await using var store = await AskedAsync(engine);
        var feed = store.Get<ChangeFeed>();
        var before = await store.Get<ApplicationFigures>().RunAsync(Dinsic, new(ApplicationFilter.All));
        var version = before.Facts.Single(fact => fact.Number == 1001).Stage;
        var ranked = (await store.Get<RankingFacts>().RunAsync(Dinsic, new(1))).Stamp;
        var sheet = await store.SheetAsync(1001);

        await MoveAwayAsync(store, BoardName.Applications);
        await store.DoAsync<ChangeStage, ChangeStage.Request, int>(
            new(1001, Stage.Withdrawn, "Motif", sheet!.Application.Version, null)
        );
        await feed.CatchUpAsync(CancellationToken.None);
        var stale = await store.Get<ApplicationFigures>().RunAsync(Dinsic, new(ApplicationFilter.All));
        Assert.Equal((before.Version, version), (stale.Version, stale.Facts.Single(fact => fact.Number == 1001).Stage));
        var meanwhile = (await store.Get<RankingFacts>().RunAsync(Dinsic, new(1))).Stamp;

        await PutBackAsync(store, BoardName.Applications);
        store.Time.Advance(TimeSpan.FromSeconds(10));
        await feed.CatchUpAsync(CancellationToken.None);

        var after = await store.Get<ApplicationFigures>().RunAsync(Dinsic, new(ApplicationFilter.All));
        Assert.Equal(Stage.Withdrawn, after.Facts.Single(fact => fact.Number == 1001).Stage);
        Assert.True(after.Version > stale.Version);
        // Scores were ranked anew with the old stages: they are ranked once more, under another stamp.
        var last = await store.Get<RankingFacts>().RunAsync(Dinsic, new(1));
        Assert.True(last.Stamp > meanwhile && meanwhile >= ranked);
        Assert.DoesNotContain(1001, last.Facts!.Ranking!.Rows.Select(row => row.Number));
    }

    [Theory, OnBothEngines]
    public async Task A_change_table_that_cannot_be_read_is_told_of_and_the_end_of_it_too(TestEngine engine)
    {
        await using var store = await AskedAsync(engine);
        var (feed, watch) = (store.Get<ChangeFeed>(), store.Get<StalenessWatch>());
        var since = store.Now;
        var told = new List<DateTime?>();
        using var _ = watch.Listen(() => told.Add(watch.Staleness?.Since));

        await store.SqlAsync("ALTER TABLE change_record RENAME TO change_record_away");
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => feed.CatchUpAsync(CancellationToken.None));
        watch.Look();
        Assert.Empty(told);
        store.Time.Advance(TimeSpan.FromSeconds(11));
        watch.Look();
        watch.Look();
        Assert.Equal([since], told);
        Assert.Empty(watch.Staleness!.Boards);

        await store.SqlAsync("ALTER TABLE change_record_away RENAME TO change_record");
        await feed.CatchUpAsync(CancellationToken.None);
        watch.Look();

        Assert.Equal([since, null], told);
    }

    [Theory, InlineData(1), InlineData(-1)]
    public async Task A_clock_that_is_set_neither_makes_live_figures_stale_nor_hides_that_they_are(int days)
    {
        await using var store = await AskedAsync(TestEngine.Sqlite);
        var feed = store.Get<ChangeFeed>();
        store.Time.SetClock(TimeSpan.FromDays(days));
        Assert.Null(feed.Staleness);

        await MoveAwayAsync(store, BoardName.Notes);
        await WriteSomethingAsync(store);
        await feed.CatchUpAsync(CancellationToken.None);
        store.Time.SetClock(TimeSpan.FromDays(days));
        Assert.Null(feed.Staleness);
        store.Time.Advance(TimeSpan.FromSeconds(2));
        store.Time.SetClock(TimeSpan.FromDays(days));
        Assert.Equal([BoardName.Notes], feed.Staleness!.Boards);
        Assert.InRange(feed.Staleness.For, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3));

        await PutBackAsync(store, BoardName.Notes);
        await feed.CatchUpAsync(CancellationToken.None);
        Assert.Null(feed.Staleness);

        store.Time.SetClock(TimeSpan.FromDays(days));
        store.Time.Advance(TimeSpan.FromSeconds(11));
        Assert.InRange(feed.Staleness!.For, TimeSpan.FromSeconds(11), TimeSpan.FromSeconds(12));
    }

    [Theory, OnBothEngines]
    public async Task The_meter_tells_how_many_boards_are_behind_how_old_they_are_and_how_far_the_feed_has_come(
        TestEngine engine
    )
    {
        await using var store = await AskedAsync(engine);
        var feed = store.Get<ChangeFeed>();
        using var meter = new NodeMeter(feed);
        var last = await feed.LastIdAsync(CancellationToken.None);
        Assert.Equal((0, 0, 0, last), Read());

        store.Time.Advance(TimeSpan.FromMinutes(1));
        await MoveAwayAsync(store, BoardName.Notes);
        await MoveAwayAsync(store, BoardName.Budgets);
        var missed = await WriteSomethingAsync(store);
        Assert.Equal((0, 0, 60, last), Read());
        await feed.CatchUpAsync(CancellationToken.None);
        store.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal((2, 62, 2, missed), Read());

        await PutBackAsync(store, BoardName.Budgets);
        await PutBackAsync(store, BoardName.Notes);
        store.Time.Advance(TimeSpan.FromSeconds(10));
        await feed.CatchUpAsync(CancellationToken.None);
        Assert.Equal((0, 0, 0, missed), Read());

        (double Behind, double BehindTime, double Lag, double Position) Read() =>
            (meter["boards.behind"], meter["boards.behind.time"], meter["feed.lag"], meter["feed.position"]);
    }

    [Theory, OnBothEngines]
    public async Task A_running_node_mends_itself(TestEngine engine)
    {
        await using var store = await AskedAsync(engine);
        var watch = store.Get<StalenessWatch>();
        using var changed = new SemaphoreSlim(0);
        using var _ = watch.Listen(() => changed.Release());
        await store.StartAsync();
        await MoveAwayAsync(store, BoardName.Notes);
        await WriteSomethingAsync(store);
        await UntilAsync(() => watch.Staleness is not null);
        Assert.Equal([BoardName.Notes], watch.Staleness!.Boards);

        await PutBackAsync(store, BoardName.Notes);

        await UntilAsync(() => watch.Staleness is null);

        async Task UntilAsync(Func<bool> holds)
        {
            // The node's clock is the test's.
            for (var look = 0; look < 400 && !holds(); look++)
            {
                store.Time.Advance(TimeSpan.FromSeconds(1));
                await changed.WaitAsync(50);
            }

            Assert.True(holds());
        }
    }

    /// <summary>Two applications, one of them a prototype with money and reviews, and every board asked.</summary>
    private static async Task<TestStore> AskedAsync(TestEngine engine)
    {
        var store = await Reviewed.CopyAsync(engine);
        await AskAsync(store);
        await store.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
        return store;
    }

    private static async Task AskAsync(TestStore store)
    {
        await store.Get<ApplicationBoard>().StateAsync(CancellationToken.None);
        await store.Get<ScoreBoard>().ScoresAsync(1, CancellationToken.None);
        await store.Get<BudgetBoard>().StateAsync(CancellationToken.None);
        await store.Get<PrototypeBoard>().StateAsync(CancellationToken.None);
        await store.Get<NoteBoard>().NotesAsync(CancellationToken.None);
    }

    private static IDisposable Listen(TestStore store, BoardName board, Action changed) =>
        board switch
        {
            BoardName.Applications => store.Get<ApplicationBoard>().Listen(Dinsic, _ => changed()),
            BoardName.Scores => store.Get<ScoreBoard>().Listen(Dinsic, changed),
            BoardName.Budgets => store.Get<BudgetBoard>().Listen(Dinsic, changed),
            BoardName.Prototypes => store.Get<PrototypeBoard>().Listen(Dinsic, changed),
            BoardName.Notes => store.Get<NoteBoard>().Listen(Dinsic, "deposits", changed),
            _ => throw new ArgumentOutOfRangeException(nameof(board), board, null),
        };

    private static Behind? BehindOf(ChangeFeed feed, BoardName board) =>
        feed.Boards.Single(one => one.Name == board).Behind;

    private static Task MoveAwayAsync(TestStore store, BoardName board) =>
        store.SqlAsync($"ALTER TABLE {Needed[board]} RENAME TO {Needed[board]}_away");

    private static Task PutBackAsync(TestStore store, BoardName board) =>
        store.SqlAsync($"ALTER TABLE {Needed[board]}_away RENAME TO {Needed[board]}");

    /// <summary>A change that tells every board something; its id. In brackets and without a space would be a name.</summary>
    private static async Task<long> WriteSomethingAsync(TestStore store)
    {
        await store.SqlAsync(
            """
            INSERT INTO change_record ([RecordedAt], [RecordedBy], [Operation], [Touched])
            SELECT [RecordedAt], [RecordedBy], 'Something',
                '{{"Application":[ 1],"Review":[ 1],"Budget":[ 1001],"Prototype":[ 1001],"ChartNote":[ 1]}}'
            FROM change_record ORDER BY [Id] LIMIT 1
            """
        );
        return await store.Get<ChangeFeed>().LastIdAsync(CancellationToken.None);
    }
}
