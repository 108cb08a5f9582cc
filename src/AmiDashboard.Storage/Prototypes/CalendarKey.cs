namespace AmiDashboard.Storage.Prototypes;

/// <summary>
/// What lets a calendar program read a person's sessions without signing in: it cannot. Of the key itself only the digest
/// is kept; a new one puts an end to the one before.
/// </summary>
internal sealed class CalendarKey
{
    public int Id { get; init; }

    public required int PersonId { get; init; }

    /// <summary>Of the key, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime IssuedAt { get; set; }
}
