using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>A manager gives a submitted review back to its reviewer, with a reason; what was submitted stays, uncounted.</summary>
public sealed class ReopenReview(Store store) : IOperation<ReopenReview.Request, int>
{
    public sealed record Request(int Number, int ReviewerId, string? Reason);

    public static Right Right => Right.ManageReviews;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(ReopenReview),
            async writing =>
            {
                if (Conflicts.CheckReason(request.Reason) is { } unsaid)
                {
                    return unsaid;
                }

                var review = await writing
                    .Context.Reviews.Include(review => review.Submissions)
                    .SingleOrDefaultAsync(
                        review => review.Number == request.Number && review.ReviewerId == request.ReviewerId,
                        cancellation
                    );
                if (review is null)
                {
                    return Refusal.NotFound;
                }

                if (await ScoringTurn.TakeAsync(writing, review.Edition, cancellation) is { } closed)
                {
                    return closed;
                }

                if (review.State != ReviewState.Submitted)
                {
                    return new Refusal("Refusal_ReviewNotSubmitted");
                }

                Reviews.Reopen(writing, review, request.Reason!.Trim());
                return review.Number;
            },
            cancellation
        );
}
