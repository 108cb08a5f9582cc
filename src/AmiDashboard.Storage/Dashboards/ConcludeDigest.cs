using AmiDashboard.Core;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Dashboards;

/// <summary>
/// Says what became of a message that was taken in hand, or that a look at the thresholds found nothing to tell. Leaves no
/// change record: nobody follows it.
/// </summary>
public sealed class ConcludeDigest(Store store) : IOperation<ConcludeDigest.Request, long>
{
    /// <param name="Delivery">Null where there was nothing to send.</param>
    /// <param name="Failure">What the mail server answered, where it took nothing.</param>
    /// <param name="Now">UTC.</param>
    public sealed record Request(
        int PersonId,
        DigestDelivery? Delivery,
        IReadOnlyCollection<ThresholdReading> Readings,
        string? Failure,
        DateTime Now
    );

    /// <summary>Asked by the product itself.</summary>
    public static Right Right => Right.None;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<long>(
            viewer,
            Right,
            nameof(ConcludeDigest),
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
                if (kept is null)
                {
                    return Refusal.NotFound;
                }

                if (request.Delivery is { } delivery)
                {
                    DigestRules.Conclude(kept, delivery, request.Readings, request.Failure, request.Now);
                }
                else
                {
                    DigestRules.KeepLook(kept, request.Readings, request.Now);
                }

                return kept.Id;
            },
            cancellation
        );
}
