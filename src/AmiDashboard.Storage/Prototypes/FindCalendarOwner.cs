using AmiDashboard.Core.People;
using AmiDashboard.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>Whose calendar a key opens, with what they hold at this moment; null for a key that is none, or no more.</summary>
public sealed class FindCalendarOwner(Store store, IEnumerable<IViewerNarrowing> narrowings, TimeProvider time)
    : IRead<FindCalendarOwner.Query, CalendarOwner?>
{
    public sealed record Query(string Key);

    /// <summary>Asked by the product itself, for a calendar program that does not sign in.</summary>
    public static Right Right => Right.None;

    public async Task<CalendarOwner?> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        await using var context = store.Read(viewer, Right);
        var digest = IssueCalendarKey.DigestOf(query.Key);
        var person = await context
            .People.Include(person => person.Entitlements.Where(entitlement => entitlement.WithdrawnAt == null))
            .SingleOrDefaultAsync(
                person => context.CalendarKeys.Any(key => key.PersonId == person.Id && key.Sha256 == digest),
                cancellation
            );
        return person is null
            ? null
            : new(
                await narrowings.NarrowAsync(FindViewer.ToViewer(person), cancellation),
                KeySleep.Sleeps(person.LastSignInAt, time.GetUtcNow().UtcDateTime)
            );
    }
}

/// <param name="IsAsleep">The key opens nothing until its owner signs in again.</param>
public sealed record CalendarOwner(Viewer Viewer, bool IsAsleep);
