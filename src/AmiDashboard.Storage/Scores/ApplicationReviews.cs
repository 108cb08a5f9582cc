using System.Collections.Immutable;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// The submitted reviews of one application, with every comment, for who sees the edition's ranking; the reviewers' names
/// for who manages its reviews, letters for the others.
/// </summary>
public sealed class ApplicationReviews(Store store) : IRead<ApplicationReviews.Query, ImmutableArray<GivenReview>>
{
    public sealed record Query(int Number);

    public static Right Right => Right.SeeRanking;

    public async Task<ImmutableArray<GivenReview>> RunAsync(
        Viewer viewer,
        Query query,
        CancellationToken cancellation = default
    )
    {
        await using var context = store.Read(viewer, Right);
        var rows = await (
            from review in context.Reviews
            where review.Number == query.Number
            join reviewer in context.Reviewers on review.ReviewerId equals reviewer.Id
            from submission in review.Submissions
            select new
            {
                review.Edition,
                review.ReviewerId,
                reviewer.Name,
                review.State,
                Submission = submission,
            }
        ).ToListAsync(cancellation);
        if (rows.Count == 0 || !viewer.PerimeterOf(Right).Covers(rows[0].Edition))
        {
            return [];
        }

        var edition = rows[0].Edition;
        var isManager = viewer.Can(Right.ManageReviews) && viewer.PerimeterOf(Right.ManageReviews).Covers(edition);
        var ids = await context
            .Reviewers.Where(reviewer => reviewer.Edition == edition)
            .OrderBy(reviewer => reviewer.Id)
            .Select(reviewer => reviewer.Id)
            .ToListAsync(cancellation);
        return
        [
            .. rows.Where(row => isManager || row.Submission.ReopenedAt is null)
                .OrderBy(row => row.ReviewerId)
                .ThenBy(row => row.Submission.Id)
                .Select(row => new GivenReview(
                    isManager ? row.ReviewerId : null,
                    isManager ? row.Name : ReviewerLetter.Of(ids.IndexOf(row.ReviewerId)),
                    row.Submission.SubmittedAt,
                    row.Submission.Sheet,
                    row.Submission.ReopenedAt,
                    isManager ? row.Submission.ReopenReason : null
                )),
        ];
    }
}

/// <param name="ReviewerId">Null where names are not for the viewer.</param>
/// <param name="Reviewer">A name, or a letter.</param>
/// <param name="SubmittedAt">UTC.</param>
/// <param name="ReopenedAt">UTC; null while it counts.</param>
public sealed record GivenReview(
    int? ReviewerId,
    string Reviewer,
    DateTime SubmittedAt,
    ReviewSheet Sheet,
    DateTime? ReopenedAt,
    string? ReopenReason
);
