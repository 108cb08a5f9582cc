using AmiDashboard.Core;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Dashboards;

/// <summary>
/// Takes a message in hand before it is sent. Of two nodes that ask at once one is told a conflict: that a message is sent
/// by both is worse than that a node dies just then and it is sent by none. Leaves no change record: nobody follows it.
/// </summary>
public sealed class ClaimDigest(Store store) : IOperation<ClaimDigest.Request, long>
{
    /// <param name="Now">UTC.</param>
    public sealed record Request(int PersonId, DueMessage Message, DateTime Now);

    /// <summary>Asked by the product itself.</summary>
    public static Right Right => Right.None;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<long>(
            viewer,
            Right,
            nameof(ClaimDigest),
            async writing =>
            {
                if (!viewer.IsProduct)
                {
                    return Refusal.NoRight;
                }

                var kept = await writing.Context.Subscriptions.SingleOrDefaultAsync(
                    one => one.PersonId == request.PersonId,
                    cancellation
                );
                return kept is null ? Refusal.NotFound
                    : DigestRules.Take(kept, request.Message, request.Now) ? kept.Id
                    : Refusal.Conflict;
            },
            cancellation
        );
}
