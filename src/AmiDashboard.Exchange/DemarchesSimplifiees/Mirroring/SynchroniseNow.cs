using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Storage;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Mirroring;

/// <summary>
/// Begins a run at a person's word and leaves it to the schedule. The result is the run's id. Refused without settings,
/// outside the perimeter, and while another run lives.
/// </summary>
public sealed class SynchroniseNow : IOperation<SynchroniseNow.Request, long>
{
    private readonly Synchronisation synchronisation;
    private readonly SynchronisationSchedule schedule;

    internal SynchroniseNow(Synchronisation synchronisation, SynchronisationSchedule schedule)
    {
        this.synchronisation = synchronisation;
        this.schedule = schedule;
    }

    public sealed record Request(SyncKind Kind);

    public static Right Right => Right.Synchronise;

    public async Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default)
    {
        var begun = await synchronisation.BeginAsync(viewer, request.Kind, cancellation);
        if (!begun.Done)
        {
            return begun.Refusal;
        }

        schedule.Hand(begun.Value);
        return begun.Value.Id;
    }
}
