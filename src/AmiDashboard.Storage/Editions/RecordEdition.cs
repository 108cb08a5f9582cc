using AmiDashboard.Core;
using AmiDashboard.Core.Editions;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Editions;

/// <summary>
/// Adds an edition, or changes its dates, name, support and action. Its envelope is the ledger's to say. Refuses a deadline
/// before the opening, and an edition beyond the viewer's perimeter, one to come as well.
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

                if (request.Deadline <= request.OpensAt)
                {
                    return new Refusal("Refusal_DeadlineBeforeOpening");
                }

                var edition = await writing.Context.Editions.SingleOrDefaultAsync(
                    edition => edition.Number == request.Number,
                    cancellation
                );
                if (edition is null)
                {
                    writing.Context.Editions.Add(edition = request);
                    edition.Envelope = null;
                    writing.TouchAdded(Subject.Edition, () => request.Id);
                }
                else
                {
                    (edition.Name, edition.OpensAt, edition.Deadline) = (
                        request.Name,
                        request.OpensAt,
                        request.Deadline
                    );
                    (edition.ResultsOn, edition.SupportMonths) = (request.ResultsOn, request.SupportMonths);
                    edition.Action = request.Action;
                    writing.Touch(Subject.Edition, edition.Id);
                }

                return edition.Number;
            },
            cancellation
        );
}
