using System.Threading.Channels;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Applications.Runs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Mirroring;

/// <summary>Runs what is due, and what a person asks for. Does nothing without settings.</summary>
public sealed class SynchronisationSchedule : BackgroundService
{
    /// <summary>Looks at the store at least so often: another node may have run, a person cancelled.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(5);

    private readonly Channel<SyncRun> begun = Channel.CreateUnbounded<SyncRun>();
    private readonly DemarchesSimplifieesSettings settings;
    private readonly Synchronisation synchronisation;
    private readonly MirrorState mirror;
    private readonly TimeProvider time;
    private readonly ILogger<SynchronisationSchedule> log;
    private DateOnly? warned;

    internal SynchronisationSchedule(
        DemarchesSimplifieesSettings settings,
        Synchronisation synchronisation,
        MirrorState mirror,
        TimeProvider time,
        ILogger<SynchronisationSchedule> log
    )
    {
        this.settings = settings;
        this.synchronisation = synchronisation;
        this.mirror = mirror;
        this.time = time;
        this.log = log;
    }

    /// <summary>A run that a person began, to be carried on here.</summary>
    internal void Hand(SyncRun run) => begun.Writer.TryWrite(run);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.IsConfigured)
        {
            log.LogInformation("démarches-simplifiées is not configured: nothing is synchronised.");
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await TurnAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogError(failure, "The synchronisation schedule met an error; it goes on.");
                await Task.Delay(DemarchesSimplifieesSettings.ShortestInterval, time, stoppingToken);
            }
        }
    }

    /// <summary>One turn: carries on what was begun, runs what is due, or sleeps until something is.</summary>
    private async Task TurnAsync(CancellationToken cancellation)
    {
        if (begun.Reader.TryRead(out var run))
        {
            await synchronisation.CarryOnAsync(run, progress: null, cancellation);
            return;
        }

        WarnOfToken();
        var now = time.GetUtcNow().UtcDateTime;
        var state = await mirror.RunAsync(Viewer.Product, new(settings.Edition!.Value), cancellation);
        // One that runs while nothing runs here is another process's, or a dead one's: to begin tells them apart.
        var (kind, at) = state.Running is { } running
            ? (running.Kind, now)
            : SynchronisationPlan.Next(state, now, settings.Interval);
        if (at > now)
        {
            await SleepAsync(at - now < LongestSleep ? at - now : LongestSleep, cancellation);
            return;
        }

        var outcome = await synchronisation.RunOnceAsync(kind, progress: null, cancellation);
        if (!outcome.Done)
        {
            var level = outcome.Refusal.Key == "Refusal_RunUnderWay" ? LogLevel.Debug : LogLevel.Warning;
            log.Log(level, "{Refusal}", SyncTexts.Of(outcome.Refusal.Key, [.. outcome.Refusal.Arguments]));
            await SleepAsync(DemarchesSimplifieesSettings.ShortestInterval, cancellation);
        }
    }

    /// <summary>Until the time is over, or a person begins a run.</summary>
    private async Task SleepAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            await begun.Reader.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The limit: time to look again.
        }
    }

    /// <summary>Once a day, from a month before.</summary>
    private void WarnOfToken()
    {
        var now = time.GetUtcNow().UtcDateTime;
        var today = ParisTime.DayOf(now);
        if (warned != today && TokenExpiry.Of(settings, now)?.Warning is { } warning)
        {
            log.LogWarning("{Warning}", warning);
            warned = today;
        }
    }
}
