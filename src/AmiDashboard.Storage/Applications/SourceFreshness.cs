using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications;

/// <summary>How fresh the mirror is, within the perimeter: the source's latest date, and the last finished synchronisation.</summary>
public sealed class SourceFreshness(Store store, ApplicationBoard board) : IRead<SourceFreshness.Query, Freshness>
{
    /// <param name="Edition">Null for all editions.</param>
    public sealed record Query(int? Edition);

    public static Right Right => Right.SeeApplications;

    public async Task<Freshness> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        await using var context = store.Read(viewer, Right);
        var state = await board.StateAsync(cancellation);
        var latest = state.SummaryOf(viewer.PerimeterOf(Right), query.Edition).SourceAt;
        var runs = context
            .SyncRuns.IgnoreQueryFilters()
            .Where(run => run.State == SyncState.Done && (query.Edition == null || run.Edition == query.Edition));
        return new Freshness(latest, await runs.MaxAsync(run => run.FinishedAt, cancellation));
    }
}

/// <summary>UTC; null where there is nothing yet.</summary>
public sealed record Freshness(DateTime? SourceAt, DateTime? SynchronisedAt);
