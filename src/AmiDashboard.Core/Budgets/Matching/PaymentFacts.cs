namespace AmiDashboard.Core.Budgets.Matching;

/// <summary>A payment that is still to be made, as a line of a file may be compared with it.</summary>
/// <param name="Number">Of the project: its application's number.</param>
/// <param name="State">An open one (<see cref="Payment.IsOpen"/>).</param>
/// <param name="DueOn">Paris day; null until its documents were complete.</param>
/// <param name="SignedOn">Paris day of the convention's signature; null while it is a draft.</param>
/// <param name="Reference">Of the transfer, where it was given already.</param>
public sealed record PayableFact(
    long PaymentId,
    int Number,
    string Beneficiary,
    string? ConventionReference,
    Money Amount,
    PaymentState State,
    DateOnly? DueOn,
    DateOnly? SignedOn,
    string? Reference = null
);

/// <summary>A payment that was made; one that the bank sent back since is still one: its reference stays used.</summary>
/// <param name="PaidOn">Paris day.</param>
public sealed record PaidFact(long PaymentId, string Reference, Money Amount, DateOnly PaidOn, int Number);
