using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// Keeps what a reviewer typed, complete or not; the result is the draft's new version. Refuses what does not fit the
/// grid, a submitted review, and, as a conflict, a sheet that another window of the same person changed.
/// </summary>
public sealed class SaveDraft(Store store) : IOperation<SaveDraft.Request, int>
{
    /// <param name="Version">The version that the person saw; null for the first word.</param>
    public sealed record Request(int Number, ReviewSheet Sheet, int? Version);

    public static Right Right => Right.Review;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(SaveDraft),
            async writing =>
            {
                var context = writing.Context;
                if (await OwnAssignment.FindAsync(context, viewer, request.Number, cancellation) is not { } assignment)
                {
                    return Refusal.NotFound;
                }

                var grid = await context
                    .ScoringGrids.AsNoTracking()
                    .Include(grid => grid.Criteria)
                    .SingleOrDefaultAsync(grid => grid.Edition == assignment.Edition, cancellation);
                if (grid is null)
                {
                    return new Refusal("Refusal_NoGrid");
                }

                if (ReviewRules.CheckDraft(request.Sheet, grid) is { } refusal)
                {
                    return refusal;
                }

                var review = await context.Reviews.SingleOrDefaultAsync(
                    review =>
                        review.ApplicationId == assignment.ApplicationId && review.ReviewerId == assignment.ReviewerId,
                    cancellation
                );
                if (review is { State: ReviewState.Submitted })
                {
                    return new Refusal("Refusal_ReviewSubmitted");
                }

                if (review?.Version != request.Version)
                {
                    return Refusal.Conflict;
                }

                if (review is null)
                {
                    review = new Review
                    {
                        ApplicationId = assignment.ApplicationId,
                        Edition = assignment.Edition,
                        Number = assignment.Number,
                        ReviewerId = assignment.ReviewerId,
                        State = ReviewState.Draft,
                        Draft = request.Sheet,
                        StartedAt = writing.Now,
                        SavedAt = writing.Now,
                    };
                    context.Reviews.Add(review);
                    // Begun is progress that managers see; what is typed after it is nobody else's business.
                    writing.TouchAdded(Subject.Review, () => review.Id);
                    writing.Touch(Subject.Reviewer, assignment.ReviewerId);
                }
                else
                {
                    (review.Draft, review.SavedAt) = (request.Sheet, writing.Now);
                }

                await context.SaveChangesAsync(cancellation);
                return review.Version;
            },
            cancellation
        );
}
