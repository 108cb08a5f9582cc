using System.Collections.Immutable;

namespace AmiDashboard.Core.Prototypes;

/// <summary>Who tries. Stored by these names.</summary>
public enum Audience
{
    /// <summary><em>Agents</em>: those who work with it.</summary>
    Agents,

    /// <summary><em>Administrés</em>.</summary>
    Citizens,
}

/// <summary>Stored by these names.</summary>
public enum TrialStep
{
    /// <summary>Foreseen, or foreseen for another day.</summary>
    Planned,

    /// <summary>Held; or its result said better than before.</summary>
    Held,
    Cancelled,
}

/// <summary>A prototype tried by people. What became of it is told by its steps, of which the last counts.</summary>
public sealed class UserTrial
{
    public long Id { get; init; }

    public required int Edition { get; init; }

    public required int Number { get; init; }

    public required Audience Audience { get; init; }

    public int Version { get; set; }

    public List<UserTrialStep> Steps { get; } = [];
}

/// <summary>What was foreseen or found. Added, never edited.</summary>
public sealed class UserTrialStep
{
    public long Id { get; init; }

    public long TrialId { get; init; }

    public required TrialStep Step { get; init; }

    /// <summary>Paris day: planned on, or held on.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Expected, or who came. From 1 to 100,000.</summary>
    public required int People { get; init; }

    /// <summary>Null unless held.</summary>
    public TrialResult? Result { get; init; }

    /// <summary>Why it was moved, called off, or said anew.</summary>
    public string? Reason { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}

/// <summary>What a trial found.</summary>
/// <param name="TasksTried">In all, by everybody.</param>
/// <param name="TasksSucceeded">At most <paramref name="TasksTried"/>.</param>
/// <param name="Usability">The System Usability Scale, one answer a person who filled it in; may be empty.</param>
/// <param name="Satisfaction">How many said 1, 2, 3, 4 and 5; five numbers, or none where it was not asked.</param>
/// <param name="Learnt">What was learnt.</param>
/// <param name="Changed">What changed in consequence.</param>
public sealed record TrialResult(
    int TasksTried,
    int TasksSucceeded,
    ImmutableArray<UsabilityAnswer> Usability,
    ImmutableArray<int> Satisfaction,
    string? Learnt,
    string? Changed
)
{
    /// <summary>From 0 to 1; null where no task was tried.</summary>
    public double? SuccessRate => TasksTried > 0 ? (double)TasksSucceeded / TasksTried : null;

    /// <summary>From 0 to 100: the mean of the answers' scores; null where nobody answered.</summary>
    public double? UsabilityScore => Usability.IsEmpty ? null : Usability.Average(answer => answer.Score);

    /// <summary>How many said how satisfied they are.</summary>
    public int Answers => Satisfaction.Sum();

    /// <summary>From 1 to 5; null where nobody said.</summary>
    public double? MeanSatisfaction =>
        Answers > 0 ? Satisfaction.Select((people, index) => (double)people * (index + 1)).Sum() / Answers : null;

    public bool Equals(TrialResult? other) =>
        other is not null
        && (TasksTried, TasksSucceeded, Learnt, Changed)
            == (other.TasksTried, other.TasksSucceeded, other.Learnt, other.Changed)
        && Usability.SequenceEqual(other.Usability)
        && Satisfaction.SequenceEqual(other.Satisfaction);

    public override int GetHashCode() => HashCode.Combine(TasksTried, TasksSucceeded, Learnt, Changed);
}
