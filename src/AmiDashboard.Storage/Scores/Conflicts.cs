using AmiDashboard.Core;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>How a tie is recorded, whoever tells of it.</summary>
internal static class Conflicts
{
    public static Refusal? CheckReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal("Refusal_ReasonMissing")
        : reason.Length > ConflictOfInterest.LongestReason
            ? new Refusal("Refusal_ReasonTooLong", ConflictOfInterest.LongestReason)
        : null;

    /// <summary>Adds the tie, ends the assignment that it concerns and reopens what was submitted. The result is the number.</summary>
    public static async Task<Outcome<int>> AddAsync(
        Writing writing,
        int edition,
        int number,
        int reviewerId,
        string? reason,
        CancellationToken cancellation
    )
    {
        if (CheckReason(reason) is { } unsaid)
        {
            return unsaid;
        }

        if (await ScoringTurn.TakeAsync(writing, edition, cancellation) is { } closed)
        {
            return closed;
        }

        var context = writing.Context;
        var application = await context
            .Applications.Shown()
            .SingleOrDefaultAsync(one => one.Number == number && one.Edition == edition, cancellation);
        var isReviewer = await context.Reviewers.AnyAsync(
            reviewer => reviewer.Id == reviewerId && reviewer.Edition == edition,
            cancellation
        );
        if (application is null || !isReviewer)
        {
            return Refusal.NotFound;
        }

        context.Conflicts.Add(
            new ConflictOfInterest
            {
                ApplicationId = application.Id,
                Edition = edition,
                Number = number,
                ReviewerId = reviewerId,
                Reason = reason!.Trim(),
                DeclaredAt = writing.Now,
                DeclaredBy = writing.By,
            }
        );
        var assignment = await context.Assignments.SingleOrDefaultAsync(
            one => one.ApplicationId == application.Id && one.ReviewerId == reviewerId && one.EndedAt == null,
            cancellation
        );
        if (assignment is not null)
        {
            Assignments.End(writing, assignment, AssignmentEnd.Conflict);
        }

        var review = await context
            .Reviews.Include(one => one.Submissions)
            .SingleOrDefaultAsync(
                one => one.ApplicationId == application.Id && one.ReviewerId == reviewerId,
                cancellation
            );
        if (review is { State: ReviewState.Submitted })
        {
            Reviews.Reopen(writing, review, reason.Trim());
        }

        writing.Touch(Subject.Reviewer, reviewerId);
        return number;
    }
}
