using System.Collections.Immutable;

namespace AmiDashboard.Core.Dashboards;

/// <summary>What one person asked to be told by mail, and how far they were told. One a person, theirs alone.</summary>
public sealed class Subscription
{
    public int Id { get; init; }

    public required int PersonId { get; init; }

    public DigestFrequency Frequency { get; set; }

    /// <summary>UTC: when the frequency was last chosen; a digest that was due before is not sent after the event.</summary>
    public required DateTime ChosenAt { get; set; }

    /// <summary>A dashboard as in its address; null for the person's own.</summary>
    public string? Dashboard { get; set; }

    /// <summary>An edition's number; null for all.</summary>
    public int? Edition { get; set; }

    /// <summary>Whether it is written in English; else in French.</summary>
    public bool IsInEnglish { get; set; }

    /// <summary>In the order in which they were added; at most <see cref="MostThresholds"/>.</summary>
    public ImmutableArray<Threshold> Thresholds { get; set; } = [];

    /// <summary>The Paris day that the last digest was due on; null before the first.</summary>
    public DateOnly? LastSentFor { get; set; }

    /// <summary>The Paris day on which the thresholds were last looked at; null before the first time.</summary>
    public DateOnly? LastLookedOn { get; set; }

    public DigestDelivery Delivery { get; set; }

    /// <summary>UTC: when <see cref="Delivery"/> became what it is.</summary>
    public DateTime? DeliveryAt { get; set; }

    /// <summary>UTC; only while <see cref="DigestDelivery.Waiting"/>.</summary>
    public DateTime? NextTryAt { get; set; }

    /// <summary>How often this message was tried.</summary>
    public int Tries { get; set; }

    /// <summary>Whether that message was a digest, and not only an alert.</summary>
    public bool WasDigest { get; set; }

    /// <summary>What the mail server answered to the last try that failed.</summary>
    public string? Failure { get; set; }

    public int Version { get; set; }

    public const int MostThresholds = 20;

    public const int LongestFailure = 400;
}

public enum DigestFrequency
{
    None,

    /// <summary>Mondays at 8:00 in Paris.</summary>
    Weekly,

    /// <summary>The first working day of the month at 8:00 in Paris.</summary>
    Monthly,
}

/// <summary>What became of the last message.</summary>
public enum DigestDelivery
{
    /// <summary>There was none yet.</summary>
    None,

    /// <summary>A node took it and has not said yet what became of it; left so by a node that died.</summary>
    InHand,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>No mail server, or no address: it is a file.</summary>
    Filed,

    /// <summary>It could not be sent, and will be tried again.</summary>
    Waiting,

    /// <summary>Refused for good, or tried too often.</summary>
    GivenUp,
}

/// <summary>A value of a figure beyond which a person wants to be told.</summary>
/// <param name="Figure">Name of a <see cref="KeyFigure"/>.</param>
/// <param name="Value">In the figure's unit: cents, minutes, 0 to 1 for a share, points, or a count.</param>
/// <param name="IsCrossed">At the last look.</param>
public sealed record Threshold(string Figure, ThresholdDirection Direction, decimal Value, bool IsCrossed = false)
{
    /// <summary>Null for a figure that is no more.</summary>
    public KeyFigure? KeyFigure => KeyFigures.Find(Figure);

    public bool IsMetBy(decimal number) => Direction == ThresholdDirection.AtLeast ? number >= Value : number <= Value;

    /// <summary>Whether it asks the same, whatever the last look said.</summary>
    public bool IsSameAs(Threshold other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Figure, Direction, Value) == (other.Figure, other.Direction, other.Value);
    }
}

public enum ThresholdDirection
{
    AtLeast,
    AtMost,
}
