namespace AmiDashboard.Core.Budgets;

/// <summary>What a document proves. Stored by these names.</summary>
public enum DocumentKind
{
    /// <summary>The convention, or an amendment, signed.</summary>
    SignedConvention,

    /// <summary><em>État récapitulatif des dépenses</em>.</summary>
    SpendingStatement,

    /// <summary><em>Livrable</em>.</summary>
    Deliverable,

    /// <summary><em>Attestation de service fait</em>.</summary>
    ServiceDone,

    /// <summary>Request, letter, anything else.</summary>
    Other,
}

/// <summary>A document of a project or of an envelope: its content kept here, or the address where it is.</summary>
public sealed class BudgetDocument
{
    public long Id { get; init; }

    public required int Edition { get; init; }

    /// <summary>Null for one of the envelope.</summary>
    public int? Number { get; init; }

    /// <summary>The payment that it is for; null for one of the project.</summary>
    public long? PaymentId { get; init; }

    public required DocumentKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>As its first bytes say, whatever its name says; null for a link.</summary>
    public string? ContentType { get; init; }

    /// <summary>Bytes; 0 for a link.</summary>
    public long Size { get; init; }

    /// <summary>Of the content, in lower-case hexadecimal; null for a link.</summary>
    public string? Sha256 { get; init; }

    /// <summary>An https address; null where the content is kept.</summary>
    public string? Link { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AddedAt { get; init; }

    public required string AddedBy { get; init; }

    /// <summary>UTC: since when it counts no more; null while it does.</summary>
    public DateTime? WithdrawnAt { get; set; }

    public string? WithdrawnBy { get; set; }

    public int Version { get; set; }

    public EntryDocument ToEntryDocument() => new(Name, Sha256 ?? Link ?? "");
}

/// <summary>The bytes of a document, apart from it: lists never load them.</summary>
public sealed class DocumentContent
{
    public required long DocumentId { get; init; }

    public required byte[] Bytes { get; init; }
}
