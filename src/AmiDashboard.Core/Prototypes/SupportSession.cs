using System.Collections.Immutable;
using AmiDashboard.Core.People;

namespace AmiDashboard.Core.Prototypes;

/// <summary>The two tracks of support. Stored by these names.</summary>
public enum SupportTrack
{
    /// <summary>By DINSIC.</summary>
    Technical,

    /// <summary>By DITP: how the trade changes.</summary>
    Strategic,
}

/// <summary>Stored by these names.</summary>
public enum SessionStep
{
    /// <summary>Foreseen, or foreseen for another time.</summary>
    Planned,
    Held,
    Cancelled,
}

/// <summary>
/// A meeting of a coach with a project's team. What was planned, held or called off is told by its steps, of which the
/// last counts; a step carries the whole of what was known then.
/// </summary>
public sealed class SupportSession
{
    public long Id { get; init; }

    public required int Edition { get; init; }

    public required int Number { get; init; }

    public required SupportTrack Track { get; init; }

    /// <summary>Grows with each step; what a calendar calls the sequence.</summary>
    public int Version { get; set; }

    public List<SupportSessionStep> Steps { get; } = [];

    public List<SupportAction> Actions { get; } = [];
}

/// <summary>What became of a session. Added, never edited.</summary>
public sealed class SupportSessionStep
{
    public long Id { get; init; }

    public long SessionId { get; init; }

    public required SessionStep Step { get; init; }

    /// <summary>UTC: when it begins, or began.</summary>
    public required DateTime StartsAt { get; init; }

    /// <summary>From 15 to 720.</summary>
    public required int Minutes { get; init; }

    public required string Coach { get; init; }

    public required string Topic { get; init; }

    public string? Place { get; init; }

    /// <summary>Of one held.</summary>
    public string? Conclusions { get; init; }

    /// <summary>Why it was moved or called off.</summary>
    public string? Reason { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}

/// <summary>Something that a session gave somebody to do.</summary>
public sealed class SupportAction
{
    public long Id { get; init; }

    public long SessionId { get; init; }

    public required string Text { get; init; }

    public required string Owner { get; init; }

    /// <summary>Paris day.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    /// <summary>UTC; null while it is to be done.</summary>
    public DateTime? DoneAt { get; set; }

    public string? DoneBy { get; set; }

    public int Version { get; set; }
}

/// <summary>What may be said of a session.</summary>
public static class SupportRules
{
    public const int MostActions = 30;

    /// <summary>Whose track it is: the right to plan and hold its sessions.</summary>
    public static Right RightOf(SupportTrack track) =>
        track == SupportTrack.Technical ? Right.SupportTechnically : Right.SupportStrategically;

    /// <summary>Null where it may be planned so.</summary>
    public static Refusal? Check(int minutes, string? coach, string? topic, string? place) =>
        minutes is < 15 or > 720 ? new Refusal("Refusal_SessionMinutes")
        : PlanText.IsEmpty(coach) || coach.Length > Prototype.LongestName
            ? new Refusal("Refusal_Coach", Prototype.LongestName)
        : PlanText.IsEmpty(topic) || topic.Length > Prototype.LongestName
            ? new Refusal("Refusal_Topic", Prototype.LongestName)
        : place?.Length > Prototype.LongestName ? new Refusal("Refusal_TextTooLong", Prototype.LongestName)
        : null;

    /// <summary>Null where it may be said to have been held: it began in the past, and each action is whole.</summary>
    /// <param name="now">UTC.</param>
    public static Refusal? CheckHeld(
        DateTime startsAt,
        string? conclusions,
        ImmutableArray<GivenAction> actions,
        DateTime now
    ) =>
        startsAt > now ? new Refusal("Refusal_InFuture")
        : ProgrammeDays.Check(startsAt) is { } unmeant ? unmeant
        : PlanText.IsEmpty(conclusions) ? new Refusal("Refusal_Conclusions")
        : PlanText.CheckLength(conclusions)
            ?? (
                actions.Length > MostActions ? new Refusal("Refusal_TooManyActions", MostActions)
                : actions.Any(action =>
                    PlanText.IsEmpty(action.Text)
                    || action.Text.Length > Prototype.LongestName
                    || PlanText.IsEmpty(action.Owner)
                    || action.Owner.Length > Prototype.LongestName
                )
                    ? new Refusal("Refusal_Action", Prototype.LongestName)
                : null
            );
}

/// <param name="DueOn">Paris day.</param>
public sealed record GivenAction(string Text, string Owner, DateOnly DueOn);
