namespace AmiDashboard.Core.Budgets;

/// <summary>How far a payment is. Stored by these names.</summary>
public enum PaymentState
{
    Requested,

    /// <summary>CDC has every document that the instalment asks for, and says so.</summary>
    DocumentsComplete,

    /// <summary>By one person of CDC.</summary>
    Prepared,

    /// <summary>By another.</summary>
    Validated,

    Paid,

    /// <summary>Refused with a reason, before it was paid.</summary>
    Rejected,

    /// <summary>Paid, then sent back by the bank: its entry is reversed.</summary>
    Returned,
}

/// <summary>A payment on an instalment of a convention, from its request to the day it was paid.</summary>
public sealed class Payment
{
    public long Id { get; init; }

    public required int ConventionId { get; init; }

    public required long InstalmentId { get; init; }

    public required int Edition { get; init; }

    public required int Number { get; init; }

    public required Money Amount { get; init; }

    public required PaymentState State { get; set; }

    /// <summary>Paris day: so many days after the documents were complete; null before.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary><see cref="People.Person.Id"/>.</summary>
    public int? PreparedById { get; set; }

    /// <summary><see cref="People.Person.Id"/>; never the one who prepared.</summary>
    public int? ValidatedById { get; set; }

    /// <summary>Paris day on which the money left.</summary>
    public DateOnly? PaidOn { get; set; }

    /// <summary>CDC's reference of the transfer.</summary>
    public string? Reference { get; set; }

    /// <summary>The reference without what people write differently; no two payments have the same, paid or returned.</summary>
    public string? ReferenceKey { get; set; }

    public int Version { get; set; }

    public List<PaymentStep> Steps { get; } = [];

    /// <summary>Still to be paid, as far as one knows.</summary>
    public bool IsOpen =>
        State
            is PaymentState.Requested
                or PaymentState.DocumentsComplete
                or PaymentState.Prepared
                or PaymentState.Validated;

    /// <summary>Takes up its part of the instalment.</summary>
    public bool Counts => IsOpen || State == PaymentState.Paid;

    public const int LongestReference = 100;
}

/// <summary>One step of a payment, dated and signed. Added, never edited.</summary>
public sealed class PaymentStep
{
    public long Id { get; init; }

    public long PaymentId { get; init; }

    public required PaymentState State { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required string By { get; init; }

    public string? Reason { get; init; }
}
