using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// A reviewer says that a tie keeps them from an application they were given: from then on they neither see nor score it.
/// Their draft stays unread; a submitted review is reopened, and counts no more.
/// </summary>
public sealed class DeclareConflict(Store store) : IOperation<DeclareConflict.Request, int>
{
    public sealed record Request(int Number, string? Reason);

    public static Right Right => Right.Review;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(DeclareConflict),
            async writing =>
            {
                var reviewer = await OwnAssignment.FindAsync(writing.Context, viewer, request.Number, cancellation);
                return reviewer is null
                    ? Refusal.NotFound
                    : await Conflicts.AddAsync(
                        writing,
                        reviewer.Edition,
                        request.Number,
                        reviewer.ReviewerId,
                        request.Reason,
                        cancellation
                    );
            },
            cancellation
        );
}

/// <summary>A manager records a tie that they learnt of, whether the application was given to the reviewer or not.</summary>
public sealed class RecordConflict(Store store) : IOperation<RecordConflict.Request, int>
{
    public sealed record Request(int Edition, int Number, int ReviewerId, string? Reason);

    public static Right Right => Right.ManageReviews;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(RecordConflict),
            writing =>
                Conflicts.AddAsync(
                    writing,
                    request.Edition,
                    request.Number,
                    request.ReviewerId,
                    request.Reason,
                    cancellation
                ),
            cancellation
        );
}

/// <summary>A manager lifts a tie, with a reason; it stays readable. The application has to be given again.</summary>
public sealed class LiftConflict(Store store) : IOperation<LiftConflict.Request, int>
{
    public sealed record Request(long ConflictId, string? Reason);

    public static Right Right => Right.ManageReviews;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(LiftConflict),
            async writing =>
            {
                var conflict = await writing.Context.Conflicts.SingleOrDefaultAsync(
                    conflict => conflict.Id == request.ConflictId && conflict.LiftedAt == null,
                    cancellation
                );
                if (conflict is null)
                {
                    return Refusal.NotFound;
                }

                if (Conflicts.CheckReason(request.Reason) is { } refusal)
                {
                    return refusal;
                }

                (conflict.LiftedAt, conflict.LiftedBy) = (writing.Now, writing.By);
                conflict.LiftedReason = request.Reason!.Trim();
                writing.Touch(Changes.Subject.Reviewer, conflict.ReviewerId);
                return conflict.Number;
            },
            cancellation
        );
}
