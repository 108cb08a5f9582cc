namespace AmiDashboard.Core.Budgets;

/// <summary>Stored by these names.</summary>
public enum ConventionState
{
    /// <summary>Being written: nothing is contracted.</summary>
    Draft,

    /// <summary>Signed.</summary>
    InForce,

    /// <summary>Its balance is settled, what was not spent is released.</summary>
    Closed,
}

/// <summary>The contract of one project with its beneficiary: what is paid when, against which documents.</summary>
public sealed class Convention
{
    public int Id { get; init; }

    public required int Edition { get; init; }

    /// <summary>The project: its application's number. One convention a project; amendments change it.</summary>
    public required int Number { get; init; }

    public required string Beneficiary { get; set; }

    /// <summary>CDC's own reference of the contract.</summary>
    public string? Reference { get; set; }

    /// <summary>What the beneficiary gets in all, amendments included; the sum of the instalments that stand.</summary>
    public required Money Amount { get; set; }

    /// <summary>Other money that the project has.</summary>
    public Money CoFinancing { get; set; }

    /// <summary>Days in which a payment is due once its documents are complete. From 1 to 365.</summary>
    public int PaymentDays { get; set; } = ConventionRules.UsualPaymentDays;

    public required ConventionState State { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime DraftedAt { get; init; }

    public required string DraftedBy { get; init; }

    /// <summary>Paris day.</summary>
    public DateOnly? SignedOn { get; set; }

    /// <summary>Paris day.</summary>
    public DateOnly? ClosedOn { get; set; }

    public int Version { get; set; }

    public List<Instalment> Instalments { get; } = [];

    public List<Amendment> Amendments { get; } = [];

    /// <summary>Those that no amendment replaced, in their order.</summary>
    public IEnumerable<Instalment> Standing =>
        Instalments.Where(one => one.ReplacedAt is null).OrderBy(one => one.PlannedOn).ThenBy(one => one.Id);

    public const int LongestName = 200;
}

/// <summary>Stored by these names.</summary>
public enum InstalmentKind
{
    /// <summary><em>Avance</em>.</summary>
    Advance,

    /// <summary><em>Acompte</em>, on justified spending.</summary>
    Instalment,

    /// <summary><em>Solde</em>.</summary>
    Balance,
}

/// <summary>One line of a payment schedule. Once signed it is replaced by an amendment, never edited.</summary>
public sealed class Instalment
{
    public long Id { get; init; }

    public int ConventionId { get; init; }

    public required InstalmentKind Kind { get; init; }

    public required string Label { get; init; }

    public required Money Amount { get; init; }

    /// <summary>Paris day on which the schedule foresees the payment: the planned trajectory.</summary>
    public required DateOnly PlannedOn { get; init; }

    /// <summary>The milestone that it is tied to, in words.</summary>
    public string? Milestone { get; init; }

    public string? Conditions { get; init; }

    /// <summary>Documents without which it is not paid.</summary>
    public List<DocumentKind> Required { get; init; } = [];

    /// <summary>UTC: since when the schedule says so.</summary>
    public required DateTime ValidFrom { get; init; }

    /// <summary>UTC: when an amendment put another in its place.</summary>
    public DateTime? ReplacedAt { get; set; }

    public List<ForecastRevision> Revisions { get; } = [];
}

/// <summary>When a payment is now expected, said with a reason. Added, never edited; the last one counts.</summary>
public sealed class ForecastRevision
{
    public long Id { get; init; }

    public long InstalmentId { get; init; }

    /// <summary>Paris day.</summary>
    public required DateOnly ForecastOn { get; init; }

    public required string Reason { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}

/// <summary>A signed change of a convention: of its amount, of its schedule, or of both.</summary>
public sealed class Amendment
{
    public long Id { get; init; }

    public int ConventionId { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Position { get; init; }

    /// <summary>Paris day.</summary>
    public required DateOnly SignedOn { get; init; }

    /// <summary>May be zero or negative.</summary>
    public required Money Change { get; init; }

    public required string Reason { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}
