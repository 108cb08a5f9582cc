using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Matching;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>
/// Records that a validated payment was made, with its entry in the ledger. Refused with a reference that another payment
/// has, before the signature, and beyond the contract. The result is the entry's number.
/// </summary>
public sealed class RecordPayment(Store store) : IOperation<RecordPayment.Request, long>
{
    /// <param name="PaidOn">Paris day, which is the accounting date too.</param>
    /// <param name="Version">Of the payment that the person saw.</param>
    public sealed record Request(long PaymentId, DateOnly PaidOn, string? Reference, int Version);

    public static Right Right => Right.Pay;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(RecordPayment),
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
        request = request with { Reference = PlainText.Of(request.Reference) };
        var taken = await BudgetTurn.TakePaymentAsync(writing, request.PaymentId, request.Version, cancellation);
        if (!taken.Done)
        {
            return taken.Refusal;
        }

        var (payment, convention) = taken.Value;
        var refusal =
            PaymentRules.CheckMove(payment, PaymentState.Paid, viewer.PersonId, reason: null)
            ?? PaymentRules.CheckPaid(convention, request.PaidOn, request.Reference, ParisTime.DayOf(writing.Now));
        if (refusal is not null)
        {
            return refusal;
        }

        var reference = request.Reference!.Trim();
        var key = PaymentMatching.KeyOf(reference);
        if (
            await writing
                .Context.Payments.IgnoreQueryFilters()
                .AnyAsync(other => other.ReferenceKey == key && other.Id != payment.Id, cancellation)
        )
        {
            return new Refusal("Refusal_ReferenceTaken", reference);
        }

        var documents = await PaymentMoves.DocumentsAsync(writing.Context, payment.Id, cancellation);
        var instalment = convention.Instalments.Single(one => one.Id == payment.InstalmentId);
        if (PaymentMoves.CheckDocuments(instalment, documents) is { } missing)
        {
            return missing;
        }

        (payment.PaidOn, payment.Reference, payment.ReferenceKey) = (request.PaidOn, reference, key);
        PaymentMoves.Step(writing, payment, PaymentState.Paid, reason: null);
        await writing.Context.SaveChangesAsync(cancellation);
        var entry = await Ledger.AppendAsync(
            writing,
            viewer,
            new(
                EntryKind.Payment,
                payment.Edition,
                payment.Number,
                LedgerRules.PostingOf(EntryKind.Payment, payment.Amount),
                request.PaidOn,
                $"{instalment.Label} · {reference}"
            )
            {
                PaymentId = payment.Id,
                Documents = [.. documents.Select(document => document.ToEntryDocument())],
            },
            cancellation
        );
        return entry.Done ? entry.Value.Id : entry.Refusal;
    }
}

/// <summary>
/// Records that the bank sent a payment back: its entry is reversed, and another payment may be asked for. The result is
/// the reversal's number.
/// </summary>
public sealed class ReturnPayment(Store store) : IOperation<ReturnPayment.Request, long>
{
    /// <param name="On">Accounting date, a Paris day.</param>
    /// <param name="Version">Of the payment that the person saw.</param>
    /// <param name="Documents">Ids of those that the entry quotes: of the edition or of the project.</param>
    public sealed record Request(
        long PaymentId,
        DateOnly On,
        string? Reason,
        int Version,
        IReadOnlyList<long>? Documents = null
    );

    public static Right Right => Right.Pay;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(ReturnPayment),
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
        request = request with { Reason = PlainText.Of(request.Reason) };
        var taken = await BudgetTurn.TakePaymentAsync(writing, request.PaymentId, request.Version, cancellation);
        if (!taken.Done)
        {
            return taken.Refusal;
        }

        var (payment, convention) = taken.Value;
        var refusal =
            PaymentRules.CheckMove(payment, PaymentState.Returned, viewer.PersonId, request.Reason)
            ?? (
                convention.State == ConventionState.Closed ? new Refusal("Refusal_ConventionClosed")
                : request.Reason!.Length > LedgerEntry.LongestLabel
                    ? new Refusal("Refusal_ReasonTooLong", LedgerEntry.LongestLabel)
                : null
            );
        if (refusal is not null)
        {
            return refusal;
        }

        var quotes = await EntryQuotes.OfAsync(
            writing,
            payment.Edition,
            payment.Number,
            request.Documents,
            cancellation
        );
        if (!quotes.Done)
        {
            return quotes.Refusal;
        }

        var paid = await writing
            .Context.LedgerEntries.AsNoTracking()
            .SingleAsync(entry => entry.PaymentId == payment.Id && entry.Reverses == null, cancellation);
        PaymentMoves.Step(writing, payment, PaymentState.Returned, request.Reason);
        var entry = await Ledger.AppendAsync(
            writing,
            viewer,
            new(EntryKind.Payment, payment.Edition, payment.Number, -paid.Posting, request.On, request.Reason!.Trim())
            {
                Reverses = paid.Id,
                PaymentId = payment.Id,
                Documents = quotes.Value,
            },
            cancellation
        );
        return entry.Done ? entry.Value.Id : entry.Refusal;
    }
}
