using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.People;

/// <summary>Everybody who ever signed in, with what they hold and held, by name.</summary>
public sealed class PersonList(Store store) : IRead<PersonList.Query, IReadOnlyList<Person>>
{
    public sealed record Query;

    public static Right Right => Right.ManagePeople;

    public async Task<IReadOnlyList<Person>> RunAsync(
        Viewer viewer,
        Query query,
        CancellationToken cancellation = default
    )
    {
        await using var context = store.Read(viewer, Right);
        return await context
            .People.Include(person => person.Entitlements.OrderBy(entitlement => entitlement.GrantedAt))
            .OrderBy(person => person.Name)
            .ThenBy(person => person.Id)
            .ToListAsync(cancellation);
    }
}
