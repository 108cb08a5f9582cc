using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.People;

/// <summary>Ends an entitlement; the row stays with its dates. Refuses to take away the last administrator.</summary>
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
                var people = writing.Context.People.Include(person =>
                    person.Entitlements.Where(entitlement => entitlement.WithdrawnAt == null)
                );
                var person = await people.SingleOrDefaultAsync(person => person.Id == request.PersonId, cancellation);
                var entitlement = person?.Entitlements.SingleOrDefault(held => held.Id == request.EntitlementId);
                if (person is null || entitlement is null)
                {
                    return Refusal.NotFound;
                }

                if (entitlement.Profile == Profile.Administrator)
                {
                    var administrators = await writing.Context.People.CountAsync(
                        other =>
                            other.Entitlements.Any(held =>
                                held.WithdrawnAt == null
                                && held.Profile == Profile.Administrator
                                && held.Id != entitlement.Id
                            ),
                        cancellation
                    );
                    if (administrators == 0)
                    {
                        return new Refusal("Refusal_LastAdministrator");
                    }
                }

                (entitlement.WithdrawnAt, entitlement.WithdrawnBy) = (writing.Now, writing.By);
                person.IsManaged = true;
                writing.Context.Entry(person).State = EntityState.Modified;
                writing.Touch(Subject.Person, person.Id);
                return person.Id;
            },
            cancellation
        );
}
