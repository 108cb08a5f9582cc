using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.People;

/// <summary>
/// Gives somebody who signed in what a code keeps, once. Refused in the same words for a code that does not exist, has lapsed, was taken or
/// was withdrawn: who guesses learns nothing.
/// </summary>
public sealed class TakeInvitation(Store store) : IOperation<TakeInvitation.Request, int>
{
    /// <param name="Code">As it was typed.</param>
    public sealed record Request(int PersonId, string? Code);

    /// <summary>Asked by the product itself, for somebody who holds no right yet.</summary>
    public static Right Right => Right.None;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(TakeInvitation),
            async writing =>
            {
                var context = writing.Context;
                var person = viewer.IsProduct
                    ? await Granting.PersonAsync(context, request.PersonId, cancellation)
                    : null;
                var digest = InvitationCode.DigestOf(request.Code ?? "");
                var one = await context.Invitations.SingleOrDefaultAsync(
                    invitation => invitation.Sha256 == digest,
                    cancellation
                );
                if (person is null || one?.StateAt(writing.Now) != InvitationState.Open)
                {
                    return new Refusal("Refusal_Code");
                }

                await Invitations.TakeAsync(writing, person, one, cancellation);
                return one.Id;
            },
            cancellation
        );
}
