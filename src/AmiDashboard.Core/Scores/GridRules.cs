using System.Collections.Immutable;

namespace AmiDashboard.Core.Scores;

/// <summary>What somebody wants an edition's grid to be.</summary>
/// <param name="Reason">Why weights or wording change; asked for once a review was submitted.</param>
public sealed record GridProposal(
    Scale Scale,
    int LeastReviewers,
    int Places,
    int Shrinkage,
    DateOnly? ReviewsDueOn,
    ImmutableArray<CriterionProposal> Criteria,
    string? Reason = null
);

/// <param name="Id">Null for a new criterion.</param>
public sealed record CriterionProposal(
    int? Id,
    string Label,
    string ShortName,
    string? Description,
    int Weight,
    ImmutableArray<LevelGuidance> Guidance
);

/// <summary>What a grid must be, and what of it may still change once reviews were submitted.</summary>
public static class GridRules
{
    /// <summary>More than these nobody scores with care.</summary>
    public const int MostCriteria = 20;

    /// <summary>Null where the grid may become so. <paramref name="current"/> is null for an edition without a grid.</summary>
    public static Refusal? Check(ScoringGrid? current, GridProposal wanted, bool hasSubmissions)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return CheckShape(wanted)
            ?? wanted
                .Criteria.Select(criterion => CheckCriterion(criterion, wanted.Scale))
                .FirstOrDefault(no => no is not null)
            ?? (current is null ? null : CheckKept(current, wanted, hasSubmissions));
    }

    /// <summary>Whether weights or wording differ: what a submitted review was given under.</summary>
    public static bool ChangesMeaning(ScoringGrid current, GridProposal wanted)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(wanted);
        return wanted.Criteria.Any(criterion =>
            current.Criteria.FirstOrDefault(kept => kept.Id == criterion.Id) is not { } kept
            || kept.Weight != criterion.Weight
            || kept.Label != criterion.Label.Trim()
            || (kept.Description ?? "") != (criterion.Description ?? "").Trim()
            || !kept.Guidance.SequenceEqual(Kept(criterion.Guidance))
        );
    }

    /// <summary>As it is kept: in the order of the scale, without the levels that a form leaves empty.</summary>
    public static IEnumerable<LevelGuidance> Kept(IEnumerable<LevelGuidance> guidance) =>
        guidance.Where(level => !string.IsNullOrWhiteSpace(level.Text)).OrderBy(level => level.Level);

    private static Refusal? CheckShape(GridProposal wanted) =>
        !wanted.Scale.IsSound ? new Refusal("Refusal_ScaleUnsound", Scale.MostLevels)
        : wanted.LeastReviewers is < 1 or > 20 ? new Refusal("Refusal_LeastReviewers")
        : wanted.Places < 1 ? new Refusal("Refusal_Places")
        : wanted.Shrinkage is < 0 or > 50 ? new Refusal("Refusal_Shrinkage")
        : wanted.Criteria.IsEmpty || wanted.Criteria.Length > MostCriteria
            ? new Refusal("Refusal_CriteriaCount", MostCriteria)
        : wanted.Criteria.Sum(criterion => criterion.Weight) == 0 ? new Refusal("Refusal_NoWeight")
        : wanted.Criteria.Select(criterion => criterion.Id).OfType<int>().CountBy(id => id).Any(id => id.Value > 1)
            ? new Refusal("Refusal_CriterionTwice")
        : wanted.Criteria.DistinctBy(criterion => FoldedText.Fold(criterion.ShortName)).Count()
        != wanted.Criteria.Length
            ? new Refusal("Refusal_CriterionNamedTwice")
        : null;

    private static Refusal? CheckCriterion(CriterionProposal criterion, Scale scale) =>
        string.IsNullOrWhiteSpace(criterion.Label) || string.IsNullOrWhiteSpace(criterion.ShortName)
            ? new Refusal("Refusal_CriterionUnnamed")
        : criterion.Label.Length > Criterion.LongestLabel
            ? new Refusal("Refusal_CriterionTooLong", Criterion.LongestLabel)
        : criterion.ShortName.Length > Criterion.LongestShortName
            ? new Refusal("Refusal_CriterionTooLong", Criterion.LongestShortName)
        : criterion.Description?.Length > Criterion.LongestDescription
            ? new Refusal("Refusal_CriterionTooLong", Criterion.LongestDescription)
        : criterion.Weight is < 0 or > 100 ? new Refusal("Refusal_Weight", criterion.ShortName)
        : criterion.Guidance.Any(level => !scale.Admits(level.Level) || level.Text.Length > LevelGuidance.LongestText)
        || Kept(criterion.Guidance).CountBy(level => level.Level).Any(level => level.Value > 1)
            ? new Refusal("Refusal_Guidance", criterion.ShortName)
        : null;

    /// <summary>Submitted reviews keep the scale and the criteria they were given on; weights and words may change, with a reason.</summary>
    private static Refusal? CheckKept(ScoringGrid current, GridProposal wanted, bool hasSubmissions)
    {
        if (wanted.Criteria.Any(criterion => criterion.Id is { } id && current.Criteria.All(kept => kept.Id != id)))
        {
            return new Refusal("Refusal_CriterionUnknown");
        }

        if (!hasSubmissions)
        {
            return null;
        }

        var isSameSet =
            wanted.Criteria.Length == current.Criteria.Count
            && wanted.Criteria.All(criterion => criterion.Id is not null);
        return wanted.Scale != current.Scale ? new Refusal("Refusal_ScaleInUse")
            : !isSameSet ? new Refusal("Refusal_CriteriaInUse")
            : ChangesMeaning(current, wanted) && string.IsNullOrWhiteSpace(wanted.Reason)
                ? new Refusal("Refusal_GridReasonMissing")
            : wanted.Reason?.Length > ConflictOfInterest.LongestReason
                ? new Refusal("Refusal_ReasonTooLong", ConflictOfInterest.LongestReason)
            : null;
    }
}
