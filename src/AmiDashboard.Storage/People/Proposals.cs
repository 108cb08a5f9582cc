using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.People;

internal static class Proposals
{
    /// <summary>Whether the same is proposed already, and waits.</summary>
    public static async Task<bool> StandsAsync(
        Writing writing,
        Person person,
        Profile profile,
        Perimeter wanted,
        CancellationToken cancellation
    )
    {
        var unclosed = await writing
            .Context.GrantProposals.Where(one =>
                one.PersonId == person.Id && one.Profile == profile && one.ClosedAt == null
            )
            .ToListAsync(cancellation);
        return unclosed.Exists(one => one.Perimeter == wanted && one.StateAt(writing.Now) == ProposalState.Open);
    }

    public static GrantProposal Add(Writing writing, Viewer proposer, Person person, Profile profile, Perimeter wanted)
    {
        var proposal = new GrantProposal
        {
            PersonId = person.Id,
            Profile = profile,
            IsEverything = wanted.IsEverything,
            Edition = wanted.OneEdition,
            Applications = [.. wanted.Applications.Order()],
            ProposedAt = writing.Now,
            ProposedBy = proposer.Name,
            ProposedById = proposer.PersonId,
        };
        writing.Context.GrantProposals.Add(proposal);
        writing.Touch(Subject.Person, person.Id);
        return proposal;
    }

    /// <summary>Null outside what the viewer manages, as for a number that does not exist.</summary>
    public static async Task<GrantProposal?> FindAsync(
        AmiContext context,
        Viewer viewer,
        int id,
        CancellationToken cancellation
    )
    {
        var proposal = await context.GrantProposals.SingleOrDefaultAsync(one => one.Id == id, cancellation);
        var managed = viewer.PerimeterOf(Right.ManagePeople);
        return
            proposal is not null && await ManagedReach.IncludesAsync(context, managed, proposal.Perimeter, cancellation)
            ? proposal
            : null;
    }
}
