namespace AmiDashboard.Core.Applications;

/// <summary>
/// A deposited application: its identity, and the latest reading of what its source says. Older readings are in
/// <see cref="Revisions"/>, its way through the programme in <see cref="StageChanges"/>.
/// </summary>
public sealed class Application
{
    public long Id { get; init; }

    public int EditionId { get; init; }

    /// <summary>The edition's number, repeated here so that the perimeter needs no join.</summary>
    public required int Edition { get; init; }

    /// <summary>The dossier's number at the source: unique, and the key in addresses.</summary>
    public required int Number { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime DepositedAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? InstructionAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? ProcessedAt { get; set; }

    /// <summary>UTC: the source's own last modification.</summary>
    public required DateTime SourceModifiedAt { get; set; }

    public required SourceState SourceState { get; set; }

    public Presence Presence { get; set; }

    /// <summary>The last <see cref="StageChange"/>'s stage, kept here for filters; <c>verify</c> checks that they agree.</summary>
    public required Stage Stage { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime StageSince { get; set; }

    public required string Title { get; set; }

    public string? Organisation { get; set; }

    public string? Ministry { get; set; }

    public Money? Requested { get; set; }

    public string? Siret { get; set; }

    public string? LegalForm { get; set; }

    public EligibilityVerdict Eligibility { get; set; }

    /// <summary>The last full run that saw it; one that it misses makes it <see cref="Applications.Presence.Missing"/>.</summary>
    public long? LastFullRun { get; set; }

    /// <summary>Folded text for free search.</summary>
    public required string SearchText { get; set; }

    /// <summary>Of the dossier as stored: equal hashes, nothing new.</summary>
    public required string ContentHash { get; set; }

    public int Version { get; set; }

    public List<ApplicationTechnique> Techniques { get; } = [];

    public List<StageChange> StageChanges { get; } = [];

    public List<ApplicationRevision> Revisions { get; } = [];
}

/// <summary>One technique that an application aims at.</summary>
public sealed class ApplicationTechnique
{
    public long ApplicationId { get; init; }

    public required string Name { get; init; }
}

/// <summary>What the source said of an application from a moment on. Added, never edited; gone when the source purges.</summary>
public sealed class ApplicationRevision
{
    public long Id { get; init; }

    public long ApplicationId { get; init; }

    /// <summary>UTC: since when it is true (the deposit for the first, the source's modification for later ones).</summary>
    public required DateTime ValidFrom { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    public required Dossier Dossier { get; init; }
}

/// <summary>What is left of a dossier that its source deleted: a number, so that it never comes back unnoticed.</summary>
public sealed class PurgedDossier
{
    public int Id { get; init; }

    public required int Number { get; init; }

    public required int Edition { get; init; }

    /// <summary>As the source gives it: user_request, expired, …</summary>
    public required string Reason { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime DeletedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime PurgedAt { get; init; }
}
