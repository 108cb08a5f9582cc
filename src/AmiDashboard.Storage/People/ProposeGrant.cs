using AmiDashboard.Core;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.People;

/// <summary>
/// Proposes a profile that takes two administrators: it gives nothing until another one confirms it. Refuses what
/// <see cref="GrantEntitlement"/> refuses, and what is proposed already.
/// </summary>
public sealed class ProposeGrant(Store store) : IOperation<GrantEntitlement.Request, int>
{
    public static Right Right => Right.ManagePeople;

    public Task<Outcome<int>> RunAsync(
        Viewer viewer,
        GrantEntitlement.Request request,
        CancellationToken cancellation = default
    ) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(ProposeGrant),
            async writing =>
            {
                var (context, wanted) = (writing.Context, request.Perimeter);
                var person = await Granting.PersonAsync(context, request.PersonId, cancellation);
                if (
                    await Granting.CheckAsync(context, viewer, person, request.Profile, wanted, cancellation) is
                    { } refusal
                )
                {
                    return refusal;
                }

                if (!SecondPersonRules.Guard(request.Profile))
                {
                    return new Refusal("Refusal_NoSecondPersonNeeded");
                }

                if (await Proposals.StandsAsync(writing, person!, request.Profile, wanted, cancellation))
                {
                    return new Refusal("Refusal_AlreadyProposed");
                }

                var proposal = Proposals.Add(writing, viewer, person!, request.Profile, wanted);
                await context.SaveChangesAsync(cancellation);
                return proposal.Id;
            },
            cancellation
        );
}
