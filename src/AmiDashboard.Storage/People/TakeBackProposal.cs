using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;

namespace AmiDashboard.Storage.People;

/// <summary>Closes a proposal without giving anything: by who made it, or by any administrator who could confirm it.</summary>
public sealed class TakeBackProposal(Store store) : IOperation<TakeBackProposal.Request, int>
{
    public sealed record Request(int ProposalId);

    public static Right Right => Right.ManagePeople;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(TakeBackProposal),
            async writing =>
            {
                var proposal = await Proposals.FindAsync(writing.Context, viewer, request.ProposalId, cancellation);
                if (proposal is null)
                {
                    return Refusal.NotFound;
                }

                if (proposal.StateAt(writing.Now) != ProposalState.Open)
                {
                    return new Refusal("Refusal_ProposalClosed");
                }

                (proposal.ClosedAt, proposal.ClosedBy) = (writing.Now, writing.By);
                writing.Touch(Subject.Person, proposal.PersonId);
                return proposal.Id;
            },
            cancellation
        );
}
