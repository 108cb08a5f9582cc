using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Storage.Changes;

namespace AmiDashboard.Web.Api;

/// <summary>Every payment that was requested, with where it stands and the day it is due.</summary>
internal sealed class BudgetPaymentsResource(PaymentList list, DataVersion version) : ApiTable<PaymentRow>
{
    public override string Path => "budgets/payments";

    public override string Name => "BudgetPayments";

    public override Right Right => PaymentList.Right;

    public override IReadOnlyList<ApiParameter> Parameters { get; } =
    [ApiFilter.Edition, ApiParameter.Named("state", PaymentState.Validated)];

    protected override IReadOnlyList<ApiColumn<PaymentRow>> Table { get; } =
    [
        new("id", ApiType.WholeNumber, 7, row => row.Payment.Id),
        new("edition", ApiType.WholeNumber, 1, row => row.Payment.Edition),
        new("number", ApiType.WholeNumber, 200_027, row => row.Payment.Number),
        new("beneficiary", ApiType.Text, "Direction départementale", row => row.Beneficiary),
        new("convention", ApiType.Text, "CDC-2018-027", row => row.ConventionReference),
        new("instalment", ApiType.Text, "Avance", row => row.Instalment),
        new("amount", ApiType.Money, 180_000.00m, row => row.Amount),
        ApiColumn<PaymentRow>.Named("paymentState", PaymentState.Validated, row => row.Payment.State),
        new("since", ApiType.Instant, "2018-12-18T14:00:00Z", row => row.Since),
        new("dueOn", ApiType.Day, "2019-01-17", row => row.Payment.DueOn),
        new("paidOn", ApiType.Day, "2019-01-10", row => row.Payment.PaidOn),
        new("reference", ApiType.Text, "VIR-2019-0042", row => row.Payment.Reference),
        new("missing", ApiType.List, "Invoice", row => row.Missing.Select(kind => kind.ToString()).ToList()),
    ];

    protected override long KeyOf(PaymentRow row) => row.Payment.Id;

    public override async Task<Outcome<ApiAnswer>> OpenAsync(ApiQuestion question, CancellationToken cancellation) =>
        Whole(
            $"{await version.RunAsync(Viewer.Product, new(Subject.Budget, Subject.LedgerEntry, Subject.Edition), cancellation)}",
            async token =>
                await list.RunAsync(
                    question.Viewer,
                    new(question.Number("edition"), IsOpen: false, question.Named<PaymentState>("state")),
                    token
                )
        );
}
