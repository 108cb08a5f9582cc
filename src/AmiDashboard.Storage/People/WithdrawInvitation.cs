using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.People;

/// <summary>Closes an invitation that nobody has come by yet. Refused beyond what one manages, and once it is closed.</summary>
public sealed class WithdrawInvitation(Store store) : IOperation<WithdrawInvitation.Request, int>
{
    public sealed record Request(int InvitationId);

    public static Right Right => Right.ManagePeople;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(WithdrawInvitation),
            async writing =>
            {
                var context = writing.Context;
                var one = await context.Invitations.SingleOrDefaultAsync(
                    invitation => invitation.Id == request.InvitationId,
                    cancellation
                );
                var managed = viewer.PerimeterOf(Right);
                if (one is null || !await ManagedReach.IncludesAsync(context, managed, one.Perimeter, cancellation))
                {
                    return Refusal.NotFound;
                }

                if (one.StateAt(writing.Now) != InvitationState.Open)
                {
                    return new Refusal("Refusal_InvitationClosed");
                }

                (one.ClosedAt, one.ClosedBy) = (writing.Now, writing.By);
                writing.Touch(Subject.Invitation, one.Id);
                return one.Id;
            },
            cancellation
        );
}
