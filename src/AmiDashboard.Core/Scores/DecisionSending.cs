using AmiDashboard.Core.Applications;

namespace AmiDashboard.Core.Scores;

/// <summary>
/// One time that a decision was sent to the source: by whom, when, what. Written before it is sent, so that one of which
/// nothing was ever heard is known as well. Added, never edited; what was heard of it follows.
/// </summary>
public sealed class DecisionSending
{
    public const int LongestInstructor = 200;

    public long Id { get; init; }

    public required int SessionId { get; init; }

    public required int Edition { get; init; }

    public required int Number { get; init; }

    /// <summary>What the source was asked to make of the dossier: accepted, or refused.</summary>
    public required SourceState Outcome { get; init; }

    /// <summary>The reason, word for word as it was sent.</summary>
    public required string Motivation { get; init; }

    /// <summary>Whether the source was to write to the applicant.</summary>
    public required bool Notifies { get; init; }

    /// <summary>The instructor in whose name, as the source knows them.</summary>
    public required string Instructor { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime SentAt { get; init; }

    public required string SentBy { get; init; }

    /// <summary>In the order in which they came; none where the program went away before one did.</summary>
    public List<SendingAnswer> Answers { get; } = [];
}

/// <summary>What was heard of a decision that was sent. Added, never edited.</summary>
public sealed class SendingAnswer
{
    public const int LongestDetail = 2_000;

    public long Id { get; init; }

    public long SendingId { get; init; }

    public required SendingResult Result { get; init; }

    /// <summary>The source's own words of a refusal, or why there was no answer.</summary>
    public string? Detail { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime HeardAt { get; init; }
}

/// <summary>Stored by these names.</summary>
public enum SendingResult
{
    Done,
    Refused,

    /// <summary>Whether it was done is not known.</summary>
    NoAnswer,

    /// <summary>There had been no answer; the dossier was found in that state afterwards.</summary>
    FoundDone,
}
