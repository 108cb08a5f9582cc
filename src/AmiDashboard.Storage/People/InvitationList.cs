using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.People;

/// <summary>
/// Invitations within what the viewer manages: those that stand open, and those that were closed or lapsed of late. The last
/// first.
/// </summary>
public sealed class InvitationList(Store store, TimeProvider time)
    : IRead<InvitationList.Query, IReadOnlyList<Invitation>>
{
    public sealed record Query;

    public static Right Right => Right.ManagePeople;

    public async Task<IReadOnlyList<Invitation>> RunAsync(
        Viewer viewer,
        Query query,
        CancellationToken cancellation = default
    )
    {
        await using var context = store.Read(viewer, Right);
        var since = time.GetUtcNow().UtcDateTime - GuardedGrants.Told;
        var rows = await context
            .Invitations.Where(one => (one.ClosedAt == null ? one.LapsesAt : one.ClosedAt) > since)
            .OrderByDescending(one => one.Id)
            .ToListAsync(cancellation);
        var reach = await ManagedReach.LoadAsync(
            context,
            viewer.PerimeterOf(Right),
            rows.Select(one => one.Perimeter),
            cancellation
        );
        return rows.FindAll(one => reach.Includes(one.Perimeter));
    }
}
