using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Applications;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>What the viewer was given to review, first what is still to do.</summary>
public sealed class OwnReviews(Store store) : IRead<OwnReviews.Query, IReadOnlyList<OwnReview>>
{
    public sealed record Query;

    public static Right Right => Right.Review;

    public async Task<IReadOnlyList<OwnReview>> RunAsync(
        Viewer viewer,
        Query query,
        CancellationToken cancellation = default
    )
    {
        await using var context = store.Read(viewer, Right);
        var rows = await (
            from assignment in context.Assignments
            join reviewer in context.Reviewers on assignment.ReviewerId equals reviewer.Id
            join application in context.Applications.Shown() on assignment.ApplicationId equals application.Id
            join grid in context.ScoringGrids on application.EditionId equals grid.EditionId
            where assignment.EndedAt == null && reviewer.PersonId == viewer.PersonId
            select new
            {
                application.Edition,
                application.Number,
                application.Title,
                application.Organisation,
                grid.ReviewsDueOn,
                Criteria = grid.Criteria.Select(criterion => criterion.Id).ToList(),
                Review = context
                    .Reviews.Where(review =>
                        review.ApplicationId == assignment.ApplicationId && review.ReviewerId == assignment.ReviewerId
                    )
                    .Select(review => new
                    {
                        review.State,
                        review.Draft,
                        review.SavedAt,
                    })
                    .SingleOrDefault(),
            }
        ).ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new OwnReview(
                    row.Edition,
                    row.Number,
                    row.Title,
                    row.Organisation,
                    row.ReviewsDueOn,
                    row.Review?.State,
                    row.Review?.Draft.Entries.Count(entry =>
                        (entry.Score is not null || entry.CannotJudge) && row.Criteria.Contains(entry.CriterionId)
                    )
                        ?? 0,
                    row.Criteria.Count,
                    row.Review?.SavedAt
                ))
                .OrderBy(review => review.State == ReviewState.Submitted)
                .ThenBy(review => review.DueOn ?? DateOnly.MaxValue)
                .ThenBy(review => review.Number),
        ];
    }
}

/// <param name="State">Null where it is not begun.</param>
/// <param name="Filled">Criteria scored, or said not to be judged, of <paramref name="Criteria"/>.</param>
/// <param name="DueOn">Paris day.</param>
/// <param name="SavedAt">UTC.</param>
public sealed record OwnReview(
    int Edition,
    int Number,
    string Title,
    string? Organisation,
    DateOnly? DueOn,
    ReviewState? State,
    int Filled,
    int Criteria,
    DateTime? SavedAt
);
