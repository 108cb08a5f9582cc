using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Changes;

namespace AmiDashboard.Storage.Scores;

/// <summary>How a submitted review stops counting, whoever reopens it.</summary>
internal static class Reviews
{
    public static void Reopen(Writing writing, Review review, string reason)
    {
        var standing = review.Submissions.Single(submission => submission.ReopenedAt is null);
        (standing.ReopenedAt, standing.ReopenedBy, standing.ReopenReason) = (writing.Now, writing.By, reason);
        review.State = ReviewState.Reopened;
        writing.Touch(Subject.Review, review.Id);
        writing.Touch(Subject.Reviewer, review.ReviewerId);
    }
}
