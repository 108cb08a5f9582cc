using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.People;

/// <summary>Puts an end to one of one's own keys, at once; the row stays with its dates.</summary>
public sealed class WithdrawAccessKey(Store store) : IOperation<WithdrawAccessKey.Request, long>
{
    public sealed record Request(long KeyId);

    /// <summary>One's own keys, and nobody else's.</summary>
    public static Right Right => Right.None;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<long>(
            viewer,
            Right,
            nameof(WithdrawAccessKey),
            async writing =>
            {
                var key = await writing.Context.AccessKeys.SingleOrDefaultAsync(
                    key => key.Id == request.KeyId && key.PersonId == viewer.PersonId && key.WithdrawnAt == null,
                    cancellation
                );
                if (key is null)
                {
                    return Refusal.NotFound;
                }

                key.WithdrawnAt = writing.Now;
                writing.Touch(Subject.Person, viewer.PersonId);
                return key.Id;
            },
            cancellation
        );
}
