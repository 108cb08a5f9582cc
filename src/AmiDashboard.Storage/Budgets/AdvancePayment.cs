using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;

namespace AmiDashboard.Storage.Budgets;

/// <summary>
/// Moves a payment one step: documents complete, prepared, validated, or rejected with a reason. Refused out of order, with
/// a document missing, and to whoever prepared it when it comes to validating. The result is its new version.
/// </summary>
public sealed class AdvancePayment(Store store) : IOperation<AdvancePayment.Request, int>
{
    /// <param name="Version">Of the payment that the person saw.</param>
    public sealed record Request(long PaymentId, PaymentState To, string? Reason, int Version);

    public static Right Right => Right.Pay;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(AdvancePayment),
            writing => ApplyAsync(writing, viewer, request, cancellation),
            cancellation
        );

    /// <summary>The same within a transaction that is open already.</summary>
    internal static async Task<Outcome<int>> ApplyAsync(
        Writing writing,
        Viewer viewer,
        Request request,
        CancellationToken cancellation
    )
    {
        request = request with { Reason = PlainText.Of(request.Reason) };
        var taken = await BudgetTurn.TakePaymentAsync(writing, request.PaymentId, request.Version, cancellation);
        if (!taken.Done)
        {
            return taken.Refusal;
        }

        var (payment, convention) = taken.Value;
        if (request.To is PaymentState.Requested or PaymentState.Paid or PaymentState.Returned)
        {
            return new Refusal("Refusal_PaymentOrder", payment.State, request.To);
        }

        if (PaymentRules.CheckMove(payment, request.To, viewer.PersonId, request.Reason) is { } refusal)
        {
            return refusal;
        }

        if (request.To != PaymentState.Rejected)
        {
            var documents = await PaymentMoves.DocumentsAsync(writing.Context, payment.Id, cancellation);
            var instalment = convention.Instalments.Single(one => one.Id == payment.InstalmentId);
            if (PaymentMoves.CheckDocuments(instalment, documents) is { } missing)
            {
                return missing;
            }
        }

        Move(payment, request.To, viewer, ParisTime.DayOf(writing.Now).AddDays(convention.PaymentDays));
        PaymentMoves.Step(writing, payment, request.To, request.Reason);
        writing.Touch(Subject.Budget, payment.Number);
        await writing.Context.SaveChangesAsync(cancellation);
        return payment.Version;
    }

    private static void Move(Payment payment, PaymentState to, Viewer viewer, DateOnly due)
    {
        switch (to)
        {
            case PaymentState.DocumentsComplete:
                payment.DueOn = due;
                break;
            case PaymentState.Prepared:
                payment.PreparedById = viewer.PersonId;
                break;
            case PaymentState.Validated:
                payment.ValidatedById = viewer.PersonId;
                break;
        }
    }
}
