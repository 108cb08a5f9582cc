using AmiDashboard.Core;
using AmiDashboard.Core.Demonstration;
using AmiDashboard.Core.Editions;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Demonstration;

/// <summary>
/// Places one batch of generated applications, and their edition before the first. Those already there are left alone,
/// so that a run that was stopped goes on when it is started again. The result is the number placed.
/// </summary>
public sealed class PlaceApplications(Store store) : IOperation<PlaceApplications.Request, int>
{
    /// <summary>Applications that one transaction takes well.</summary>
    public const int BatchSize = 500;

    public sealed record Request(Edition Edition, IReadOnlyList<DemonstrationApplication> Applications);

    public static Right Right => Right.EditEditions;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(PlaceApplications),
            async writing =>
            {
                var edition = await writing
                    .Context.Editions.IgnoreQueryFilters()
                    .SingleOrDefaultAsync(edition => edition.Number == request.Edition.Number, cancellation);
                if (edition is null)
                {
                    writing.Context.Editions.Add(edition = request.Edition);
                    await writing.Context.SaveChangesAsync(cancellation);
                    writing.Touch(Subject.Edition, edition.Id);
                }

                return await Placing.ApplyAsync(writing, edition, request.Applications, cancellation);
            },
            cancellation
        );
}
