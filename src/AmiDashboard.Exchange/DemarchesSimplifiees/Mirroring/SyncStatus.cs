using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Applications.Runs;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Mirroring;

/// <summary>What the synchronisation page shows beside the list of runs (<see cref="SyncRunList"/>).</summary>
public sealed class SyncStatus : IRead<SyncStatus.Query, SyncOverview>
{
    private readonly DemarchesSimplifieesSettings settings;
    private readonly MirrorState mirror;
    private readonly TimeProvider time;

    internal SyncStatus(DemarchesSimplifieesSettings settings, MirrorState mirror, TimeProvider time)
    {
        this.settings = settings;
        this.mirror = mirror;
        this.time = time;
    }

    public sealed record Query;

    public static Right Right => Right.SeeSynchronisation;

    public async Task<SyncOverview> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (!viewer.Can(Right))
        {
            throw new AccessDeniedException(Right);
        }

        if (!settings.IsConfigured || settings.Edition is not { } edition)
        {
            return new SyncOverview(false, null, null, null, null, null);
        }

        var now = time.GetUtcNow().UtcDateTime;
        var state = await mirror.RunAsync(viewer, new(edition), cancellation);
        var (kind, at) = SynchronisationPlan.Next(state, now, settings.Interval);
        return new SyncOverview(
            true,
            edition,
            state,
            TokenExpiry.Of(settings, now),
            new PlannedRun(kind, at),
            SynchronisationPlan.NextFull(state, now)
        );
    }
}

/// <param name="Edition">The edition's number.</param>
/// <param name="Mirror">The running run with its counts (null when none), the last ones, purged and missing dossiers.</param>
/// <param name="Token">Its <see cref="TokenExpiry.Warning"/> is to be shown; null where the settings do not say.</param>
/// <param name="NextFull">UTC.</param>
public sealed record SyncOverview(
    bool IsConfigured,
    int? Edition,
    Mirror? Mirror,
    TokenExpiry? Token,
    PlannedRun? Next,
    DateTime? NextFull
);

/// <param name="At">UTC; past where it is due.</param>
public sealed record PlannedRun(SyncKind Kind, DateTime At);
