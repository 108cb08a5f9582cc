using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.People;

/// <summary>
/// Those who signed in and whom the viewer manages, by name: who holds something within the viewer's perimeter, and who
/// holds nothing. Of what they hold and held, only what lies within it.
/// </summary>
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
        var people = await context
            .People.Include(person => person.Entitlements.OrderBy(entitlement => entitlement.GrantedAt))
            .OrderBy(person => person.Name)
            .ThenBy(person => person.Id)
            .ToListAsync(cancellation);
        var reach = await ManagedReach.LoadAsync(
            context,
            viewer.PerimeterOf(Right),
            people.SelectMany(person => person.Entitlements).Select(held => held.Perimeter),
            cancellation
        );
        people.RemoveAll(person => !reach.Knows(person));
        people.ForEach(person => person.Entitlements.RemoveAll(held => !reach.Includes(held.Perimeter)));
        return people;
    }
}
