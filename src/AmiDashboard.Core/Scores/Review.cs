using System.Collections.Immutable;

namespace AmiDashboard.Core.Scores;

/// <summary>
/// One reviewer's work on one application: the draft that is typed, and what was submitted. Only submissions count; a
/// draft is its reviewer's own.
/// </summary>
public sealed class Review
{
    public long Id { get; init; }

    public long ApplicationId { get; init; }

    public required int Edition { get; init; }

    public required int Number { get; init; }

    public int ReviewerId { get; init; }

    public required ReviewState State { get; set; }

    public required ReviewSheet Draft { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime SavedAt { get; set; }

    public int Version { get; set; }

    public List<ReviewSubmission> Submissions { get; } = [];
}

/// <summary>Stored by these names.</summary>
public enum ReviewState
{
    Draft,
    Submitted,

    /// <summary>Submitted, then given back by a manager: what was submitted counts no more until it is again.</summary>
    Reopened,
}

/// <summary>A review as submitted: what the ranking is made of. Added, never edited but for its reopening.</summary>
public sealed class ReviewSubmission
{
    public long Id { get; init; }

    public long ReviewId { get; init; }

    public required ReviewSheet Sheet { get; init; }

    /// <summary>UTC: since when it counts.</summary>
    public required DateTime SubmittedAt { get; init; }

    public required string SubmittedBy { get; init; }

    /// <summary>UTC: until when it counted; null while it does.</summary>
    public DateTime? ReopenedAt { get; set; }

    public string? ReopenedBy { get; set; }

    public string? ReopenReason { get; set; }

    public bool CountsAt(DateTime asOf) => SubmittedAt <= asOf && !(ReopenedAt <= asOf);
}

/// <summary>The score sheet: one entry a criterion, and what is said of the whole.</summary>
public sealed record ReviewSheet(ImmutableArray<CriterionEntry> Entries, string? Comment)
{
    public static readonly ReviewSheet Empty = new([], null);

    public CriterionEntry? Of(int criterion) => Entries.FirstOrDefault(entry => entry.CriterionId == criterion);

    /// <summary>The same sheet without the entries of criteria that the grid has no more: a draft outlives them.</summary>
    public ReviewSheet On(ScoringGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        return this with
        {
            Entries = [.. Entries.Where(entry => grid.Criteria.Exists(criterion => criterion.Id == entry.CriterionId))],
        };
    }

    /// <summary>The same sheet with one entry replaced or added.</summary>
    public ReviewSheet With(CriterionEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return this with { Entries = [.. Entries.Where(other => other.CriterionId != entry.CriterionId), entry] };
    }
}

/// <param name="Score">Null where it is not scored, which is never 0.</param>
/// <param name="CannotJudge">Said by the reviewer, who then owes a comment: a criterion is never left out in silence.</param>
public sealed record CriterionEntry(int CriterionId, Score? Score, bool CannotJudge, string? Comment);
