using AmiDashboard.Core;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.People;

/// <summary>
/// Gives what another administrator proposed. Refused to who proposed it and to who would get it, once it has lapsed, and
/// where the one who proposed it could not give it any more.
/// </summary>
public sealed class ConfirmGrant(Store store) : IOperation<ConfirmGrant.Request, int>
{
    public sealed record Request(int ProposalId);

    public static Right Right => Right.ManagePeople;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(ConfirmGrant),
            async writing =>
            {
                var context = writing.Context;
                if (await Proposals.FindAsync(context, viewer, request.ProposalId, cancellation) is not { } proposal)
                {
                    return Refusal.NotFound;
                }

                var person = await Granting.PersonAsync(context, proposal.PersonId, cancellation);
                var (profile, wanted) = (proposal.Profile, proposal.Perimeter);
                var refusal =
                    SecondPersonRules.Check(proposal, viewer.PersonId, writing.Now)
                    ?? await Granting.CheckAsync(context, viewer, person, profile, wanted, cancellation)
                    ?? await ProposerAsync(context, proposal, cancellation);
                if (refusal is not null)
                {
                    return refusal;
                }

                (proposal.ClosedAt, proposal.ClosedBy, proposal.IsConfirmed) = (writing.Now, writing.By, true);
                var given = Granting.Give(writing, person!, profile, wanted, proposal.ProposedBy, writing.By);
                await context.SaveChangesAsync(cancellation);
                return given.Id;
            },
            cancellation
        );

    /// <summary>Who lost the right in the meantime gives nothing by what they proposed before.</summary>
    private static async Task<Refusal?> ProposerAsync(
        AmiContext context,
        GrantProposal proposal,
        CancellationToken cancellation
    )
    {
        var proposer = await Granting.PersonAsync(context, proposal.ProposedById, cancellation);
        var managed = proposer is null
            ? Perimeter.Nothing
            : FindViewer.ToViewer(proposer).PerimeterOf(Right.ManagePeople);
        return await ManagedReach.IncludesAsync(context, managed, proposal.Perimeter, cancellation)
            ? null
            : new Refusal("Refusal_ProposerLostRight", proposal.ProposedBy);
    }
}
