using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>
/// Gives an edition its envelope the first time, and redeploys it up or down from then on. Refused below what is granted
/// and spent on fees. The result is the entry's number.
/// </summary>
public sealed class RecordEnvelope(Store store) : IOperation<RecordEnvelope.Request, long>
{
    /// <param name="Amount">The envelope the first time; later what is added to it, or taken where it is negative.</param>
    /// <param name="On">Accounting date, a Paris day.</param>
    /// <param name="Documents">Ids of those that the entry quotes: of the edition.</param>
    public sealed record Request(
        int Edition,
        Money Amount,
        DateOnly On,
        string? Reason,
        IReadOnlyList<long>? Documents = null
    );

    public static Right Right => Right.KeepEnvelope;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(RecordEnvelope),
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
        var known = await writing.Context.Editions.AnyAsync(edition => edition.Number == request.Edition, cancellation);
        if (BudgetTurn.CheckEdition(viewer, Right, request.Edition) is { } notAllowed)
        {
            return notAllowed;
        }

        if (!known)
        {
            return Refusal.NotFound;
        }

        if (string.IsNullOrWhiteSpace(request.Reason))
        {
            return new Refusal("Refusal_ReasonMissing");
        }

        await BudgetTurn.TakeAsync(writing, cancellation);
        var (before, _) = await Ledger.EditionAsync(writing.Context, request.Edition, cancellation);
        var kind = before.Envelope.Cents == 0 ? EntryKind.Envelope : EntryKind.Redeployment;
        if (LedgerRules.CheckAmount(kind, request.Amount) is { } refusal)
        {
            return refusal;
        }

        var quotes = await EntryQuotes.OfAsync(writing, request.Edition, number: null, request.Documents, cancellation);
        if (!quotes.Done)
        {
            return quotes.Refusal;
        }

        var entry = await Ledger.AppendAsync(
            writing,
            viewer,
            new(
                kind,
                request.Edition,
                null,
                LedgerRules.PostingOf(kind, request.Amount),
                request.On,
                request.Reason.Trim()
            )
            {
                Documents = quotes.Value,
            },
            cancellation
        );
        return entry.Done ? entry.Value.Id : entry.Refusal;
    }
}
