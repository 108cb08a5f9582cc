using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Applications;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// What instructors noted at the source, read as reviews, before anything is written: which could be imported, which not
/// and why. Null for an edition without a grid.
/// </summary>
public sealed class SourceNotes(Store store) : IRead<SourceNotes.Query, IReadOnlyList<NotedApplication>?>
{
    /// <param name="NotScored">The comment of a criterion without a note at the source.</param>
    public sealed record Query(int Edition, string NotScored);

    public static Right Right => Right.ManageReviews;

    public async Task<IReadOnlyList<NotedApplication>?> RunAsync(
        Viewer viewer,
        Query query,
        CancellationToken cancellation = default
    )
    {
        await using var context = store.Read(viewer, Right);
        return viewer.PerimeterOf(Right).Covers(query.Edition)
            ? await ReadAsync(context, query.Edition, query.NotScored, cancellation)
            : null;
    }

    /// <summary>Every application under review that instructors noted, in the order of numbers.</summary>
    internal static async Task<IReadOnlyList<NotedApplication>?> ReadAsync(
        AmiContext context,
        int edition,
        string notScored,
        CancellationToken cancellation
    )
    {
        var grid = await context
            .ScoringGrids.AsNoTracking()
            .Include(grid => grid.Criteria.OrderBy(criterion => criterion.Position))
            .SingleOrDefaultAsync(grid => grid.Edition == edition, cancellation);
        if (grid is null)
        {
            return null;
        }

        var noted = new List<NotedApplication>();
        var rows = context
            .Applications.Shown()
            .Where(application =>
                application.Edition == edition
                && (application.Stage == Stage.UnderReview || application.Stage == Stage.Shortlisted)
            )
            .OrderBy(application => application.Number)
            .Select(application => new
            {
                application.Id,
                application.Number,
                application.Title,
                application.Revisions.OrderByDescending(revision => revision.Id).First().Dossier,
            })
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            if (row.Dossier.Annotations.IsDefaultOrEmpty)
            {
                continue;
            }

            var proposal = AnnotationReading.Of(row.Dossier.Annotations, grid, notScored);
            noted.Add(
                new NotedApplication(
                    row.Id,
                    row.Number,
                    row.Title,
                    proposal,
                    ReviewRules.CheckSubmission(proposal.Sheet, grid)
                )
            );
        }

        return noted;
    }
}

/// <param name="Refusal">Why it cannot be imported; null where it can.</param>
public sealed record NotedApplication(
    long ApplicationId,
    int Number,
    string Title,
    AnnotationProposal Proposal,
    Core.Refusal? Refusal
);
