namespace AmiDashboard.Core.Applications;

/// <summary>Where an application stands in the programme. The product's own: never overwritten by a synchronisation.</summary>
public enum Stage
{
    Received,
    Eligible,
    Ineligible,
    UnderReview,
    Shortlisted,
    Laureate,
    ReserveList,
    NotSelected,
    Withdrawn,
}

/// <summary>State of the dossier at démarches-simplifiées (en_construction, en_instruction, accepte, refuse, sans_suite).</summary>
public enum SourceState
{
    UnderConstruction,
    UnderInstruction,
    Accepted,
    Refused,
    Closed,
}

/// <summary>Whether the source still shows the dossier.</summary>
public enum Presence
{
    Present,

    /// <summary>In the source's bin: hidden here, comes back if it is restored there.</summary>
    PendingDeletion,

    /// <summary>Absent from a full scan and from both deletion lists: a state of its own, not a deletion.</summary>
    Missing,
}

/// <summary>One dated step of an application's way through the programme. Added, never edited.</summary>
public sealed class StageChange
{
    public long Id { get; init; }

    public long ApplicationId { get; init; }

    public required Stage Stage { get; init; }

    /// <summary>UTC: since when it is true.</summary>
    public required DateTime ValidFrom { get; init; }

    /// <summary>UTC: when the product learnt it.</summary>
    public required DateTime RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Which stage may follow which.</summary>
public static class StageRules
{
    /// <summary>Stages that a person may move an application to from <paramref name="stage"/>, the usual one first.</summary>
    public static IReadOnlyList<Stage> After(Stage stage) =>
        stage switch
        {
            Stage.Received => [Stage.Eligible, Stage.Ineligible, Stage.Withdrawn],
            Stage.Eligible => [Stage.UnderReview, Stage.Ineligible, Stage.Received, Stage.Withdrawn],
            Stage.Ineligible => [Stage.Eligible, Stage.Received, Stage.Withdrawn],
            Stage.UnderReview => [Stage.Shortlisted, Stage.NotSelected, Stage.Eligible, Stage.Withdrawn],
            Stage.Shortlisted =>
            [
                Stage.Laureate,
                Stage.ReserveList,
                Stage.NotSelected,
                Stage.UnderReview,
                Stage.Withdrawn,
            ],
            Stage.Laureate => [Stage.Withdrawn, Stage.Shortlisted],
            Stage.ReserveList => [Stage.Laureate, Stage.NotSelected, Stage.Withdrawn, Stage.Shortlisted],
            Stage.NotSelected => [Stage.ReserveList, Stage.Shortlisted, Stage.UnderReview],
            Stage.Withdrawn => [Stage.Received],
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
        };

    /// <summary>Longest reason kept, in characters.</summary>
    public const int LongestReason = 2000;

    /// <summary>
    /// Null where the change is allowed. A change asks for a reason, follows <see cref="After"/>, is not dated before the
    /// last change nor in the future.
    /// </summary>
    public static Refusal? Check(
        Stage from,
        DateTime since,
        Stage to,
        DateTime validFrom,
        string? reason,
        DateTime now
    ) =>
        !After(from).Contains(to) ? new Refusal("Refusal_StageOrder", from, to)
        : string.IsNullOrWhiteSpace(reason) ? new Refusal("Refusal_ReasonMissing")
        : reason.Length > LongestReason ? new Refusal("Refusal_ReasonTooLong", LongestReason)
        : validFrom < since ? new Refusal("Refusal_StageBeforeLast", since)
        : validFrom > now ? new Refusal("Refusal_StageInFuture")
        : null;
}
