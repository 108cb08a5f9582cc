using AmiDashboard.Core.Applications;

namespace AmiDashboard.Core.Scores;

/// <summary>What a review must be to be saved, and to be submitted.</summary>
public static class ReviewRules
{
    /// <summary>Longest comment kept, in characters: one of a criterion, or of the whole.</summary>
    public const int LongestComment = 4000;

    /// <summary>Stages that an application is ranked in: not before it is found eligible, nor once it is out of the call.</summary>
    public static bool IsRanked(Stage stage) => stage is not (Stage.Received or Stage.Ineligible or Stage.Withdrawn);

    /// <summary>Null where the draft may be saved: nothing needs to be filled in, but what is there must fit the grid.</summary>
    public static Refusal? CheckDraft(ReviewSheet sheet, ScoringGrid grid)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(grid);
        if (sheet.Comment?.Length > LongestComment)
        {
            return new Refusal("Refusal_CommentTooLong", LongestComment);
        }

        foreach (var entry in sheet.Entries)
        {
            if (grid.Criteria.All(criterion => criterion.Id != entry.CriterionId))
            {
                return new Refusal("Refusal_CriterionUnknown");
            }

            if (entry.Score is { } score && !grid.Scale.Admits(score))
            {
                return new Refusal("Refusal_ScoreOffScale", grid.Scale.Most.Points, grid.Scale.Step.Points);
            }

            if (entry.Comment?.Length > LongestComment)
            {
                return new Refusal("Refusal_CommentTooLong", LongestComment);
            }
        }

        return sheet.Entries.DistinctBy(entry => entry.CriterionId).Count() == sheet.Entries.Length
            ? null
            : new Refusal("Refusal_CriterionTwice");
    }

    /// <summary>
    /// Null where the review may be submitted: each criterion is scored, or is said not to be judged with a comment that
    /// says why, and at least one is scored.
    /// </summary>
    public static Refusal? CheckSubmission(ReviewSheet sheet, ScoringGrid grid)
    {
        if (CheckDraft(sheet, grid) is { } unfit)
        {
            return unfit;
        }

        foreach (var criterion in grid.Criteria.OrderBy(criterion => criterion.Position))
        {
            var entry = sheet.Of(criterion.Id);
            if (entry is null or { Score: null, CannotJudge: false })
            {
                return new Refusal("Refusal_CriterionNotScored", criterion.ShortName);
            }

            if (entry.Score is null && string.IsNullOrWhiteSpace(entry.Comment))
            {
                return new Refusal("Refusal_CannotJudgeWithoutComment", criterion.ShortName);
            }

            if (entry is { Score: not null, CannotJudge: true })
            {
                return new Refusal("Refusal_ScoredAndNotJudged", criterion.ShortName);
            }
        }

        return sheet.Entries.Any(entry => entry.Score is not null) ? null : new Refusal("Refusal_NothingScored");
    }
}
