using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Dashboards;

/// <summary>
/// Every message that is due, each with its person as the product's own table has them at that moment. Who has no profile
/// any more is left out: they are told nothing.
/// </summary>
public sealed class DueDigests(Store store, IEnumerable<IViewerNarrowing> narrowings)
    : IRead<DueDigests.Query, IReadOnlyList<DueDigest>>
{
    /// <param name="Now">UTC.</param>
    public sealed record Query(DateTime Now);

    /// <summary>Asked by the product itself, and answered to nobody else.</summary>
    public static Right Right => Right.None;

    public async Task<IReadOnlyList<DueDigest>> RunAsync(
        Viewer viewer,
        Query query,
        CancellationToken cancellation = default
    )
    {
        if (!viewer.IsProduct)
        {
            throw new AccessDeniedException(Right);
        }

        await using var context = store.Read(viewer, Right);
        var due = (await context.Subscriptions.OrderBy(one => one.PersonId).ToListAsync(cancellation))
            .Select(one => (Subscription: one, Message: DigestRules.DueAt(one, query.Now)))
            .Where(one => one.Message is not null)
            .ToDictionary(one => one.Subscription.PersonId);
        if (due.Count == 0)
        {
            return [];
        }

        var people = await context
            .People.Include(person => person.Entitlements.Where(entitlement => entitlement.WithdrawnAt == null))
            .Where(person => due.Keys.Contains(person.Id))
            .OrderBy(person => person.Id)
            .ToListAsync(cancellation);
        var found = new List<DueDigest>();
        foreach (var person in people)
        {
            var now = await narrowings.NarrowAsync(FindViewer.ToViewer(person), cancellation);
            if (now.HasAnyProfile)
            {
                found.Add(new(now, person.Email, due[person.Id].Subscription, due[person.Id].Message!));
            }
        }

        return found;
    }
}

/// <param name="Viewer">With the rights they have now.</param>
public sealed record DueDigest(Viewer Viewer, string? Email, Subscription Subscription, DueMessage Message);
