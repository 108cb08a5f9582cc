using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.People;

/// <summary>Who a token's bearer is, and what they hold at this moment; null for somebody who never signed in.</summary>
public sealed class FindViewer(Store store, IEnumerable<IViewerNarrowing> narrowings) : IRead<FindViewer.Query, Viewer?>
{
    public sealed record Query(string Issuer, string Subject);

    /// <summary>Asked by the product itself, for anybody who signs in.</summary>
    public static Right Right => Right.None;

    public async Task<Viewer?> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        await using var context = store.Read(viewer, Right);
        var person = await context
            .People.Include(person => person.Entitlements.Where(entitlement => entitlement.WithdrawnAt == null))
            .SingleOrDefaultAsync(
                person => person.Issuer == query.Issuer && person.Subject == query.Subject,
                cancellation
            );
        return person is null ? null : await narrowings.NarrowAsync(ToViewer(person), cancellation);
    }

    internal static Viewer ToViewer(Person person) =>
        new(
            person.Id,
            person.Name,
            [
                .. person
                    .Entitlements.Where(entitlement => entitlement.WithdrawnAt is null)
                    .Select(entitlement => new HeldProfile(entitlement.Profile, entitlement.Perimeter)),
            ]
        )
        {
            SessionStamp = person.SessionStamp,
        };
}
