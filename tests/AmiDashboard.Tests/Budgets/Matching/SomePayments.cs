using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Matching;

namespace AmiDashboard.Budgets.Matching;

/// <summary>Payments to make, payments made and lines of a file, alike unless a test says otherwise.</summary>
internal static class SomePayments
{
    public static readonly DateOnly Day = new(2019, 3, 1);

    public static readonly Money Amount = new(30_000_00);

    public static PaymentFileLine Line(
        int line = 2,
        int? number = 1001,
        string reference = "VIR-1",
        long cents = 30_000_00,
        string? beneficiary = null,
        string? convention = null,
        DateOnly? paidOn = null
    ) => new(line, number, beneficiary, convention, reference, new Money(cents), paidOn ?? Day, null);

    public static PayableFact Payable(
        long id = 1,
        int number = 1001,
        long cents = 30_000_00,
        PaymentState state = PaymentState.Validated,
        DateOnly? dueOn = null,
        string? reference = null,
        string beneficiary = "Hôpital public de Lille",
        string? convention = "CONV-01",
        bool isSigned = true
    ) =>
        new(
            id,
            number,
            beneficiary,
            convention,
            new Money(cents),
            state,
            dueOn ?? Day,
            isSigned ? new DateOnly(2019, 1, 15) : null,
            reference
        );

    public static PaidFact Paid(
        long id = 9,
        string reference = "VIR-1",
        long cents = 30_000_00,
        DateOnly? paidOn = null,
        int number = 1001
    ) => new(id, reference, new Money(cents), paidOn ?? Day, number);

    public static PaymentMatch Match(PaymentFileLine line, params PayableFact[] payables) =>
        Assert.Single(PaymentMatching.Match([line], payables, []));
}
