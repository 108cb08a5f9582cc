using AmiDashboard.Core.Editions;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Editions;

/// <summary>The editions that the viewer keeps, the newest first, with what each has of what a call needs.</summary>
public sealed class EditionSetups(Store store) : IRead<EditionSetups.Query, IReadOnlyList<EditionSetup>>
{
    public sealed record Query;

    public static Right Right => Right.EditEditions;

    public async Task<IReadOnlyList<EditionSetup>> RunAsync(
        Viewer viewer,
        Query query,
        CancellationToken cancellation = default
    )
    {
        await using var context = store.Read(viewer, Right);
        return await context
            .Editions.OrderByDescending(edition => edition.Number)
            .Select(edition => new EditionSetup(
                edition,
                context.ScoringGrids.Any(grid => grid.EditionId == edition.Id),
                context.PlanTemplates.Any(template => template.Edition == edition.Number),
                context.FieldMappings.Count(mapping => mapping.EditionId == edition.Id),
                context.Reviewers.Count(reviewer => reviewer.EditionId == edition.Id),
                context.Applications.Count(application => application.EditionId == edition.Id)
            ))
            .ToListAsync(cancellation);
    }
}

/// <summary>One edition and what it has already.</summary>
/// <param name="HasTemplate">A template of plans of its own, instead of the usual one.</param>
/// <param name="Questions">Of its form, as far as they are known.</param>
public sealed record EditionSetup(
    Edition Edition,
    bool HasGrid,
    bool HasTemplate,
    int Questions,
    int Reviewers,
    int Applications
);
