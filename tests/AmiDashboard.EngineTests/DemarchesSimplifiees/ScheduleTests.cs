using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Exchange.DemarchesSimplifiees.Mirroring;
using AmiDashboard.Storage;

namespace AmiDashboard.DemarchesSimplifiees;

public sealed class ScheduleTests
{
    [Theory, OnBothEngines]
    public async Task A_full_run_comes_once_a_night_and_incremental_ones_between(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 3, interval: TimeSpan.FromHours(3));

        // Time jumps over each wait: days go by in seconds.
        await RunUntilAsync(
            bench,
            runs => runs.Count(run => run is { Kind: SyncKind.Full, State: SyncState.Done }) >= 4
        );

        var full = (await bench.RunsAsync())
            .Where(run => run.Kind == SyncKind.Full)
            .Select(run => ParisTime.FromUtc(run.StartedAt))
            .Order()
            .ToList();
        Assert.All(full.Skip(1), start => Assert.InRange(start.Hour, 2, 3));
        Assert.Equal(full.Count, full.Select(start => start.Date).Distinct().Count());
        Assert.Contains(await bench.RunsAsync(), run => run.Kind == SyncKind.Incremental);
    }

    [Theory, OnBothEngines]
    public async Task A_run_that_a_person_begins_is_seen_at_once_and_carried_on(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 150);
        var viewer = SampleDossiers.Person(Profile.Dinsic);

        var begun = await bench.Get<SynchroniseNow>().RunAsync(viewer, new(SyncKind.Full));

        Assert.Equal(begun.Value, (await bench.MirrorAsync()).Running!.Id);
        Assert.Equal(viewer.Name, (await bench.MirrorAsync()).Running!.StartedBy);
        Assert.Equal(
            "Refusal_RunUnderWay",
            (await bench.Get<SynchroniseNow>().RunAsync(viewer, new(SyncKind.Full))).Refusal?.Key
        );
        await RunUntilAsync(bench, runs => runs.Any(run => run.Id == begun.Value && run.State == SyncState.Done));
        await bench.AssertEqualAsync();
    }

    [Theory, OnBothEngines]
    public async Task Who_may_not_synchronise_begins_and_stops_nothing(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 1);
        var viewer = SampleDossiers.Person(Profile.Sgpi);
        var elsewhere = SampleDossiers.Person(Profile.Dinsic, Perimeter.OfEdition(2));

        Assert.Equal(Refusal.NoRight, (await bench.Get<SynchroniseNow>().RunAsync(viewer, new(SyncKind.Full))).Refusal);
        Assert.Equal(
            "Refusal_EditionUnknown",
            (await bench.Get<SynchroniseNow>().RunAsync(elsewhere, new(SyncKind.Full))).Refusal?.Key
        );
        var run = await bench.Get<SynchroniseNow>().RunAsync(Viewer.Product, new(SyncKind.Full));
        Assert.Equal(
            Refusal.NoRight,
            (await bench.Get<StopSynchronisation>().RunAsync(viewer, new(run.Value))).Refusal
        );
        Assert.False((await bench.Get<StopSynchronisation>().RunAsync(elsewhere, new(run.Value))).Done);
    }

    [Theory, OnBothEngines]
    public async Task The_page_learns_the_next_runs_and_that_the_token_expires_within_a_month(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 5);
        await bench.RunToTheEndAsync();

        var status = await bench.Get<SyncStatus>().RunAsync(SampleDossiers.Person(Profile.Sgpi), new());

        Assert.Equal(19, status.Token!.DaysLeft);
        Assert.Contains("2018", status.Token.Warning, StringComparison.Ordinal);
        Assert.Equal(SyncKind.Incremental, status.Next!.Kind);
        Assert.Equal(new DateTime(2018, 12, 2, 1, 0, 0, DateTimeKind.Utc), status.NextFull);
        Assert.Equal(SyncState.Done, status.Mirror!.LastFullDone!.State);
        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            bench.Get<SyncStatus>().RunAsync(SampleDossiers.Person(Profile.Leadership), new())
        );
    }

    private static async Task RunUntilAsync(SyncBench bench, Func<IReadOnlyList<SyncRun>, bool> reached)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var schedule = bench.Get<SynchronisationSchedule>();
        await schedule.StartAsync(CancellationToken.None);
        while (!reached(await bench.RunsAsync()))
        {
            await Task.Delay(20, limit.Token);
        }

        await schedule.StopAsync(CancellationToken.None);
    }
}
