using AmiDashboard.Core;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.People;

/// <summary>
/// Writes down when a key was last used, for its owner to see. Touches nothing that anybody follows: it leaves no change
/// record, or every refresh of a workbook would be one.
/// </summary>
public sealed class NoteKeyUse(Store store) : IOperation<NoteKeyUse.Request, long>
{
    public sealed record Request(long KeyId);

    /// <summary>Asked by the product itself.</summary>
    public static Right Right => Right.None;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<long>(
            viewer,
            Right,
            nameof(NoteKeyUse),
            async writing =>
            {
                if (!viewer.IsProduct)
                {
                    return Refusal.NoRight;
                }

                var key = await writing.Context.AccessKeys.SingleOrDefaultAsync(
                    key => key.Id == request.KeyId,
                    cancellation
                );
                if (key is null)
                {
                    return Refusal.NotFound;
                }

                key.LastUsedAt = writing.Now;
                return key.Id;
            },
            cancellation
        );
}
