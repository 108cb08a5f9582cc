using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.People;

/// <summary>Gives a person a profile over a perimeter. Refuses one they hold already, and numbers that do not exist.</summary>
public sealed class GrantEntitlement(Store store) : IOperation<GrantEntitlement.Request, int>
{
    public sealed record Request(int PersonId, Profile Profile, Perimeter Perimeter);

    public static Right Right => Right.ManagePeople;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(GrantEntitlement),
            async writing =>
            {
                var person = await writing
                    .Context.People.Include(person =>
                        person.Entitlements.Where(entitlement => entitlement.WithdrawnAt == null)
                    )
                    .SingleOrDefaultAsync(person => person.Id == request.PersonId, cancellation);
                if (person is null)
                {
                    return Refusal.NotFound;
                }

                var wanted = request.Perimeter;
                if (
                    wanted.IsNothing
                    || wanted.Editions.Count > 1
                    || (wanted.Editions.Count == 1 && wanted.Applications.Count > 0)
                )
                {
                    return new Refusal("Refusal_PerimeterShape");
                }

                // It becomes part of every query of theirs.
                if (wanted.Applications.Count > Perimeter.MostApplications)
                {
                    return new Refusal("Refusal_PerimeterTooMany", Perimeter.MostApplications);
                }

                if (person.Entitlements.Any(held => held.Profile == request.Profile && held.Perimeter == wanted))
                {
                    return new Refusal("Refusal_EntitlementHeld");
                }

                if (await UnknownAsync(writing.Context, wanted, cancellation) is { Count: > 0 } unknown)
                {
                    return new Refusal("Refusal_PerimeterUnknown", string.Join(", ", unknown));
                }

                var entitlement = new Entitlement
                {
                    PersonId = person.Id,
                    Profile = request.Profile,
                    IsEverything = wanted.IsEverything,
                    Edition = wanted.Editions.Count == 1 ? wanted.Editions.Single() : null,
                    Applications = [.. wanted.Applications.Order()],
                    GrantedAt = writing.Now,
                    GrantedBy = writing.By,
                };
                person.Entitlements.Add(entitlement);
                person.IsManaged = true;
                await writing.Context.SaveChangesAsync(cancellation);
                writing.Touch(Subject.Person, person.Id);
                return entitlement.Id;
            },
            cancellation
        );

    private static async Task<IReadOnlyList<int>> UnknownAsync(
        AmiContext context,
        Perimeter wanted,
        CancellationToken cancellation
    )
    {
        int[] numbers = [.. wanted.Applications];
        int[] editions = [.. wanted.Editions];
        var knownNumbers = await context
            .Applications.Where(application => numbers.Contains(application.Number))
            .Select(application => application.Number)
            .ToListAsync(cancellation);
        var knownEditions = await context
            .Editions.Where(edition => editions.Contains(edition.Number))
            .Select(edition => edition.Number)
            .ToListAsync(cancellation);
        return [.. numbers.Except(knownNumbers), .. editions.Except(knownEditions)];
    }
}
