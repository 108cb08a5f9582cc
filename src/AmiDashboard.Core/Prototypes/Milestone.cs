namespace AmiDashboard.Core.Prototypes;

/// <summary>The stages of a prototype, in their order. Stored by these names.</summary>
public enum MilestonePhase
{
    /// <summary><em>Cadrage</em>.</summary>
    Framing,
    Data,
    Model,
    Prototype,

    /// <summary>Trial with users.</summary>
    Trial,

    /// <summary><em>Bilan</em>.</summary>
    Review,
}

/// <summary>
/// A step of a plan: its baseline never moves; what became of it is told by its revisions. A later version of the plan is
/// read from them, not kept beside them.
/// </summary>
public sealed class Milestone
{
    public long Id { get; init; }

    public int PrototypeId { get; init; }

    public required int Edition { get; init; }

    public required int Number { get; init; }

    /// <summary>From 1, in the order of the plan; what other milestones name it by.</summary>
    public required int Position { get; init; }

    public required MilestonePhase Phase { get; init; }

    public required string Name { get; init; }

    /// <summary>Points of the whole: its share of the work. From 1 to 100.</summary>
    public required int Weight { get; init; }

    /// <summary>Who answers for it: a name or a part in the team.</summary>
    public required string Owner { get; set; }

    /// <summary>Paris day.</summary>
    public required DateOnly BaselineOn { get; init; }

    /// <summary>Positions of those that must be reached before it, all earlier in the plan.</summary>
    public List<int> After { get; init; } = [];

    public int Version { get; set; }

    public List<MilestoneRevision> Revisions { get; } = [];
}

/// <summary>Stored by these names.</summary>
public enum RevisionKind
{
    /// <summary>It is expected on another day.</summary>
    Forecast,

    /// <summary>It was reached on that day.</summary>
    Reached,

    /// <summary>It had been said to be reached, wrongly: it is not.</summary>
    Reopened,
}

/// <summary>What somebody said of a milestone. Added, never edited.</summary>
public sealed class MilestoneRevision
{
    public long Id { get; init; }

    public long MilestoneId { get; init; }

    public required RevisionKind Kind { get; init; }

    /// <summary>Paris day: expected on, or reached on; of a reopening, the day on which it is now expected.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Why; null for one reached.</summary>
    public string? Reason { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}
