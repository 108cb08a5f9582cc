using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>Commits a project's grant, in whole or in part. Refused beyond the grant. The result is the entry's number.</summary>
public sealed class CommitGrant(Store store) : IOperation<CommitGrant.Request, long>
{
    /// <param name="On">Accounting date, a Paris day.</param>
    /// <param name="Documents">Ids of those that the entry quotes: of the edition or of the project.</param>
    public sealed record Request(
        int Number,
        Money Amount,
        DateOnly On,
        string? Label,
        IReadOnlyList<long>? Documents = null
    );

    public static Right Right => Right.KeepBudgets;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(CommitGrant),
            writing => ApplyAsync(writing, viewer, request, cancellation),
            cancellation
        );

    /// <summary>The same within a transaction that is open already.</summary>
    internal static Task<Outcome<long>> ApplyAsync(
        Writing writing,
        Viewer viewer,
        Request request,
        CancellationToken cancellation
    ) =>
        ProjectEntry.AppendAsync(
            writing,
            viewer,
            EntryKind.Commitment,
            request.Number,
            request.Amount,
            LedgerRules.PostingOf(EntryKind.Commitment, request.Amount),
            request.On,
            request.Label,
            request.Documents,
            cancellation
        );
}

/// <summary>
/// Gives back what a project does not spend of its grant or of its commitment. Refused where the level below needs it; what
/// is contracted is given back by an amendment, or by closing the convention. The result is the entry's number.
/// </summary>
public sealed class ReleaseGrant(Store store) : IOperation<ReleaseGrant.Request, long>
{
    /// <param name="On">Accounting date, a Paris day.</param>
    /// <param name="Documents">Ids of those that the entry quotes: of the edition or of the project.</param>
    public sealed record Request(
        int Number,
        Money Amount,
        ReleaseLevel Level,
        DateOnly On,
        string? Reason,
        IReadOnlyList<long>? Documents = null
    );

    public static Right Right => Right.KeepBudgets;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(ReleaseGrant),
            writing => ApplyAsync(writing, viewer, request, cancellation),
            cancellation
        );

    /// <summary>The same within a transaction that is open already.</summary>
    internal static Task<Outcome<long>> ApplyAsync(
        Writing writing,
        Viewer viewer,
        Request request,
        CancellationToken cancellation
    ) =>
        request.Level == ReleaseLevel.Contract
            ? Task.FromResult<Outcome<long>>(new Refusal("Refusal_ReleaseByConvention"))
            : ProjectEntry.AppendAsync(
                writing,
                viewer,
                EntryKind.Release,
                request.Number,
                request.Amount,
                LedgerRules.PostingOf(EntryKind.Release, request.Amount, request.Level),
                request.On,
                request.Reason,
                request.Documents,
                cancellation
            );
}

file static class ProjectEntry
{
    public static async Task<Outcome<long>> AppendAsync(
        Writing writing,
        Viewer viewer,
        EntryKind kind,
        int number,
        Money amount,
        Posting posting,
        DateOnly on,
        string? label,
        IReadOnlyList<long>? documents,
        CancellationToken cancellation
    )
    {
        label = PlainText.Of(label);
        await BudgetTurn.TakeAsync(writing, cancellation);
        var edition = await writing
            .Context.ProjectBalances.Where(balance => balance.Number == number)
            .Select(balance => (int?)balance.Edition)
            .SingleOrDefaultAsync(cancellation);
        if (edition is null)
        {
            return new Refusal("Refusal_NotGranted", number);
        }

        var refusal =
            BudgetTurn.CheckProject(viewer, Right.KeepBudgets, edition.Value, number)
            ?? LedgerRules.CheckAmount(kind, amount)
            ?? (string.IsNullOrWhiteSpace(label) ? new Refusal("Refusal_ReasonMissing") : null);
        if (refusal is not null)
        {
            return refusal;
        }

        var quotes = await EntryQuotes.OfAsync(writing, edition.Value, number, documents, cancellation);
        if (!quotes.Done)
        {
            return quotes.Refusal;
        }

        var entry = await Ledger.AppendAsync(
            writing,
            viewer,
            new(kind, edition.Value, number, posting, on, label!.Trim()) { Documents = quotes.Value },
            cancellation
        );
        return entry.Done ? entry.Value.Id : entry.Refusal;
    }
}
