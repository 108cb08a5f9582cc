using AmiDashboard.Core;
using AmiDashboard.Core.Editions;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Editions;

/// <summary>
/// Adds an edition. Its envelope is the ledger's to say. Refused by <see cref="EditionRules.Check"/>, beyond the viewer's
/// perimeter, and where its number is taken: <see cref="ChangeEdition"/> changes one.
/// </summary>
public sealed class RecordEdition(Store store) : IOperation<Edition, int>
{
    public static Right Right => Right.EditEditions;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Edition request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(RecordEdition),
            async writing =>
            {
                if (!viewer.PerimeterOf(Right).Covers(request.Number))
                {
                    return Refusal.NotFound;
                }

                if (EditionRules.Check(request) is { } refusal)
                {
                    return refusal;
                }

                if (await writing.Context.Editions.AnyAsync(one => one.Number == request.Number, cancellation))
                {
                    return new Refusal("Refusal_EditionTaken", request.Number);
                }

                (request.Name, request.Envelope) = (request.Name.Trim(), null);
                writing.Context.Editions.Add(request);
                writing.TouchAdded(Subject.Edition, () => request.Id);
                return request.Number;
            },
            cancellation
        );
}
