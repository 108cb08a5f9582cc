using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Dashboards;

/// <summary>What the viewer asked to be told by mail and where it goes to.</summary>
public sealed class OwnSubscription(Store store) : IRead<OwnSubscription.Query, KnownSubscription>
{
    public sealed record Query;

    public static Right Right => Right.None;

    public async Task<KnownSubscription> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        await using var context = store.Read(viewer, Right);
        return new KnownSubscription(
            await context.Subscriptions.SingleOrDefaultAsync(one => one.PersonId == viewer.PersonId, cancellation),
            await context
                .People.Where(person => person.Id == viewer.PersonId)
                .Select(person => person.Email)
                .SingleOrDefaultAsync(cancellation)
        );
    }
}

/// <param name="Subscription">Null for somebody who never asked for anything.</param>
/// <param name="Email">As the sign-in gave it; null where it gave none.</param>
public sealed record KnownSubscription(Subscription? Subscription, string? Email);
