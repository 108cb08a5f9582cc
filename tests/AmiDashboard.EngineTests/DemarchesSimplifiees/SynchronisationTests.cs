using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Applications.Runs;
using AmiDashboard.Storage.Changes;

namespace AmiDashboard.DemarchesSimplifiees;

public sealed class SynchronisationTests
{
    [Theory, OnBothEngines]
    public async Task The_first_run_takes_every_dossier_even_when_an_incremental_one_is_asked_for(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine);

        var end = await bench.RunToTheEndAsync();

        Assert.Equal(SyncKind.Full, end.Counts.Kind);
        Assert.Equal((250, 250), (end.Counts.Read, end.Counts.Added));
        await bench.AssertEqualAsync();
        Assert.All(bench.Source.Asked, asked => Assert.InRange(asked.First ?? 1, 1, 100));
    }

    [Theory, OnBothEngines]
    public async Task An_incremental_run_takes_what_changed_and_reads_little_else(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine);
        await bench.RunToTheEndAsync();
        bench.Source.Touch(1003, dossier => dossier.Title = "Titre changé");
        bench.Source.Touch(1200, dossier => (dossier.State, dossier.Budget) = ("accepte", null));
        bench.Source.Add();

        var end = await bench.RunToTheEndAsync();

        Assert.Equal((SyncKind.Incremental, 1, 2), (end.Counts.Kind, end.Counts.Added, end.Counts.Changed));
        Assert.InRange(end.Counts.Read, 3, 10);
        await bench.AssertEqualAsync();
    }

    [Theory, OnBothEngines]
    public async Task Two_changes_within_one_second_are_both_seen_whenever_the_run_falls_between_them(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 3);
        await bench.RunToTheEndAsync();
        bench.Source.Touch(1001, dossier => dossier.Title = "Avant");
        await bench.RunToTheEndAsync();
        bench.Source.Touch(1002, dossier => dossier.Title = "Dans la même seconde");

        await bench.RunToTheEndAsync();

        await bench.AssertEqualAsync();
    }

    [Theory, OnBothEngines]
    public async Task A_dossier_dated_in_the_future_does_not_hide_later_changes(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 10);
        bench.Source.Dossiers[1003].ModifiedAt = new DateTime(2099, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        await bench.RunToTheEndAsync();
        bench.Source.Wait(bench.Time.GetUtcNow().UtcDateTime - new DateTime(2018, 9, 20, 8, 0, 0, DateTimeKind.Utc));
        bench.Source.Touch(1004, dossier => dossier.Title = "Changé ensuite");

        await bench.RunToTheEndAsync();

        Assert.Equal("Changé ensuite", (await bench.MirroredAsync())[1004].Title);
    }

    [Theory, OnBothEngines]
    public async Task A_change_made_while_a_full_run_reads_is_seen_by_the_next_incremental_one(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine);
        var first = bench.Source.Dossiers.Values.MinBy(dossier => dossier.DepositedAt)!.Number;
        var last = bench.Source.Dossiers.Values.MaxBy(dossier => dossier.DepositedAt)!.Number;
        bench.Source.Fault = asked =>
        {
            if (
                asked is { Operation: "Page", After: not null }
                && bench.Source.Dossiers[first].Title != "Entre deux pages"
            )
            {
                bench.Source.Touch(first, dossier => dossier.Title = "Entre deux pages");
                // Hours later at the source, on a page still to be read.
                bench.Source.Touch(last, dossier => dossier.Title = "Plus tard");
                bench.Source.Dossiers[last].ModifiedAt = bench.Source.Dossiers[last].ModifiedAt.AddHours(5);
            }

            return null;
        };

        await bench.RunToTheEndAsync(SyncKind.Full);
        await bench.RunToTheEndAsync();

        await bench.AssertEqualAsync();
    }

    [Theory, OnBothEngines]
    public async Task A_label_that_moves_no_date_is_seen_by_the_full_run(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 30);
        await bench.RunToTheEndAsync();
        bench.Source.Label(1007, "Complet");

        await bench.RunToTheEndAsync(SyncKind.Full);

        Assert.Equal(["Complet"], (await bench.MirroredAsync())[1007].Dossier.Labels);
        await bench.AssertEqualAsync();
    }

    [Theory, OnBothEngines]
    public async Task A_run_without_news_writes_nothing_and_keeps_its_place(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 120);
        await bench.RunToTheEndAsync();
        await bench.RunToTheEndAsync();
        var before = (await bench.RunsAsync())[0];

        var end = await bench.RunToTheEndAsync();

        Assert.Equal((0, 0), (end.Counts.Added, end.Counts.Changed));
        Assert.Equal(before.LatestSeen, (await bench.RunsAsync())[0].LatestSeen);
    }

    [Theory, OnBothEngines]
    public async Task An_empty_démarche_is_mirrored_and_its_first_dossier_is_found_later(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 0);
        await bench.RunToTheEndAsync();
        Assert.Null((await bench.RunsAsync())[0].Cursor);

        bench.Source.Add();
        await bench.RunToTheEndAsync();
        bench.Source.Add();
        await bench.RunToTheEndAsync();

        await bench.AssertEqualAsync();
    }

    [Theory, OnBothEngines]
    public async Task A_cursor_never_crosses_from_one_order_to_the_other(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine);
        await bench.RunToTheEndAsync(SyncKind.Full);
        foreach (var number in bench.Source.Numbers)
        {
            bench.Source.Touch(number, dossier => dossier.Title += " bis");
        }

        await bench.RunToTheEndAsync();
        await bench.RunToTheEndAsync(SyncKind.Full);

        await bench.AssertEqualAsync();
        Assert.All(await bench.RunsAsync(), run => Assert.Empty(run.Problems));
    }

    [Theory, OnBothEngines]
    public async Task The_programmes_own_stage_is_never_overwritten(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 10);
        await bench.RunToTheEndAsync();
        var sheet = await bench.Get<ApplicationSheet>().RunAsync(Viewer.Product, new(1004));
        var moved = await bench
            .Get<ChangeStage>()
            .RunAsync(Viewer.Product, new(1004, Stage.Eligible, "Recevable", sheet!.Application.Version));
        Assert.True(moved.Done);
        bench.Source.Touch(1004, dossier => dossier.State = "refuse");

        await bench.RunToTheEndAsync();
        await bench.RunToTheEndAsync(SyncKind.Full);

        var mirrored = (await bench.MirroredAsync())[1004];
        Assert.Equal((Stage.Eligible, SourceState.Refused), (mirrored.Stage, mirrored.Dossier.State));
    }

    [Theory, OnBothEngines]
    public async Task A_second_run_is_refused_while_the_first_lives_on_whatever_node(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 30);
        await using var other = bench.OpenNode();
        Outcome<SyncRun> second = default;
        bench.Source.Fault = asked =>
        {
            if (asked.Operation == "Page")
            {
                var start = (StartRun)other.GetService(typeof(StartRun))!;
                second = start.RunAsync(Viewer.Product, new(SyncBench.Edition, SyncKind.Full)).GetAwaiter().GetResult();
            }

            return null;
        };

        await bench.RunToTheEndAsync();

        Assert.Equal("Refusal_RunUnderWay", second.Refusal?.Key);
        await bench.AssertEqualAsync();
    }

    [Theory, OnBothEngines]
    public async Task Of_many_runs_begun_at_once_one_is_taken(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 1);
        var begun = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Task.Run(() =>
                        bench.Get<StartRun>().RunAsync(Viewer.Product, new(SyncBench.Edition, SyncKind.Full))
                    )
                )
        );

        Assert.Single(begun, outcome => outcome.Done);
        Assert.Single(await bench.RunsAsync());
    }

    [Theory, OnBothEngines]
    public async Task A_page_of_a_cancelled_run_is_rolled_back_and_wakes_nobody(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 5);
        var run = await bench.Get<StartRun>().RunAsync(Viewer.Product, new(SyncBench.Edition, SyncKind.Full));
        Assert.True((await bench.Get<CancelRun>().RunAsync(Viewer.Product, new(run.Value!.Id))).Done);
        var feed = bench.Get<ChangeFeed>();
        await feed.CatchUpAsync(CancellationToken.None);
        var heard = 0;
        using var _ = feed.Subscribe((changes, _) => Task.FromResult(heard += changes.Count));

        var outcome = await bench
            .Get<RecordDossiers>()
            .RunAsync(
                Viewer.Product,
                new(
                    SyncBench.Edition,
                    [SampleDossiers.Dossier(1001)],
                    DossierOrigin.Api,
                    new RunProgress(run.Value.Id, "curseur", DateTime.UnixEpoch, [])
                )
            );
        await feed.CatchUpAsync(CancellationToken.None);

        Assert.Equal("Refusal_RunNotRunning", outcome.Refusal?.Key);
        Assert.Equal(0, heard);
        Assert.Empty(await bench.MirroredAsync());
        Assert.Null((await bench.RunsAsync())[0].Cursor);
    }

    [Theory, OnBothEngines]
    public async Task A_person_who_cancels_stops_the_run_at_a_whole_page(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine);
        bench.Source.Fault = asked =>
        {
            if (asked is { Operation: "Page", After: not null })
            {
                var running = bench.MirrorAsync().GetAwaiter().GetResult().Running!;
                bench.Get<CancelRun>().RunAsync(Viewer.Product, new(running.Id)).GetAwaiter().GetResult();
            }

            return null;
        };

        var end = await bench.RunAsync();

        Assert.Equal(SyncState.Cancelled, end.State);
        Assert.Equal(SyncState.Cancelled, (await bench.RunsAsync())[0].State);
        Assert.Equal(100, (await bench.MirroredAsync()).Count);
    }

    [Theory, OnBothEngines]
    public async Task An_unknown_edition_is_refused_in_words(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 1);
        var outcome = await bench.Get<StartRun>().RunAsync(Viewer.Product, new(9, SyncKind.Full));
        Assert.Equal("Refusal_EditionUnknown", outcome.Refusal?.Key);
    }
}
