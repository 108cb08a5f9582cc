namespace AmiDashboard.Core.People;

/// <summary>
/// A profile that is kept for somebody until they sign in: for whoever first brings a code, or for whom the provider knows
/// by an e-mail. Kept once closed.
/// </summary>
public sealed class Invitation
{
    public int Id { get; init; }

    /// <summary>As <see cref="EmailList.Kept"/> makes it; null where a code opens it.</summary>
    public string? Email { get; init; }

    /// <summary>Of the code; null where an e-mail opens it.</summary>
    public string? Sha256 { get; init; }

    public required Profile Profile { get; init; }

    /// <summary>An edition's number; null where the perimeter is not one edition.</summary>
    public int? Edition { get; init; }

    public List<int> Applications { get; init; } = [];

    public bool IsEverything { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime InvitedAt { get; init; }

    /// <summary>UTC instant from which it opens nothing any more.</summary>
    public required DateTime LapsesAt { get; init; }

    /// <summary>Null where the program itself was asked, by who runs it.</summary>
    public int? InvitedById { get; init; }

    public required string InvitedBy { get; init; }

    /// <summary>Who came by it; null while nobody has, and where it was withdrawn.</summary>
    public int? PersonId { get; set; }

    /// <summary>UTC; null while it stands open or has only lapsed.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>Who came, or who withdrew it.</summary>
    public string? ClosedBy { get; set; }

    public int Version { get; set; }

    public Perimeter Perimeter => Perimeter.Of(IsEverything, Edition, Applications);

    /// <param name="now">UTC.</param>
    public InvitationState StateAt(DateTime now) =>
        PersonId is not null ? InvitationState.Taken
        : ClosedAt is not null ? InvitationState.Withdrawn
        : now >= LapsesAt ? InvitationState.Lapsed
        : InvitationState.Open;
}

public enum InvitationState
{
    Open,
    Taken,
    Withdrawn,
    Lapsed,
}

/// <summary>How long an invitation stands, and how many are sent out at once.</summary>
public static class InvitationRules
{
    /// <summary>A code opens to whoever holds it.</summary>
    public static readonly TimeSpan CodeLifetime = TimeSpan.FromHours(1);

    public static readonly TimeSpan EmailLifetime = TimeSpan.FromDays(30);

    public const int MostAtOnce = 200;
}
