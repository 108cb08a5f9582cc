namespace AmiDashboard.Core.People;

/// <summary>
/// What lets a program of a person (a workbook, a report) read what that person may read at that moment. Of the key itself
/// only the digest is kept. Kept once withdrawn.
/// </summary>
public sealed class AccessKey
{
    public long Id { get; init; }

    public required int PersonId { get; init; }

    /// <summary>The person's own word for it: « Classeur de suivi ».</summary>
    public required string Name { get; init; }

    /// <summary>Of the key, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime IssuedAt { get; init; }

    /// <summary>The last Paris day on which it opens anything.</summary>
    public required DateOnly ExpiresOn { get; init; }

    /// <summary>UTC, to within <see cref="AccessKeyRules.UseIsNoted"/>; null while it was never used.</summary>
    public DateTime? LastUsedAt { get; set; }

    /// <summary>UTC; null while it is not.</summary>
    public DateTime? WithdrawnAt { get; set; }

    public int Version { get; set; }

    /// <param name="now">UTC.</param>
    /// <param name="lastSignInAt">UTC, the owner's.</param>
    public AccessKeyState StateAt(DateTime now, DateTime lastSignInAt) =>
        WithdrawnAt is not null ? AccessKeyState.Withdrawn
        : ParisTime.DayOf(now) > ExpiresOn ? AccessKeyState.Expired
        : KeySleep.Sleeps(lastSignInAt, now) ? AccessKeyState.Asleep
        : AccessKeyState.Live;
}

public enum AccessKeyState
{
    Live,

    /// <summary>Until its owner signs in again (<see cref="KeySleep"/>).</summary>
    Asleep,
    Expired,
    Withdrawn,
}

/// <summary>What a key may be called, how long it lives, and how many a person has.</summary>
public static class AccessKeyRules
{
    public const int LongestName = 100;

    /// <summary>Keys of one person that live at once.</summary>
    public const int MostLive = 20;

    /// <summary>How often at most the last use is written down: a workbook that refreshes would else write at each request.</summary>
    public static readonly TimeSpan UseIsNoted = TimeSpan.FromMinutes(10);

    /// <summary>The last day a key may be given on a Paris day: a year later.</summary>
    public static DateOnly LatestExpiry(DateOnly today) => today.AddYears(1);

    /// <summary>Null where it may be issued.</summary>
    /// <param name="today">Paris day.</param>
    public static Refusal? Check(string? name, DateOnly expiresOn, DateOnly today, int live) =>
        string.IsNullOrWhiteSpace(name) ? new Refusal("Refusal_KeyNameMissing")
        : name.Trim().Length > LongestName ? new Refusal("Refusal_KeyNameTooLong", LongestName)
        : expiresOn < today ? new Refusal("Refusal_KeyExpiryPast")
        : expiresOn > LatestExpiry(today) ? new Refusal("Refusal_KeyExpiryFar", LatestExpiry(today))
        : live >= MostLive ? new Refusal("Refusal_KeysTooMany", MostLive)
        : null;
}
