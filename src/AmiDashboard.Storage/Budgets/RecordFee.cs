using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;

namespace AmiDashboard.Storage.Budgets;

/// <summary>Takes management fees out of an envelope. Refused beyond what it has left. The result is the entry's number.</summary>
public sealed class RecordFee(Store store) : IOperation<RecordFee.Request, long>
{
    /// <param name="On">Accounting date, a Paris day.</param>
    /// <param name="Documents">Ids of those that the entry quotes: of the edition.</param>
    public sealed record Request(
        int Edition,
        Money Amount,
        DateOnly On,
        string? Reason,
        IReadOnlyList<long>? Documents = null
    );

    public static Right Right => Right.KeepBudgets;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(RecordFee),
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
        var refusal =
            BudgetTurn.CheckEdition(viewer, Right, request.Edition)
            ?? LedgerRules.CheckAmount(EntryKind.Fee, request.Amount)
            ?? (string.IsNullOrWhiteSpace(request.Reason) ? new Refusal("Refusal_ReasonMissing") : null);
        if (refusal is not null)
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
                EntryKind.Fee,
                request.Edition,
                null,
                LedgerRules.PostingOf(EntryKind.Fee, request.Amount),
                request.On,
                request.Reason!.Trim()
            )
            {
                Documents = quotes.Value,
            },
            cancellation
        );
        return entry.Done ? entry.Value.Id : entry.Refusal;
    }
}
