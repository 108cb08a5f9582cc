using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// Takes an application back from a reviewer. Refused once their review is submitted: it would take a score out of the
/// ranking in silence; it has to be reopened first, with a reason.
/// </summary>
public sealed class TakeBackAssignment(Store store) : IOperation<TakeBackAssignment.Request, int>
{
    public sealed record Request(int Edition, int Number, int ReviewerId);

    public static Right Right => Right.ManageReviews;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(TakeBackAssignment),
            async writing =>
            {
                if (await ScoringTurn.TakeAsync(writing, request.Edition, cancellation) is { } closed)
                {
                    return closed;
                }

                var assignment = await writing.Context.Assignments.SingleOrDefaultAsync(
                    assignment =>
                        assignment.Edition == request.Edition
                        && assignment.Number == request.Number
                        && assignment.ReviewerId == request.ReviewerId
                        && assignment.EndedAt == null,
                    cancellation
                );
                if (assignment is null)
                {
                    return Refusal.NotFound;
                }

                var isSubmitted = await writing.Context.Reviews.AnyAsync(
                    review =>
                        review.ApplicationId == assignment.ApplicationId
                        && review.ReviewerId == request.ReviewerId
                        && review.State == ReviewState.Submitted,
                    cancellation
                );
                if (isSubmitted)
                {
                    return new Refusal("Refusal_ReviewSubmitted");
                }

                Assignments.End(writing, assignment, AssignmentEnd.TakenBack);
                return request.Number;
            },
            cancellation
        );
}
