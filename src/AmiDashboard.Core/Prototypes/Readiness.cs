namespace AmiDashboard.Core.Prototypes;

/// <summary>How ready a prototype is, one stage on the other. Stored by these names.</summary>
public enum ReadinessLevel
{
    /// <summary>The trade's question and the criteria of success are written down.</summary>
    Framed,

    /// <summary>The data are there, described, and may be used.</summary>
    DataReady,

    /// <summary>A model was measured on data it had not seen.</summary>
    ModelMeasured,

    /// <summary>Somebody of the trade can use it.</summary>
    PrototypeUsable,

    /// <summary>It was tried by its users.</summary>
    Tried,

    /// <summary>What a roll-out needs is known: hosting, security, cost, upkeep.</summary>
    ReadyForRollOut,
}

/// <summary>What shows it. Stored by these names.</summary>
public enum EvidenceKind
{
    Link,
    Document,
    Demonstration,
}

/// <summary>A stage of readiness reached, with what shows it. Added; taken back, never edited.</summary>
public sealed class ReadinessProof
{
    public long Id { get; init; }

    public required int Edition { get; init; }

    public required int Number { get; init; }

    public required ReadinessLevel Level { get; init; }

    public required EvidenceKind Evidence { get; init; }

    /// <summary>Where it is or what was shown to whom.</summary>
    public required string Description { get; init; }

    /// <summary>An https address; null for a demonstration.</summary>
    public string? Link { get; init; }

    /// <summary>Paris day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    /// <summary>UTC; null while it counts.</summary>
    public DateTime? WithdrawnAt { get; set; }

    public string? WithdrawnBy { get; set; }

    public string? WithdrawalReason { get; set; }

    public int Version { get; set; }

    public bool CountsAt(DateTime asOf) => RecordedAt <= asOf && !(WithdrawnAt <= asOf);

    /// <summary>Null where it may be kept: not of the future, said in words, a link or a document with its address.</summary>
    /// <param name="today">The Paris day.</param>
    public static Refusal? Check(
        EvidenceKind evidence,
        string? description,
        string? link,
        DateOnly on,
        DateOnly today
    ) =>
        on > today ? new Refusal("Refusal_InFuture")
        : PlanText.IsEmpty(description) || description.Length > Prototype.LongestText
            ? new Refusal("Refusal_Evidence", Prototype.LongestText)
        : evidence != EvidenceKind.Demonstration && link is null ? new Refusal("Refusal_EvidenceLink")
        : PlanText.CheckAddress(link);
}
