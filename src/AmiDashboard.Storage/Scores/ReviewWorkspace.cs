using System.Collections.Immutable;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// One's own score sheet of an application, with the grid it is filled on. The others' are in it only once one's own is
/// submitted, under letters. Null for an application that one was not given, or that a conflict keeps one from.
/// </summary>
public sealed class ReviewWorkspace(Store store) : IRead<ReviewWorkspace.Query, OwnSheet?>
{
    public sealed record Query(int Number);

    public static Right Right => Right.Review;

    public async Task<OwnSheet?> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        await using var context = store.Read(viewer, Right);
        if (await OwnAssignment.FindAsync(context, viewer, query.Number, cancellation) is not { } assignment)
        {
            return null;
        }

        var grid = await context
            .ScoringGrids.Include(grid => grid.Criteria.OrderBy(criterion => criterion.Position))
            .SingleOrDefaultAsync(grid => grid.Edition == assignment.Edition, cancellation);
        if (grid is null)
        {
            return null;
        }

        var review = await context
            .Reviews.Include(review => review.Submissions.OrderBy(submission => submission.Id))
            .SingleOrDefaultAsync(
                review =>
                    review.ApplicationId == assignment.ApplicationId && review.ReviewerId == assignment.ReviewerId,
                cancellation
            );
        return new OwnSheet(
            grid,
            review?.State,
            review?.Draft.On(grid) ?? ReviewSheet.Empty,
            review?.Version,
            review?.SavedAt,
            review?.Submissions.LastOrDefault(),
            review is { State: ReviewState.Submitted } ? await OthersAsync(context, assignment, cancellation) : [],
            await ScoringTurn.AreFrozenAsync(context, assignment.Edition, cancellation)
        );
    }

    private static async Task<ImmutableArray<FrozenReview>> OthersAsync(
        AmiContext context,
        Assignment own,
        CancellationToken cancellation
    )
    {
        var others = await context
            .Reviews.Where(review =>
                review.ApplicationId == own.ApplicationId
                && review.ReviewerId != own.ReviewerId
                && review.State == ReviewState.Submitted
            )
            .SelectMany(
                review => review.Submissions.Where(submission => submission.ReopenedAt == null),
                (review, submission) =>
                    new
                    {
                        review.ReviewerId,
                        submission.SubmittedAt,
                        submission.Sheet,
                    }
            )
            .ToListAsync(cancellation);
        return
        [
            .. others
                .OrderBy(other => other.ReviewerId)
                .Select((other, index) => new FrozenReview(ReviewerLetter.Of(index), other.SubmittedAt, other.Sheet)),
        ];
    }
}

/// <param name="State">Null before the first word.</param>
/// <param name="Version">Null before the first word.</param>
/// <param name="SavedAt">UTC.</param>
/// <param name="Last">The last submission, with the reason of its reopening if it was.</param>
/// <param name="Others">Empty until one's own is submitted.</param>
public sealed record OwnSheet(
    ScoringGrid Grid,
    ReviewState? State,
    ReviewSheet Draft,
    int? Version,
    DateTime? SavedAt,
    ReviewSubmission? Last,
    ImmutableArray<FrozenReview> Others,
    bool IsFrozen
);
