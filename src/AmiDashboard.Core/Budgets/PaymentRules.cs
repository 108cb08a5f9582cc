using AmiDashboard.Core.Applications;

namespace AmiDashboard.Core.Budgets;

/// <summary>Who may move a payment where, and what has to be there for it.</summary>
public static class PaymentRules
{
    /// <summary>Null where a payment may be requested on an instalment.</summary>
    /// <param name="taken">What other payments of the instalment already take.</param>
    public static Refusal? CheckRequest(Convention convention, Instalment instalment, Money amount, Money taken)
    {
        ArgumentNullException.ThrowIfNull(convention);
        ArgumentNullException.ThrowIfNull(instalment);
        return convention.State == ConventionState.Draft ? new Refusal("Refusal_NotSigned")
            : convention.State == ConventionState.Closed ? new Refusal("Refusal_ConventionClosed")
            : instalment.ReplacedAt is not null ? new Refusal("Refusal_InstalmentReplaced")
            : amount.Cents <= 0 ? new Refusal("Refusal_AmountNotPositive")
            : taken + amount > instalment.Amount
                ? new Refusal("Refusal_InstalmentExceeded", instalment.Amount, instalment.Amount - taken)
            : null;
    }

    /// <summary>The kinds that the instalment asks for and that no document of the payment has, in their order.</summary>
    public static IReadOnlyList<DocumentKind> Missing(
        IEnumerable<DocumentKind> required,
        IEnumerable<DocumentKind> given
    ) => [.. required.Except(given).Order()];

    /// <summary>The state that a payment must be in to come to another.</summary>
    public static PaymentState? Before(PaymentState state) =>
        state switch
        {
            PaymentState.DocumentsComplete => PaymentState.Requested,
            PaymentState.Prepared => PaymentState.DocumentsComplete,
            PaymentState.Validated => PaymentState.Prepared,
            PaymentState.Paid => PaymentState.Validated,
            PaymentState.Returned => PaymentState.Paid,
            _ => null,
        };

    /// <summary>
    /// Null where the payment may come to the state by this person: in its order, validated by another than who prepared,
    /// rejected or returned only with a reason.
    /// </summary>
    /// <param name="personId"><see cref="People.Person.Id"/> of who moves it.</param>
    public static Refusal? CheckMove(Payment payment, PaymentState state, int personId, string? reason)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var isInOrder = state == PaymentState.Rejected ? payment.IsOpen : payment.State == Before(state);
        return !isInOrder ? new Refusal("Refusal_PaymentOrder", payment.State, state)
            : state == PaymentState.Validated && payment.PreparedById == personId ? new Refusal("Refusal_SamePerson")
            : state is PaymentState.Rejected or PaymentState.Returned && string.IsNullOrWhiteSpace(reason)
                ? new Refusal("Refusal_ReasonMissing")
            : reason?.Length > StageRules.LongestReason ? new Refusal("Refusal_ReasonTooLong", StageRules.LongestReason)
            : null;
    }

    /// <summary>Null where the date and the reference of a payment that was made can be true.</summary>
    public static Refusal? CheckPaid(Convention convention, DateOnly paidOn, string? reference, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(convention);
        return string.IsNullOrWhiteSpace(reference) ? new Refusal("Refusal_PaymentReference")
            : reference.Length > Payment.LongestReference
                ? new Refusal("Refusal_ReferenceTooLong", Payment.LongestReference)
            : paidOn > today ? new Refusal("Refusal_DateInFuture")
            : convention.SignedOn is not { } signed || paidOn < signed ? new Refusal("Refusal_PaidBeforeSignature")
            : null;
    }
}
