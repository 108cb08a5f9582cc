using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.People;

/// <summary>
/// Ends an entitlement within the viewer's own perimeter; the row stays with its dates. Refuses to take away the last
/// administrator of what it reaches.
/// </summary>
public sealed class WithdrawEntitlement(Store store) : IOperation<WithdrawEntitlement.Request, int>
{
    public sealed record Request(int PersonId, int EntitlementId);

    public static Right Right => Right.ManagePeople;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(WithdrawEntitlement),
            async writing =>
            {
                var context = writing.Context;
                var person = await Granting.PersonAsync(context, request.PersonId, cancellation);
                var entitlement = person?.Entitlements.SingleOrDefault(held => held.Id == request.EntitlementId);
                if (person is null || entitlement is null)
                {
                    return Refusal.NotFound;
                }

                var managed = viewer.PerimeterOf(Right);
                if (!await ManagedReach.IncludesAsync(context, managed, entitlement.Perimeter, cancellation))
                {
                    return Refusal.NotFound;
                }

                if (
                    entitlement.Profile == Profile.Administrator
                    && !await IsManagedByAnotherAsync(context, entitlement, cancellation)
                )
                {
                    return new Refusal("Refusal_LastAdministrator");
                }

                (entitlement.WithdrawnAt, entitlement.WithdrawnBy) = (writing.Now, writing.By);
                person.IsManaged = true;
                context.Entry(person).State = EntityState.Modified;
                writing.Touch(Subject.Person, person.Id);
                return person.Id;
            },
            cancellation
        );

    /// <summary>Whether all that an administrator's profile reaches is still managed once it is gone.</summary>
    private static async Task<bool> IsManagedByAnotherAsync(
        AmiContext context,
        Entitlement ending,
        CancellationToken cancellation
    )
    {
        var others = await context
            .People.SelectMany(person => person.Entitlements)
            .Where(held => held.WithdrawnAt == null && held.Profile == Profile.Administrator && held.Id != ending.Id)
            .ToListAsync(cancellation);
        foreach (var held in others)
        {
            if (await ManagedReach.IncludesAsync(context, held.Perimeter, ending.Perimeter, cancellation))
            {
                return true;
            }
        }

        return false;
    }
}
