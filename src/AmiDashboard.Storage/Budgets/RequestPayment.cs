using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>
/// Asks for a payment on an instalment, whole or in part. Refused before the signature, and beyond what the instalment has
/// left. The result is the payment's id.
/// </summary>
public sealed class RequestPayment(Store store) : IOperation<RequestPayment.Request, long>
{
    public sealed record Request(int Number, long InstalmentId, Money Amount);

    public static Right Right => Right.RequestPayment;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(RequestPayment),
            writing => ApplyAsync(writing, viewer, request, cancellation),
            cancellation
        );

    /// <summary>The same within a transaction that is open already.</summary>
    internal static async Task<Outcome<long>> ApplyAsync(
        Writing writing,
        Viewer viewer,
        Request request,
        CancellationToken cancellation
    )
    {
        var taken = await BudgetTurn.TakeConventionAsync(writing, request.Number, cancellation);
        if (!taken.Done)
        {
            return taken.Refusal;
        }

        var convention = taken.Value;
        if (convention.Instalments.Find(one => one.Id == request.InstalmentId) is not { } instalment)
        {
            return Refusal.NotFound;
        }

        var others = await writing
            .Context.Payments.AsNoTracking()
            .Where(payment => payment.InstalmentId == instalment.Id)
            .ToListAsync(cancellation);
        var counting = new Money(others.Where(payment => payment.Counts).Sum(payment => payment.Amount.Cents));
        if (PaymentRules.CheckRequest(convention, instalment, request.Amount, counting) is { } refusal)
        {
            return refusal;
        }

        var payment = new Payment
        {
            ConventionId = convention.Id,
            InstalmentId = instalment.Id,
            Edition = convention.Edition,
            Number = convention.Number,
            Amount = request.Amount,
            State = PaymentState.Requested,
        };
        PaymentMoves.Step(writing, payment, PaymentState.Requested, reason: null);
        writing.Context.Payments.Add(payment);
        writing.Touch(Subject.Budget, convention.Number);
        await writing.Context.SaveChangesAsync(cancellation);
        return payment.Id;
    }
}
