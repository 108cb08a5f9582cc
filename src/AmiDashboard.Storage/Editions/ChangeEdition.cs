using AmiDashboard.Core;
using AmiDashboard.Core.Editions;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Editions;

/// <summary>
/// Changes an edition's name, calendar, support and action; its envelope is the ledger's to say. Refused by
/// <see cref="EditionRules.Check"/>, beyond the viewer's perimeter, and as a conflict where it changed since the person saw
/// the version they send.
/// </summary>
public sealed class ChangeEdition(Store store) : IOperation<Edition, int>
{
    public static Right Right => Right.EditEditions;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Edition request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(ChangeEdition),
            async writing =>
            {
                var edition = viewer.PerimeterOf(Right).Covers(request.Number)
                    ? await writing.Context.Editions.SingleOrDefaultAsync(
                        one => one.Number == request.Number,
                        cancellation
                    )
                    : null;
                if (edition is null)
                {
                    return Refusal.NotFound;
                }

                if (edition.Version != request.Version)
                {
                    return Refusal.Conflict;
                }

                if (EditionRules.Check(request) is { } refusal)
                {
                    return refusal;
                }

                (edition.Name, edition.Action) = (request.Name.Trim(), request.Action);
                (edition.OpensAt, edition.Deadline) = (request.OpensAt, request.Deadline);
                (edition.ResultsOn, edition.SupportMonths) = (request.ResultsOn, request.SupportMonths);
                writing.Touch(Subject.Edition, edition.Id);
                return edition.Number;
            },
            cancellation
        );
}
