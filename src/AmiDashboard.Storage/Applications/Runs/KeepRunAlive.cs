using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications.Runs;

/// <summary>The heartbeat of a run that waits for its source. Refused once the run is no longer this process's to run.</summary>
public sealed class KeepRunAlive(Store store) : IOperation<KeepRunAlive.Request, long>
{
    public sealed record Request(long Run);

    public static Right Right => Right.Synchronise;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<long>(
            viewer,
            Right,
            nameof(KeepRunAlive),
            async writing =>
            {
                // No version, no change record: a heartbeat is no fact.
                var alive = await writing
                    .Context.SyncRuns.Where(run =>
                        run.Id == request.Run && run.State == SyncState.Running && run.Owner == RunningRun.Here
                    )
                    .ExecuteUpdateAsync(set => set.SetProperty(run => run.HeartbeatAt, writing.Now), cancellation);
                return alive == 1 ? request.Run : RunningRun.NotRunning;
            },
            cancellation
        );
}
