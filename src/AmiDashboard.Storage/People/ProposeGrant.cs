using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
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

                var standing = await context
                    .GrantProposals.Where(one => one.PersonId == person!.Id && one.ClosedAt == null)
                    .ToListAsync(cancellation);
                if (
                    standing.Exists(one =>
                        one.Profile == request.Profile
                        && one.Perimeter == wanted
                        && one.StateAt(writing.Now) == ProposalState.Open
                    )
                )
                {
                    return new Refusal("Refusal_AlreadyProposed");
                }

                var proposal = new GrantProposal
                {
                    PersonId = person!.Id,
                    Profile = request.Profile,
                    IsEverything = wanted.IsEverything,
                    Edition = wanted.Editions.Count == 1 ? wanted.Editions.Single() : null,
                    Applications = [.. wanted.Applications.Order()],
                    ProposedAt = writing.Now,
                    ProposedBy = writing.By,
                    ProposedById = viewer.PersonId,
                };
                context.GrantProposals.Add(proposal);
                await context.SaveChangesAsync(cancellation);
                writing.Touch(Subject.Person, person.Id);
                return proposal.Id;
            },
            cancellation
        );
}
