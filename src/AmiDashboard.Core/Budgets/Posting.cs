using System.Runtime.InteropServices;

namespace AmiDashboard.Core.Budgets;

/// <summary>
/// What one entry adds to the balances, or what many add up to; negative where it takes away. Balances are sums of
/// postings, and the rules of a budget are inequalities between their parts (<see cref="LedgerRules"/>).
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Posting(
    Money Envelope,
    Money Fees,
    Money Granted,
    Money Committed,
    Money Contracted,
    Money Paid
)
{
    public static readonly Posting Nothing;

    /// <summary>What the envelope has left to give: envelope less grants and fees.</summary>
    public Money Left => Envelope - Granted - Fees;

    /// <summary><em>Reste à décaisser</em>: contracted less paid.</summary>
    public Money Remaining => Contracted - Paid;

    public static Posting Add(Posting left, Posting right) => left + right;

    public static Posting Subtract(Posting left, Posting right) => left - right;

    public static Posting Negate(Posting posting) => -posting;

    public static Posting operator +(Posting left, Posting right) =>
        new(
            left.Envelope + right.Envelope,
            left.Fees + right.Fees,
            left.Granted + right.Granted,
            left.Committed + right.Committed,
            left.Contracted + right.Contracted,
            left.Paid + right.Paid
        );

    public static Posting operator -(Posting posting) => Nothing - posting;

    public static Posting operator -(Posting left, Posting right) =>
        new(
            left.Envelope - right.Envelope,
            left.Fees - right.Fees,
            left.Granted - right.Granted,
            left.Committed - right.Committed,
            left.Contracted - right.Contracted,
            left.Paid - right.Paid
        );
}
