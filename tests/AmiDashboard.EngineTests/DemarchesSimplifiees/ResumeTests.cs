using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Applications.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.DemarchesSimplifiees;

public sealed class ResumeTests
{
    private const int Pages = 4;

    /// <summary>Stopped before, inside and after each page, and inside each deletion list.</summary>
    public static TheoryData<TestEngine, int> EveryMoment()
    {
        var data = new TheoryData<TestEngine, int>();
        foreach (var engine in Enum.GetValues<TestEngine>())
        {
            for (var moment = 0; moment < Pages + 3; moment++)
            {
                data.Add(engine, moment);
            }
        }

        return data;
    }

    [Theory, MemberData(nameof(EveryMoment))]
    public async Task A_full_run_stopped_at_any_moment_goes_on_from_its_last_whole_page(TestEngine engine, int moment)
    {
        await using var bench = await SyncBench.CreateAsync(engine, (Pages * 100) - 20, seed: moment);
        using var stop = new CancellationTokenSource();
        bench.Source.Fault = asked =>
        {
            if (asked.Index == moment)
            {
                stop.Cancel();
            }

            return null;
        };
        var end = await bench.RunAsync(SyncKind.Full, stop.Token);
        Assert.Equal(SyncState.Interrupted, end.State);
        var whole = (await bench.MirroredAsync()).Count;
        Assert.True(whole % 100 == 0 || whole == bench.Source.Numbers.Count, $"{whole} dossiers: a page in part.");
        var asked = bench.Source.Asked.Count;

        await bench.RestartAsync();
        bench.Source.Add();
        await bench.RunToTheEndAsync();

        await bench.AssertEqualAsync();
        var run = Assert.Single(await bench.RunsAsync());
        Assert.Equal((SyncState.Done, bench.Source.Numbers.Count, 0), (run.State, run.Read, run.Missing));
        var first = bench.Source.Asked.Skip(asked).First(one => one.Operation == "Page");
        Assert.Equal(whole == 0, first.After is null);
    }

    [Theory, OnBothEngines]
    public async Task An_incremental_run_that_was_stopped_loses_no_change(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine);
        await bench.RunToTheEndAsync();
        bench.Source.Delete(1042);
        bench.Source.Wait(TimeSpan.FromHours(5));
        foreach (var number in bench.Source.Numbers)
        {
            bench.Source.Touch(number, dossier => dossier.Title += " bis");
        }

        using var stop = new CancellationTokenSource();
        var from = bench.Source.Asked.Count;
        bench.Source.Fault = asked =>
        {
            if (asked.Index == from + 2)
            {
                stop.Cancel();
            }

            return null;
        };
        Assert.Equal(SyncState.Interrupted, (await bench.RunAsync(cancellation: stop.Token)).State);

        await bench.RestartAsync();
        await bench.RunToTheEndAsync();

        await bench.AssertEqualAsync();
    }

    [Theory, OnBothEngines]
    public async Task A_run_of_a_process_that_is_gone_is_taken_over_at_once(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine);
        await DieAfterAPageAsync(bench, $"{Environment.MachineName}/{int.MaxValue}/1");

        await bench.RunToTheEndAsync();

        await bench.AssertEqualAsync();
        Assert.Equal(SyncState.Done, Assert.Single(await bench.RunsAsync()).State);
    }

    [Theory, OnBothEngines]
    public async Task A_run_of_another_machine_is_taken_over_once_its_heart_has_stopped(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine);
        await DieAfterAPageAsync(bench, "une-autre-machine/1/1");
        var start = bench.Get<StartRun>();

        var early = await start.RunAsync(Viewer.Product, new(SyncBench.Edition, SyncKind.Full));
        Assert.Equal("Refusal_RunUnderWay", early.Refusal?.Key);

        bench.Time.Advance(TimeSpan.FromMinutes(3));
        await bench.RunToTheEndAsync();
        await bench.AssertEqualAsync();
    }

    [Theory, OnBothEngines]
    public async Task A_process_whose_run_was_taken_over_can_write_no_more(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine);
        bench.Source.Fault = asked =>
        {
            if (asked is { Operation: "Page", After: not null })
            {
                OwnAsync(bench, "une-autre-machine/1/1").GetAwaiter().GetResult();
            }

            return null;
        };

        var end = await bench.RunAsync();

        Assert.False(end.IsDone);
        Assert.Equal(100, (await bench.MirroredAsync()).Count);
        Assert.Equal(SyncState.Running, (await bench.RunsAsync())[0].State);
    }

    [Theory, OnBothEngines]
    public async Task A_cursor_that_the_source_no_longer_knows_is_dropped_and_the_run_starts_over(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine);
        await DieAfterAPageAsync(bench, $"{Environment.MachineName}/{int.MaxValue}/1");
        var old = (await bench.RunsAsync())[0].Cursor;
        // The same cursor comes again after the first page: by then it is one of the new list.
        var refused = false;
        bench.Source.Fault = asked =>
        {
            if (asked.After != old || refused)
            {
                return null;
            }

            refused = true;
            return Faults.CursorRefused;
        };
        await bench.RunToTheEndAsync();

        Assert.True(refused);
        await bench.AssertEqualAsync();
        Assert.Equal(0, (await bench.RunsAsync())[0].Missing);
    }

    [Theory, OnBothEngines]
    public async Task An_interrupted_full_run_of_yesterday_begins_anew(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine);
        await DieAfterAPageAsync(bench, $"{Environment.MachineName}/{int.MaxValue}/1");
        bench.Time.Advance(TimeSpan.FromHours(13));

        await bench.RunToTheEndAsync();

        Assert.Equal([SyncState.Done, SyncState.Interrupted], (await bench.RunsAsync()).Select(run => run.State));
        await bench.AssertEqualAsync();
    }

    /// <summary>The first page is committed, and then the process is gone: nobody says so.</summary>
    private static async Task DieAfterAPageAsync(SyncBench bench, string owner)
    {
        bench.Source.Fault = asked =>
        {
            if (asked is not { Operation: "Page", After: not null })
            {
                return null;
            }

            OwnAsync(bench, owner).GetAwaiter().GetResult();
            return Faults.TokenRefused;
        };
        await bench.RunAsync(SyncKind.Full);
        bench.Source.Fault = _ => null;
        Assert.Equal(SyncState.Running, Assert.Single(await bench.RunsAsync()).State);
        await bench.RestartAsync();
    }

    private static async Task OwnAsync(SyncBench bench, string owner)
    {
        await using var context = bench.Get<Store>().Read(Viewer.Product, Right.SeeSynchronisation);
        await context.SyncRuns.ExecuteUpdateAsync(set => set.SetProperty(run => run.Owner, owner));
    }
}
