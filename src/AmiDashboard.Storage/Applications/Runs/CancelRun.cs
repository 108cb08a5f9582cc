using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications.Runs;

/// <summary>
/// Stops a run, on whatever node it is: what it committed stays, its next page is refused. Refused where it has ended.
/// </summary>
public sealed class CancelRun(Store store) : IOperation<CancelRun.Request, long>
{
    public sealed record Request(long Run);

    public static Right Right => Right.Synchronise;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<long>(
            viewer,
            Right,
            nameof(CancelRun),
            async writing =>
            {
                var run = await writing.Context.SyncRuns.SingleOrDefaultAsync(
                    run => run.Id == request.Run && run.State == SyncState.Running && run.Kind != SyncKind.Import,
                    cancellation
                );
                if (run is null)
                {
                    return RunningRun.NotRunning;
                }

                (run.State, run.FinishedAt) = (SyncState.Cancelled, writing.Now);
                (run.ErrorKey, run.ErrorDetail) = ("Sync_Cancelled", writing.By);
                writing.Touch(Subject.SyncRun, run.Id);
                return run.Id;
            },
            cancellation
        );
}
