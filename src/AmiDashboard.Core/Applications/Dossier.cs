using System.Collections.Immutable;

namespace AmiDashboard.Core.Applications;

/// <summary>
/// One dossier as its source tells it, whatever way it came (API, CSV, XLSX, demonstration). All instants are UTC. Text is
/// kept as written: it is data, never markup and never a formula.
/// </summary>
public sealed record Dossier
{
    public required int Number { get; init; }

    public required SourceState State { get; init; }

    public required DateTime DepositedAt { get; init; }

    /// <summary>Last passage to instruction; survives a return to construction, so trust <see cref="State"/>.</summary>
    public DateTime? InstructionAt { get; init; }

    /// <summary>Last decision at the source; survives a reopening, so trust <see cref="State"/>.</summary>
    public DateTime? ProcessedAt { get; init; }

    public required DateTime ModifiedAt { get; init; }

    public bool IsArchived { get; init; }

    public Applicant Applicant { get; init; } = new();

    public string? Motivation { get; init; }

    public ImmutableArray<string> Labels { get; init; } = [];

    public ImmutableArray<DossierField> Fields { get; init; } = [];

    /// <summary>Private notes of the instructors: never shown to the applicant's side.</summary>
    public ImmutableArray<DossierField> Annotations { get; init; } = [];

    public ImmutableArray<DossierEvent> Events { get; init; } = [];
}

/// <summary>Who deposits. Only the SIRET is known while the source has not completed the legal person.</summary>
public sealed record Applicant
{
    public string? Siret { get; init; }

    public string? Organisation { get; init; }

    /// <summary>Legal form in words, as the SIRENE register gives it.</summary>
    public string? LegalForm { get; init; }

    /// <summary>Personal data.</summary>
    public string? Email { get; init; }

    public string? City { get; init; }

    public string? Department { get; init; }
}

/// <summary>A step that the source recorded: depose, passe_en_instruction, accepte, …</summary>
public sealed record DossierEvent(string Event, DateTime At, string? AgentEmail, string? Motivation);

public enum FieldKind
{
    Text,
    Number,
    Flag,
    Date,
    Choice,
    Choices,
    Files,
    Rows,
    Heading,
}

/// <summary>
/// One answer. <see cref="Text"/> is what a person reads; the typed members hold the value where the source gave one. A
/// missing number is null, never 0.
/// </summary>
public sealed record DossierField
{
    /// <summary>Identity of the question across dossiers; null from an export, which only has labels.</summary>
    public string? DescriptorId { get; init; }

    public required string Label { get; init; }

    public required FieldKind Kind { get; init; }

    public string? Text { get; init; }

    public decimal? Number { get; init; }

    public bool? Flag { get; init; }

    public DateOnly? Date { get; init; }

    public ImmutableArray<string> Choices { get; init; } = [];

    public ImmutableArray<DossierFile> Files { get; init; } = [];

    public ImmutableArray<ImmutableArray<DossierField>> Rows { get; init; } = [];
}

/// <summary>What is known of an attachment. Its address is not kept: it dies within the hour, so it is asked again.</summary>
/// <param name="Checksum">MD5 in base64, as the source gives it.</param>
/// <param name="Size">Bytes.</param>
public sealed record DossierFile(string Name, string? ContentType, long? Size, string? Checksum);
