namespace AmiDashboard.Core.Budgets.Matching;

/// <summary>One payment that CDC says it made.</summary>
/// <param name="Line">Line of the file, or row of the sheet, at which it begins; the header is line 1.</param>
/// <param name="Number">The application's number; null where the file does not say it.</param>
/// <param name="ConventionReference">CDC's own reference of the contract.</param>
/// <param name="Reference">Of the transfer: at most <see cref="Payment.LongestReference"/> characters.</param>
/// <param name="Amount">Above zero.</param>
/// <param name="PaidOn">Paris day.</param>
public sealed record PaymentFileLine(
    int Line,
    int? Number,
    string? Beneficiary,
    string? ConventionReference,
    string Reference,
    Money Amount,
    DateOnly PaidOn,
    string? Label
);
