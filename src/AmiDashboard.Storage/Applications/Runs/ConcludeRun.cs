using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications.Runs;

/// <summary>
/// Ends a run that read its last page: hides what is in the source's bin, purges what the source deleted (a number stays),
/// and after a full run marks as missing what neither the pages nor the lists show. All in one transaction with the
/// run's end. The result is the number of applications purged.
/// </summary>
public sealed class ConcludeRun(Store store) : IOperation<ConcludeRun.Request, int>
{
    private const int BatchSize = 500;

    /// <param name="Binned">Numbers in the source's bin.</param>
    /// <param name="Deleted">What the source deleted for good.</param>
    public sealed record Request(long Run, IReadOnlyList<int> Binned, IReadOnlyList<Deletion> Deleted);

    /// <param name="Reason">As the source gives it: user_request, expired, …</param>
    /// <param name="At">UTC.</param>
    public sealed record Deletion(int Number, string Reason, DateTime At);

    public static Right Right => Right.Synchronise;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(ConcludeRun),
            async writing =>
            {
                if (await RunningRun.FindAsync(writing, request.Run, cancellation) is not { } run)
                {
                    return RunningRun.NotRunning;
                }

                foreach (var batch in request.Binned.Distinct().Chunk(BatchSize))
                {
                    await MarkAsync(writing, run.Edition, batch, Presence.PendingDeletion, cancellation);
                }

                var deleted = request.Deleted.DistinctBy(deletion => deletion.Number);
                foreach (var batch in deleted.Chunk(BatchSize))
                {
                    run.Purged += await PurgeAsync(writing, run.Edition, batch, cancellation);
                }

                if (run.Kind == SyncKind.Full)
                {
                    run.Missing = await MarkMissingAsync(writing, run, request, cancellation);
                }

                run.State = SyncState.Done;
                run.HeartbeatAt = writing.Now;
                run.FinishedAt = writing.Now;
                writing.Touch(Subject.SyncRun, run.Id);
                return run.Purged;
            },
            cancellation
        );

    private static async Task MarkAsync(
        Writing writing,
        int edition,
        int[] numbers,
        Presence presence,
        CancellationToken cancellation
    )
    {
        var applications = await writing
            .Context.Applications.Where(application =>
                application.Edition == edition
                && numbers.Contains(application.Number)
                && application.Presence != presence
            )
            .ToListAsync(cancellation);
        foreach (var application in applications)
        {
            application.Presence = presence;
            writing.Touch(Subject.Application, application.Id);
        }

        await writing.Context.SaveChangesAsync(cancellation);
    }

    private static async Task<int> PurgeAsync(
        Writing writing,
        int edition,
        Deletion[] deletions,
        CancellationToken cancellation
    )
    {
        int[] numbers = [.. deletions.Select(deletion => deletion.Number)];
        var gone = await writing
            .Context.Applications.Where(application =>
                application.Edition == edition && numbers.Contains(application.Number)
            )
            .ToListAsync(cancellation);
        foreach (var application in gone)
        {
            writing.Touch(Subject.Application, application.Id);
        }

        // What hangs on an application goes with it: the database's own cascade.
        writing.Context.Applications.RemoveRange(gone);
        var known = await writing
            .Context.PurgedDossiers.Where(purged => numbers.Contains(purged.Number))
            .Select(purged => purged.Number)
            .ToListAsync(cancellation);
        writing.Context.PurgedDossiers.AddRange(
            deletions
                .ExceptBy(known, deletion => deletion.Number)
                .Select(deletion => new PurgedDossier
                {
                    Number = deletion.Number,
                    Edition = edition,
                    Reason = deletion.Reason,
                    DeletedAt = deletion.At,
                    PurgedAt = writing.Now,
                })
        );
        await writing.Context.SaveChangesAsync(cancellation);
        return gone.Count;
    }

    private static async Task<int> MarkMissingAsync(
        Writing writing,
        SyncRun run,
        Request request,
        CancellationToken cancellation
    )
    {
        var unseen = await writing
            .Context.Applications.Where(application =>
                application.Edition == run.Edition && application.LastFullRun != run.Id
            )
            .Select(application => application.Number)
            .ToListAsync(cancellation);
        int[] missing = [.. unseen.Except(request.Binned)];
        foreach (var batch in missing.Chunk(BatchSize))
        {
            await MarkAsync(writing, run.Edition, batch, Presence.Missing, cancellation);
        }

        return missing.Length;
    }
}
