using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Dashboards;

/// <summary>
/// Keeps what the viewer asks to be told by mail: theirs alone, nobody else is told. A threshold that stays as it was keeps
/// what its last look said. Refused: an edition out of reach, a dashboard that is no name, and what
/// <see cref="DigestRules.Check"/> refuses.
/// </summary>
public sealed class Subscribe(Store store) : IOperation<Subscribe.Request, Subscription>
{
    /// <param name="Dashboard">As in its address; null for one's own.</param>
    /// <param name="Edition">A number; null for all.</param>
    public sealed record Request(
        DigestFrequency Frequency,
        string? Dashboard,
        int? Edition,
        bool IsInEnglish,
        ImmutableArray<Threshold> Thresholds
    );

    public static Right Right => Right.None;

    public Task<Outcome<Subscription>> RunAsync(
        Viewer viewer,
        Request request,
        CancellationToken cancellation = default
    ) =>
        store.WriteAsync<Subscription>(
            viewer,
            Right,
            nameof(Subscribe),
            async writing =>
            {
                if (
                    !Enum.IsDefined(request.Frequency)
                    || request.Dashboard is { Length: 0 or > DashboardLayout.LongestDashboard }
                )
                {
                    return new Refusal("Refusal_Subscription");
                }

                if (
                    request.Edition is { } edition
                    && !await writing.Context.Editions.AnyAsync(one => one.Number == edition, cancellation)
                )
                {
                    return new Refusal("Refusal_SubscriptionEdition");
                }

                if (DigestRules.Check(viewer, request.Thresholds) is { } refusal)
                {
                    return refusal;
                }

                var kept = await writing.Context.Subscriptions.SingleOrDefaultAsync(
                    one => one.PersonId == viewer.PersonId,
                    cancellation
                );
                if (kept is null)
                {
                    kept = new Subscription { PersonId = viewer.PersonId, ChosenAt = writing.Now };
                    writing.Context.Subscriptions.Add(kept);
                }

                Choose(kept, request, writing.Now);
                return kept;
            },
            cancellation
        );

    private static void Choose(Subscription kept, Request request, DateTime now)
    {
        if (kept.Frequency != request.Frequency)
        {
            (kept.Frequency, kept.ChosenAt) = (request.Frequency, now);
        }

        if (kept.Thresholds.IsEmpty && !request.Thresholds.IsEmpty)
        {
            // The first look is that of the next morning, not one for each threshold that is being written.
            kept.LastLookedOn = DigestRules.LastMorning(now);
        }

        (kept.Dashboard, kept.Edition, kept.IsInEnglish) = (request.Dashboard, request.Edition, request.IsInEnglish);
        kept.Thresholds =
        [
            .. request.Thresholds.Select(asked =>
                kept.Thresholds.FirstOrDefault(asked.IsSameAs) ?? asked with { IsCrossed = false }
            ),
        ];
    }
}
