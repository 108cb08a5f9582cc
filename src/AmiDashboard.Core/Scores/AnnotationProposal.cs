using System.Collections.Immutable;

namespace AmiDashboard.Core.Scores;

/// <summary>What is proposed as a review of an instructor's private notes, and everything that a person has to look at.</summary>
/// <param name="Sheet">
/// One entry for each criterion but <see cref="LeftOpen"/>. Where the source has no score, it says so and has none: never
/// a zero.
/// </param>
/// <param name="Unmatched">Notes of no criterion, notes in a form that is no number, files and the like: not in the sheet.</param>
/// <param name="Ambiguous">Notes that may be of several criteria, or several notes of one: none of them is taken.</param>
/// <param name="Rounded">Notes that the grid's scale has no level for: the nearest was taken.</param>
/// <param name="OffScale">Notes below 0 or above their own scale: not taken.</param>
/// <param name="Shortened">Labels of texts that were longer than a comment may be: their beginning was taken.</param>
/// <param name="LeftOpen">
/// Criteria without an entry, by id: their note is ambiguous, off scale, or may be one of the unmatched. The sheet cannot be
/// submitted before a person fills them in.
/// </param>
public sealed record AnnotationProposal(
    ReviewSheet Sheet,
    ImmutableArray<AnnotationNote> Unmatched,
    ImmutableArray<AmbiguousNote> Ambiguous,
    ImmutableArray<RoundedNote> Rounded,
    ImmutableArray<OffScaleNote> OffScale,
    ImmutableArray<string> Shortened,
    ImmutableArray<int> LeftOpen
)
{
    /// <summary>Whether there is a score at all: without one there is nothing to import.</summary>
    public bool HasScore => Sheet.Entries.Any(entry => entry.Score is not null);

    /// <summary>Whether nobody has to look: nothing left open, nothing unmatched. A rounded note is only told.</summary>
    public bool IsClear => LeftOpen.IsEmpty && Unmatched.IsEmpty && Ambiguous.IsEmpty && OffScale.IsEmpty;
}

/// <param name="Value">As the source shows it; null where it is not answered.</param>
public sealed record AnnotationNote(string Label, string? Value);

/// <param name="Criteria">Ids, in the order of the page.</param>
public sealed record AmbiguousNote(ImmutableArray<AnnotationNote> Notes, ImmutableArray<int> Criteria);

/// <param name="Given">In points of <paramref name="GivenMost"/>.</param>
/// <param name="Taken">In points of the grid.</param>
public sealed record RoundedNote(int CriterionId, string Label, decimal Given, decimal GivenMost, Score Taken);

/// <param name="Most">The scale it is off: the label's, else the grid's.</param>
public sealed record OffScaleNote(int CriterionId, string Label, decimal Given, decimal Most);
