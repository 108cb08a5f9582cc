using AmiDashboard.Core.Applications;

namespace AmiDashboard.Core.Scores;

/// <summary>A person who reviews for an edition: what ties and what expertise the assignment has to know of.</summary>
public sealed class Reviewer
{
    public const int LongestName = 200;

    public int Id { get; init; }

    public int EditionId { get; init; }

    public required int Edition { get; init; }

    /// <summary>Null until they sign in, and for good for an instructor of the source whose notes were imported.</summary>
    public int? PersonId { get; set; }

    public required string Name { get; set; }

    /// <summary>Lower case. Who signs in with it and a reviewer's profile is this reviewer; null where nobody will.</summary>
    public string? Email { get; set; }

    /// <summary>Where they work, as applications name it: the same ministry is a conflict of interest. Null for none.</summary>
    public string? Ministry { get; set; }

    /// <summary>Techniques they know, as applications name them.</summary>
    public List<string> Expertise { get; init; } = [];

    /// <summary>Applications they take at most; null for no limit.</summary>
    public int? Capacity { get; set; }

    public int Version { get; set; }

    /// <summary>Whether the reviewer's own ministry applies: nobody scores their own.</summary>
    public bool IsOfMinistry(string? ministry) =>
        Ministry is { Length: > 0 } own
        && ministry is { Length: > 0 }
        && FoldedText.Fold(own) == FoldedText.Fold(ministry);
}

/// <summary>An application given to a reviewer, until it is taken back. Kept once ended.</summary>
public sealed class Assignment
{
    public long Id { get; init; }

    public long ApplicationId { get; init; }

    /// <summary>The edition's number, repeated here like <see cref="Number"/> so that the perimeter needs no join.</summary>
    public required int Edition { get; init; }

    /// <summary>The application's number.</summary>
    public required int Number { get; init; }

    public int ReviewerId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AssignedAt { get; init; }

    public required string AssignedBy { get; init; }

    /// <summary>UTC; null while it holds.</summary>
    public DateTime? EndedAt { get; set; }

    public string? EndedBy { get; set; }

    public AssignmentEnd? End { get; set; }

    public int Version { get; set; }
}

/// <summary>Why an assignment ended. Stored by these names.</summary>
public enum AssignmentEnd
{
    TakenBack,
    Conflict,
}

/// <summary>
/// A tie that keeps a reviewer from an application, declared by the reviewer or a manager; that of the same ministry needs
/// no row (<see cref="Reviewer.IsOfMinistry"/>). Lifted by a manager only, with a reason; kept then.
/// </summary>
public sealed class ConflictOfInterest
{
    public long Id { get; init; }

    public long ApplicationId { get; init; }

    public required int Edition { get; init; }

    public required int Number { get; init; }

    public int ReviewerId { get; init; }

    public required string Reason { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime DeclaredAt { get; init; }

    public required string DeclaredBy { get; init; }

    /// <summary>UTC; null while it holds.</summary>
    public DateTime? LiftedAt { get; set; }

    public string? LiftedBy { get; set; }

    public string? LiftedReason { get; set; }

    public int Version { get; set; }

    /// <summary>Longest reason kept, in characters.</summary>
    public const int LongestReason = StageRules.LongestReason;
}
