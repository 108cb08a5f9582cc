using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;

namespace AmiDashboard.Core.Scores;

/// <summary>The three bodies that decide, one after the other, each by a dated act of its own. Stored by these names.</summary>
public enum DecidingBody
{
    /// <summary>Ranks.</summary>
    Jury,

    /// <summary>The steering committee: validates.</summary>
    Copil,

    /// <summary>Grants.</summary>
    Sgpi,
}

/// <summary>Stored by these names.</summary>
public enum SessionState
{
    /// <summary>Deliberating: what it rests on is frozen, and reviews are closed.</summary>
    Open,

    /// <summary>Signed: its decisions stand.</summary>
    Closed,

    /// <summary>Given up with a reason; reviews are open again.</summary>
    Cancelled,
}

/// <summary>What an act says of an application. Stored by these names.</summary>
public enum Verdict
{
    Laureate,
    ReserveList,
    NotSelected,
}

/// <summary>One dated act of one body: who was there, what it rested on, what it decided of each application.</summary>
public sealed class Session
{
    public int Id { get; init; }

    public int EditionId { get; init; }

    public required int Edition { get; init; }

    public required DecidingBody Body { get; init; }

    public required SessionState State { get; set; }

    /// <summary>Paris day on which it is held.</summary>
    public required DateOnly HeldOn { get; init; }

    /// <summary>Members whose presence it takes to decide. From 1.</summary>
    public required int Quorum { get; init; }

    /// <summary>UTC: when the deliberation began and what it rests on was frozen.</summary>
    public required DateTime OpenedAt { get; init; }

    public required string OpenedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? EndedAt { get; set; }

    public string? EndedBy { get; set; }

    /// <summary>Why it was cancelled.</summary>
    public string? EndReason { get; set; }

    /// <summary>What was said of the whole, for the minutes.</summary>
    public string? Remarks { get; set; }

    /// <summary>What it rests on: never changed once the session is open.</summary>
    public required FrozenBasis Basis { get; init; }

    public int Version { get; set; }

    public List<SessionMember> Members { get; } = [];

    public List<Recusal> Recusals { get; } = [];

    public List<Decision> Decisions { get; } = [];

    /// <summary>Another number as soon as a decision is added or changed: who signs says which ones they saw.</summary>
    public int DecisionStamp => Decisions.Sum(decision => 1 + decision.Version);

    /// <summary>Longest remarks kept, in characters.</summary>
    public const int LongestRemarks = 8000;
}

/// <summary>Somebody who sits, present or excused.</summary>
public sealed class SessionMember
{
    public long Id { get; init; }

    public int SessionId { get; init; }

    public required string Name { get; init; }

    /// <summary>Whom they represent.</summary>
    public string? Body { get; init; }

    public required bool IsPresent { get; set; }

    public const int LongestName = 200;
}

/// <summary>A member who leaves the room for one application.</summary>
public sealed class Recusal
{
    public long Id { get; init; }

    public int SessionId { get; init; }

    /// <summary>The member's name, as in <see cref="SessionMember.Name"/>.</summary>
    public required string Member { get; init; }

    /// <summary>The application's number.</summary>
    public required int Number { get; init; }

    public required string Reason { get; init; }
}

/// <summary>What a session decides of one application.</summary>
public sealed class Decision
{
    public long Id { get; init; }

    public int SessionId { get; init; }

    public long ApplicationId { get; init; }

    public required int Edition { get; init; }

    public required int Number { get; init; }

    public required Verdict Verdict { get; set; }

    public required string Reason { get; set; }

    /// <summary>Only of a laureate: proposed by jury and COPIL, granted by SGPI.</summary>
    public Money? Amount { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; set; }

    public required string RecordedBy { get; set; }

    public int Version { get; set; }
}

/// <summary>Scores, weights and ranking as they were when a session opened: what its decisions rest on, readable for good.</summary>
/// <param name="Fingerprint">SHA-256 of the rest, in lower-case hexadecimal: two printed copies can be compared.</param>
public sealed record FrozenBasis(
    DateTime FrozenAt,
    Scale Scale,
    int LeastReviewers,
    int Places,
    int Shrinkage,
    ImmutableArray<FrozenCriterion> Criteria,
    ImmutableArray<FrozenApplication> Applications,
    FrozenAgreement? Agreement,
    string Fingerprint
);

public sealed record FrozenCriterion(int Id, string Label, string ShortName, int Weight);

/// <param name="Reviews">Without the reviewers' names: letters stand for them, the same in the whole basis.</param>
public sealed record FrozenApplication(
    int Number,
    string Title,
    string? Organisation,
    string? Ministry,
    Money? Requested,
    Stage Stage,
    double? Mean,
    double? AdjustedMean,
    int? Rank,
    int? AdjustedRank,
    int? BestRank,
    int? WorstRank,
    bool IsTied,
    double? Spread,
    ImmutableArray<double?> CriterionMeans,
    ImmutableArray<FrozenReview> Reviews
);

public sealed record FrozenReview(string Reviewer, DateTime SubmittedAt, ReviewSheet Sheet);

public sealed record FrozenAgreement(double? Icc21, double? Icc2k, double? Alpha);

/// <summary>Who may hold which act, and which act comes after which.</summary>
public static class DecisionRules
{
    public static Right RightOf(DecidingBody body) =>
        body switch
        {
            DecidingBody.Jury or DecidingBody.Copil => Right.HoldSessions,
            DecidingBody.Sgpi => Right.Grant,
            _ => throw new ArgumentOutOfRangeException(nameof(body), body, null),
        };

    /// <summary>The act that has to be closed before this one opens; null for the first.</summary>
    public static DecidingBody? Before(DecidingBody body) => body == DecidingBody.Jury ? null : body - 1;

    /// <summary>Stages of the applications that a session deliberates on.</summary>
    public static bool IsDeliberated(Stage stage) =>
        stage is Stage.UnderReview or Stage.Shortlisted or Stage.ReserveList;

    /// <summary>
    /// Null where the decision may be recorded: a reason always, an amount for a laureate alone, above zero, at most what
    /// the envelope has left (null where the edition has none).
    /// </summary>
    public static Refusal? Check(Verdict verdict, string? reason, Money? amount, DecidingBody body, Money? left) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal("Refusal_ReasonMissing")
        : reason.Length > StageRules.LongestReason ? new Refusal("Refusal_ReasonTooLong", StageRules.LongestReason)
        : verdict != Verdict.Laureate && amount is not null ? new Refusal("Refusal_AmountOfNoLaureate")
        : amount is { Cents: <= 0 } ? new Refusal("Refusal_AmountNotPositive")
        : verdict == Verdict.Laureate && body == DecidingBody.Sgpi && amount is null
            ? new Refusal("Refusal_AmountMissing")
        : amount is { } wanted && left is { } remaining && wanted > remaining
            ? new Refusal("Refusal_EnvelopeExceeded", remaining)
        : null;
}
