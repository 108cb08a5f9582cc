using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.People;

internal static class Proposals
{
    /// <summary>Null outside what the viewer manages, as for a number that does not exist.</summary>
    public static async Task<GrantProposal?> FindAsync(
        AmiContext context,
        Viewer viewer,
        int id,
        CancellationToken cancellation
    )
    {
        var proposal = await context.GrantProposals.SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (proposal is null)
        {
            return null;
        }

        var reach = await ManagedReach.LoadAsync(
            context,
            viewer.PerimeterOf(Right.ManagePeople),
            [proposal.Perimeter],
            cancellation
        );
        return reach.Includes(proposal.Perimeter) ? proposal : null;
    }
}
