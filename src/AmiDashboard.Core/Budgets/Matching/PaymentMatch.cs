using System.Collections.Immutable;

namespace AmiDashboard.Core.Budgets.Matching;

/// <summary>How sure it is that a line of a file is a payment.</summary>
public enum MatchKind
{
    /// <summary>Nothing that identifies it leaves a choice.</summary>
    Sure,

    /// <summary>It looks like it, and somebody has to say so; the differences are what to look at.</summary>
    Probable,

    /// <summary>No payment; the reason is said.</summary>
    None,

    /// <summary>Its reference is taken: by a payment that was made, or by another line of the file.</summary>
    Duplicate,
}

/// <summary>Why no payment is matched with a line.</summary>
public enum NoMatchReason
{
    /// <summary>Neither a payment to make nor one made is of this number.</summary>
    UnknownNumber,

    /// <summary>All payments of this number are made.</summary>
    NothingLeftToPay,

    /// <summary>The line has no number, and no payment to make has both this amount and this beneficiary or convention.</summary>
    NothingAlike,

    /// <summary>Every payment that it could be is matched with another line.</summary>
    TakenByOtherLine,
}

/// <summary>In what a line and a payment differ; in brackets, what is expected and found.</summary>
public enum DifferenceKind
{
    /// <summary>[<see cref="Money"/>]</summary>
    Amount,

    /// <summary>[int] The project.</summary>
    Number,

    /// <summary>[string] Names that are not alike. The only difference that leaves a match sure: names are written in many ways.</summary>
    Beneficiary,

    /// <summary>[string]</summary>
    ConventionReference,

    /// <summary>[string] Another reference was given to the payment.</summary>
    Reference,

    /// <summary>[<see cref="PaymentState"/>] It is not validated yet.</summary>
    State,

    /// <summary>[<see cref="DateOnly"/>] Paid before the signature, which is null where there is none.</summary>
    Signature,

    /// <summary>[<see cref="DateOnly"/>] Of a duplicate: it was paid on another day.</summary>
    PaidOn,

    /// <summary>[int] So many validated payments of this number have this amount.</summary>
    SeveralPayments,

    /// <summary>[int] So many lines of the file could be this one payment.</summary>
    SeveralLines,
}

/// <param name="Expected">As the product knows it; its type is said with the kind.</param>
/// <param name="Found">As the file says it.</param>
public sealed record Difference(DifferenceKind Kind, object? Expected, object? Found);

/// <summary>What one line of a file is.</summary>
public sealed record PaymentMatch
{
    public required PaymentFileLine Line { get; init; }

    public required MatchKind Kind { get; init; }

    /// <summary>The payment that it is, or of a duplicate the one that has its reference; null where there is none.</summary>
    public long? PaymentId { get; init; }

    /// <summary>In the order of their kinds. Of a duplicate: none where amount, day and project are the same.</summary>
    public ImmutableArray<Difference> Differences { get; init; } = [];

    /// <summary>Null but for <see cref="MatchKind.None"/>.</summary>
    public NoMatchReason? Reason { get; init; }

    /// <summary>The line of the file that has its reference too, or that took the payment it could have been.</summary>
    public int? OtherLine { get; init; }

    public bool IsIdenticalDuplicate => Kind == MatchKind.Duplicate && Differences.IsEmpty;

    /// <summary>
    /// Whether it may be recorded once somebody confirms it: the payment is validated, of this very amount, and was signed
    /// for before it was paid.
    /// </summary>
    public bool IsPayable =>
        Kind is MatchKind.Sure or MatchKind.Probable
        && Differences.All(one =>
            one.Kind is not (DifferenceKind.Amount or DifferenceKind.State or DifferenceKind.Signature)
        );
}
