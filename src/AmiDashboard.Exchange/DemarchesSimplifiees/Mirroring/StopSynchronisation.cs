using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Applications.Runs;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Mirroring;

/// <summary>
/// Stops a run at a person's word: at once in this process, at its next page or heartbeat on another node. What it
/// committed stays.
/// </summary>
public sealed class StopSynchronisation : IOperation<StopSynchronisation.Request, long>
{
    private readonly CancelRun cancel;
    private readonly Synchronisation synchronisation;

    internal StopSynchronisation(CancelRun cancel, Synchronisation synchronisation)
    {
        this.cancel = cancel;
        this.synchronisation = synchronisation;
    }

    public sealed record Request(long Run);

    public static Right Right => Right.Synchronise;

    public async Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default)
    {
        var outcome = await cancel.RunAsync(viewer, new(request.Run), cancellation);
        if (outcome.Done)
        {
            synchronisation.Stop(request.Run);
        }

        return outcome;
    }
}
