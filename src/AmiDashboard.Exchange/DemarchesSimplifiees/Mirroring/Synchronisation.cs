using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Exchange.DemarchesSimplifiees.Source;
using AmiDashboard.Storage.Applications.Runs;
using Microsoft.Extensions.Logging;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Mirroring;

/// <summary>
/// Runs synchronisations. An incremental one takes what was modified since the last; a full one takes every dossier, and
/// says what is missing. Both apply the deletion lists. Each page is committed with its cursor, whole or not at all.
/// </summary>
public sealed class Synchronisation
{
    private readonly DemarchesSimplifieesSettings settings;
    private readonly StartRun start;
    private readonly RunPages pages;
    private readonly EndRun end;
    private readonly ILogger<Synchronisation> log;
    private readonly RunsHere here = new();

    internal Synchronisation(
        DemarchesSimplifieesSettings settings,
        StartRun start,
        RunPages pages,
        EndRun end,
        ILogger<Synchronisation> log
    )
    {
        this.settings = settings;
        this.start = start;
        this.pages = pages;
        this.end = end;
        this.log = log;
    }

    /// <summary>
    /// One run from beginning to end, for the product itself. Done when its state is <see cref="SyncState.Done"/> (dossiers
    /// that could not be read are counted as problems); otherwise <see cref="SyncTexts.ErrorOf"/> says why. Refused without
    /// settings, without the edition, and while another run lives.
    /// </summary>
    /// <param name="cancellation">Leaves the run interrupted: the next goes on from its last page.</param>
    public async Task<Outcome<SyncEnd>> RunOnceAsync(
        SyncKind kind,
        IProgress<SyncProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        var begun = await BeginAsync(Viewer.Product, kind, cancellation);
        return begun.Done ? await CarryOnAsync(begun.Value, progress, cancellation) : begun.Refusal;
    }

    /// <summary>Notes the beginning of a run, so that everybody sees it; <see cref="CarryOnAsync"/> does the work.</summary>
    internal async Task<Outcome<SyncRun>> BeginAsync(Viewer viewer, SyncKind kind, CancellationToken cancellation)
    {
        if (!settings.IsConfigured || settings.Edition is not { } edition)
        {
            return new Refusal("Refusal_SyncNotConfigured");
        }

        // Whatever its heartbeat says: this process knows that its own run lives.
        return here.Any && viewer.Can(StartRun.Right)
            ? new Refusal("Refusal_RunUnderWay", Viewer.Product.Name)
            : await start.RunAsync(viewer, new StartRun.Request(edition, kind), cancellation);
    }

    internal async Task<SyncEnd> CarryOnAsync(
        SyncRun run,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellation
    )
    {
        using var stop = here.Register(run.Id, cancellation);
        var counts = new SyncProgress(run.Kind, run.Read, run.Expected, run.Added, run.Changed, run.Unchanged, 0);
        try
        {
            var counted = new Counting(counts, progress);
            var failure = await pages.MirrorAsync(run, counted, stop.Token);
            counts = counted.Counts;
            return failure is null
                ? new SyncEnd(run.Id, SyncState.Done, counts, null, null)
                : await FailAsync(run, counts, failure);
        }
        catch (RunLostException)
        {
            return new SyncEnd(run.Id, SyncState.Cancelled, counts, "Refusal_RunNotRunning", null);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Refused, and rightly, where a person cancelled the run: its state is written already.
            await end.RunAsync(Viewer.Product, new(run.Id, SyncState.Interrupted), CancellationToken.None);
            var state = cancellation.IsCancellationRequested ? SyncState.Interrupted : SyncState.Cancelled;
            return new SyncEnd(run.Id, state, counts, null, null);
        }
        catch (Exception unforeseen)
        {
            log.LogError(unforeseen, "Synchronisation run {Run} stopped.", run.Id);
            return await EndAsync(run, counts, "Sync_Unexpected", unforeseen.GetType().Name);
        }
    }

    /// <summary>Stops a run of this process at once; <see cref="CancelRun"/> writes it down, and stops those of other nodes.</summary>
    internal void Stop(long run) => here.Stop(run);

    private Task<SyncEnd> FailAsync(SyncRun run, SyncProgress counts, SourceFailure failure)
    {
        log.LogWarning("Synchronisation run {Run} failed: {Kind} {Detail}", run.Id, failure.Kind, failure.Detail);
        return failure.Kind == SourceFailureKind.TokenExpired && settings.TokenExpires is { } day
            ? EndAsync(run, counts, "Sync_TokenExpiredOn", $"{day:O}")
            : EndAsync(run, counts, failure.Key, failure.Detail);
    }

    private async Task<SyncEnd> EndAsync(SyncRun run, SyncProgress counts, string key, string? detail)
    {
        await end.RunAsync(Viewer.Product, new(run.Id, SyncState.Failed, key, detail), CancellationToken.None);
        return new SyncEnd(run.Id, SyncState.Failed, counts, key, detail);
    }
}
