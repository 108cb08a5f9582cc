using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>Payments across projects, the most urgent first: what CDC works through.</summary>
public sealed class PaymentList(Store store) : IRead<PaymentList.Query, IReadOnlyList<PaymentRow>>
{
    /// <param name="IsOpen">Only what is still to be paid; else all.</param>
    public sealed record Query(int? Edition = null, bool IsOpen = true, PaymentState? State = null);

    public static Right Right => Right.SeeBudgets;

    public async Task<IReadOnlyList<PaymentRow>> RunAsync(
        Viewer viewer,
        Query query,
        CancellationToken cancellation = default
    )
    {
        await using var context = store.Read(viewer, Right);
        var payments = await context
            .Payments.Include(payment => payment.Steps)
            .Where(payment =>
                (query.Edition == null || payment.Edition == query.Edition)
                && (query.State == null || payment.State == query.State)
                && (
                    !query.IsOpen
                    || (
                        payment.State != PaymentState.Paid
                        && payment.State != PaymentState.Rejected
                        && payment.State != PaymentState.Returned
                    )
                )
            )
            .ToListAsync(cancellation);
        var ids = payments.Select(payment => payment.ConventionId).ToHashSet();
        var conventions = (
            await context
                .Conventions.Include(convention => convention.Instalments)
                .Where(convention => ids.Contains(convention.Id))
                .ToListAsync(cancellation)
        ).ToDictionary(convention => convention.Id);
        var given = (
            await context
                .BudgetDocuments.Where(document => document.PaymentId != null && document.WithdrawnAt == null)
                .Select(document => new { document.PaymentId, document.Kind })
                .ToListAsync(cancellation)
        ).ToLookup(document => document.PaymentId!.Value, document => document.Kind);
        return
        [
            .. payments
                .Select(payment => Row(payment, conventions[payment.ConventionId], given[payment.Id]))
                .OrderBy(row => row.Payment.IsOpen ? 0 : 1)
                .ThenBy(row => row.Payment.DueOn ?? DateOnly.MaxValue)
                .ThenBy(row => row.Payment.Id),
        ];
    }

    private static PaymentRow Row(Payment payment, Convention convention, IEnumerable<DocumentKind> given)
    {
        var instalment = convention.Instalments.Single(one => one.Id == payment.InstalmentId);
        return new PaymentRow(
            payment,
            convention.Beneficiary,
            convention.Reference,
            convention.SignedOn,
            instalment.Label,
            PaymentRules.Missing(instalment.Required, given)
        );
    }
}

/// <param name="Missing">Documents without which it is not paid.</param>
/// <param name="SignedOn">Paris day.</param>
public sealed record PaymentRow(
    Payment Payment,
    string Beneficiary,
    string? ConventionReference,
    DateOnly? SignedOn,
    string Instalment,
    IReadOnlyList<DocumentKind> Missing
)
{
    /// <summary>UTC: since when it is where it is.</summary>
    public DateTime Since => Payment.Steps.Max(step => step.At);

    public Money Amount => Payment.Amount;
}
