using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications.Runs;

/// <summary>Where the mirror of an edition stands: its run under way, its last ones, what the source purged or lost.</summary>
public sealed class MirrorState(Store store) : IRead<MirrorState.Query, Mirror>
{
    /// <param name="Edition">The edition's number.</param>
    public sealed record Query(int Edition);

    public static Right Right => Right.SeeSynchronisation;

    public async Task<Mirror> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        await using var context = store.Read(viewer, Right);
        var runs = context
            .SyncRuns.Where(run => run.Edition == query.Edition && run.Kind != SyncKind.Import)
            .OrderByDescending(run => run.Id);
        var full = runs.Where(run => run.Kind == SyncKind.Full);
        var applications = context.Applications.Where(application => application.Edition == query.Edition);
        return new Mirror(
            Running: await runs.FirstOrDefaultAsync(run => run.State == SyncState.Running, cancellation),
            Last: await runs.FirstOrDefaultAsync(run => run.State != SyncState.Running, cancellation),
            LastDone: await runs.FirstOrDefaultAsync(run => run.State == SyncState.Done, cancellation),
            DoneUpTo: await runs.Where(run => run.State == SyncState.Done)
                .MaxAsync(run => run.LatestSeen, cancellation),
            LastFullDone: await full.FirstOrDefaultAsync(run => run.State == SyncState.Done, cancellation),
            Purged: await context.PurgedDossiers.CountAsync(one => one.Edition == query.Edition, cancellation),
            Binned: await applications.CountAsync(one => one.Presence == Presence.PendingDeletion, cancellation),
            Missing: await applications
                .Where(application => application.Presence == Presence.Missing)
                .OrderBy(application => application.Number)
                .Select(application => new MissingApplication(application.Number, application.Title))
                .ToListAsync(cancellation)
        );
    }
}

/// <param name="Last">The last that ended, however it ended.</param>
/// <param name="LastDone">Incremental or full.</param>
/// <param name="DoneUpTo">UTC, the source's clock: everything up to it is mirrored, deletions included.</param>
/// <param name="Purged">How many dossiers the source deleted for good.</param>
/// <param name="Binned">How many are in the source's bin.</param>
/// <param name="Missing">Absent from the last full run and from both deletion lists, by number.</param>
public sealed record Mirror(
    SyncRun? Running,
    SyncRun? Last,
    SyncRun? LastDone,
    SyncRun? LastFullDone,
    DateTime? DoneUpTo,
    int Purged,
    int Binned,
    IReadOnlyList<MissingApplication> Missing
);

public sealed record MissingApplication(int Number, string Title);
