using AmiDashboard.Core;
using AmiDashboard.Core.Scores;

namespace AmiDashboard.Storage.Portability;

/// <summary>Whether one review follows from its submissions, and these from the grid that they were given on.</summary>
internal static class ReviewProof
{
    /// <param name="grid">Null where the edition has none, which is found once for all of its reviews.</param>
    public static IEnumerable<Refusal> Check(Review review, ScoringGrid? grid)
    {
        var submissions = review.Submissions.OrderBy(submission => submission.Id).ToList();
        var standing = submissions.FindAll(submission => submission.ReopenedAt is null);
        var isAsWritten = review.State switch
        {
            ReviewState.Draft => submissions.Count == 0,
            ReviewState.Submitted => standing.Count == 1,
            _ => submissions.Count > 0 && standing.Count == 0,
        };
        if (!isAsWritten)
        {
            yield return Finding("Verify_ReviewState", review, review.State, standing.Count, submissions.Count);
        }
        else if (review.State == ReviewState.Submitted && !IsSame(review.Draft, standing[0].Sheet))
        {
            yield return Finding("Verify_ReviewDraft", review);
        }

        if (!AreInOrder(submissions))
        {
            yield return Finding("Verify_SubmissionOrder", review);
        }

        if (
            submissions.Exists(one =>
                one.ReopenedAt is not null && (one.ReopenedBy is null || one.ReopenReason is null)
            )
        )
        {
            yield return Finding("Verify_Reopening", review);
        }

        // Scale and criteria are fixed from the first submission on: what was fit then is fit now.
        var unfit = grid is null ? null : submissions.Select(one => CheckSheet(one.Sheet, grid)).FirstOrDefault(IsSaid);
        if (unfit is not null)
        {
            yield return Finding(unfit, review);
        }
    }

    private static string? CheckSheet(ReviewSheet sheet, ScoringGrid grid) =>
        sheet.On(grid).Entries.Length != sheet.Entries.Length ? "Verify_SheetCriterion"
        : sheet.Entries.Any(entry => entry.Score is { } score && !grid.Scale.Admits(score)) ? "Verify_SheetScale"
        : ReviewRules.CheckSubmission(sheet, grid) is not null ? "Verify_SheetIncomplete"
        : null;

    private static bool IsSaid(string? key) => key is not null;

    private static bool IsSame(ReviewSheet left, ReviewSheet right) => JsonText.Write(left) == JsonText.Write(right);

    /// <summary>Each was reopened after it came, and before the next: at any moment at most one counted.</summary>
    private static bool AreInOrder(List<ReviewSubmission> submissions) =>
        submissions.TrueForAll(one => one.ReopenedAt is not { } end || end >= one.SubmittedAt)
        && submissions
            .Zip(submissions.Skip(1))
            .All(pair => pair.First.ReopenedAt is null || pair.First.ReopenedAt <= pair.Second.SubmittedAt);

    private static Refusal Finding(string key, Review review, params IEnumerable<object> more) =>
        new(key, [review.Number, review.ReviewerId, .. more]);
}
