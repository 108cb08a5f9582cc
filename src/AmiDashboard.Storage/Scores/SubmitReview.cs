using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// Submits the saved draft: from then on it counts, and its reviewer may read the others'. Refuses an incomplete sheet, a
/// draft newer than the one the person saw, and anything once a jury has opened.
/// </summary>
public sealed class SubmitReview(Store store) : IOperation<SubmitReview.Request, int>
{
    /// <param name="Version">The version of the draft that the person saw.</param>
    public sealed record Request(int Number, int Version);

    public static Right Right => Right.Review;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(SubmitReview),
            async writing =>
            {
                var context = writing.Context;
                if (await OwnAssignment.FindAsync(context, viewer, request.Number, cancellation) is not { } assignment)
                {
                    return Refusal.NotFound;
                }

                if (await ScoringTurn.TakeAsync(writing, assignment.Edition, cancellation) is { } closed)
                {
                    return closed;
                }

                var grid = await context
                    .ScoringGrids.AsNoTracking()
                    .Include(grid => grid.Criteria)
                    .SingleOrDefaultAsync(grid => grid.Edition == assignment.Edition, cancellation);
                var review = await context.Reviews.SingleOrDefaultAsync(
                    review =>
                        review.ApplicationId == assignment.ApplicationId && review.ReviewerId == assignment.ReviewerId,
                    cancellation
                );
                if (grid is null || review is null)
                {
                    return new Refusal("Refusal_NothingScored");
                }

                if (review.State == ReviewState.Submitted)
                {
                    return new Refusal("Refusal_ReviewSubmitted");
                }

                if (review.Version != request.Version)
                {
                    return Refusal.Conflict;
                }

                var sheet = review.Draft.On(grid);
                if (ReviewRules.CheckSubmission(sheet, grid) is { } refusal)
                {
                    return refusal;
                }

                // Who takes the assignment back, or declares a tie, at this moment is told: it has a submitted review now.
                context.Entry(assignment).State = EntityState.Modified;
                (review.State, review.Draft) = (ReviewState.Submitted, sheet);
                review.Submissions.Add(
                    new ReviewSubmission
                    {
                        Sheet = sheet,
                        SubmittedAt = writing.Now,
                        SubmittedBy = writing.By,
                    }
                );
                writing.Touch(Subject.Review, review.Id);
                writing.Touch(Subject.Reviewer, review.ReviewerId);
                await context.SaveChangesAsync(cancellation);
                return review.Version;
            },
            cancellation
        );
}
