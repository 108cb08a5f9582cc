using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>What every move of a payment writes, and what it asks of its documents.</summary>
internal static class PaymentMoves
{
    public static void Step(Writing writing, Payment payment, PaymentState state, string? reason)
    {
        payment.State = state;
        payment.Steps.Add(
            new PaymentStep
            {
                State = state,
                At = writing.Now,
                By = writing.By,
                Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
            }
        );
    }

    /// <summary>Documents of the payment that count, in the order in which they came.</summary>
    public static Task<List<BudgetDocument>> DocumentsAsync(
        AmiContext context,
        long paymentId,
        CancellationToken cancellation
    ) =>
        context
            .BudgetDocuments.AsNoTracking()
            .Where(document => document.PaymentId == paymentId && document.WithdrawnAt == null)
            .OrderBy(document => document.Id)
            .ToListAsync(cancellation);

    /// <summary>Null where every kind that the instalment asks for is there; else the first that is not.</summary>
    public static Refusal? CheckDocuments(Instalment instalment, IEnumerable<BudgetDocument> documents) =>
        PaymentRules.Missing(instalment.Required, documents.Select(document => document.Kind)) is [var first, ..]
            ? new Refusal("Refusal_DocumentMissing", first)
            : null;
}
