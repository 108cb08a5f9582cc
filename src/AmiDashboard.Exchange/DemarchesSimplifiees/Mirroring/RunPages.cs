using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Exchange.DemarchesSimplifiees.Source;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Applications.Runs;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Mirroring;

/// <summary>The pages of one run, from where it stands to its end, into the store.</summary>
internal sealed class RunPages(
    DossierSource source,
    RecordDossiers record,
    ConcludeRun conclude,
    KeepRunAlive alive,
    MirrorState mirror,
    TimeProvider time
)
{
    /// <summary>How often a page that met another writer is written again.</summary>
    private const int MostConflicts = 10;

    /// <summary>Null when the run is done.</summary>
    /// <exception cref="RunLostException">The run is no longer this process's: cancelled, or taken for dead.</exception>
    public async Task<SourceFailure?> MirrorAsync(SyncRun run, Counting counting, CancellationToken cancellation)
    {
        var patience = new Patience(time, cancel => BeatAsync(run, cancel));
        // A full run's pages do not come by date of modification: what it covers is known before its first page.
        DateTime? covered = null;
        if (run is { Kind: SyncKind.Full, Cursor: null })
        {
            var latest = await source.LatestAsync(patience, cancellation);
            if (latest.Value is null)
            {
                return latest.Failure;
            }

            covered = latest.Value.Count > 0 ? latest.Value[0].ModifiedAt : null;
        }

        return await ScanAsync(run, covered, patience, counting, cancellation)
            ?? await ConcludeAsync(run, patience, cancellation);
    }

    private async Task<SourceFailure?> ScanAsync(
        SyncRun run,
        DateTime? covered,
        Patience patience,
        Counting counting,
        CancellationToken cancellation
    )
    {
        var resumed = run is { Kind: SyncKind.Full, Cursor: not null };
        var scan = new DossierScan(source, patience, run.UpdatedSince, resumed ? run.Cursor : null);
        while (true)
        {
            var answer = await scan.NextAsync(cancellation);
            if (answer.Value is not { } step)
            {
                if (resumed && IsOfCursor(answer.Failure!))
                {
                    // The source no longer knows where that was: from the beginning, and what was seen stays seen.
                    resumed = false;
                    scan = new DossierScan(source, patience, run.UpdatedSince, cursor: null);
                    continue;
                }

                return answer.Failure;
            }

            resumed = false;
            await RecordAsync(run, step, covered, counting, cancellation);
            if (!step.HasMore)
            {
                return null;
            }
        }
    }

    private static bool IsOfCursor(SourceFailure failure) =>
        failure.Kind
            is SourceFailureKind.QueryRefused
                or SourceFailureKind.Internal
                or SourceFailureKind.NotUnderstood
                or SourceFailureKind.NotFound;

    private async Task RecordAsync(
        SyncRun run,
        ScanStep step,
        DateTime? covered,
        Counting counting,
        CancellationToken cancellation
    )
    {
        var progress = new RunProgress(
            run.Id,
            step.Cursor,
            run.Kind == SyncKind.Full ? covered : step.LatestSeen,
            step.Problems
        );
        var request = new RecordDossiers.Request(run.Edition, step.Dossiers, DossierOrigin.Api, progress);
        counting.Add(step, await InsistAsync(() => record.RunAsync(Viewer.Product, request, cancellation)));
    }

    private async Task<SourceFailure?> ConcludeAsync(SyncRun run, Patience patience, CancellationToken cancellation)
    {
        DateTime? since = null;
        if (run.Kind == SyncKind.Incremental)
        {
            var state = await mirror.RunAsync(Viewer.Product, new(run.Edition), cancellation);
            since = state.DoneUpTo - StartRun.Overlap;
        }

        var lists = await DeletionLists.ReadAsync(source, patience, since, cancellation);
        if (lists.Value is not { } found)
        {
            return lists.Failure;
        }

        var request = new ConcludeRun.Request(run.Id, found.Binned, found.Deleted);
        await InsistAsync(() => conclude.RunAsync(Viewer.Product, request, cancellation));
        return null;
    }

    private async Task BeatAsync(SyncRun run, CancellationToken cancellation)
    {
        if (!(await alive.RunAsync(Viewer.Product, new(run.Id), cancellation)).Done)
        {
            throw new RunLostException();
        }
    }

    /// <summary>Writes again after a conflict with another writer; any other refusal means that the run is lost.</summary>
    private static async Task<T> InsistAsync<T>(Func<Task<Outcome<T>>> write)
    {
        for (var attempt = 0; ; attempt++)
        {
            var outcome = await write();
            if (outcome.Done)
            {
                return outcome.Value;
            }

            if (outcome.Refusal != Refusal.Conflict)
            {
                throw new RunLostException();
            }

            if (attempt == MostConflicts)
            {
                throw new InvalidOperationException("Another writer was always first.");
            }
        }
    }
}

/// <summary>The run was cancelled, or another process took it over: nothing more is to be written for it.</summary>
public sealed class RunLostException() : Exception("The run is no longer this process's.");
