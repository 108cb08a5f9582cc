using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>
/// Records that a convention is signed: its amount is contracted from that day on, and payments may be asked for. Refused
/// without the signed document, beyond what is committed, and before the project's last entry. The result is its new
/// version.
/// </summary>
public sealed class SignConvention(Store store) : IOperation<SignConvention.Request, int>
{
    /// <param name="SignedOn">Paris day.</param>
    /// <param name="Version">Of the draft that the person saw.</param>
    public sealed record Request(int Number, DateOnly SignedOn, int Version);

    public static Right Right => Right.KeepBudgets;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(SignConvention),
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
        var taken = await BudgetTurn.TakeConventionAsync(writing, request.Number, request.Version, cancellation);
        if (!taken.Done)
        {
            return taken.Refusal;
        }

        var convention = taken.Value;
        if (convention.State != ConventionState.Draft)
        {
            return new Refusal("Refusal_SignedAlready");
        }

        var documents = await writing
            .Context.BudgetDocuments.AsNoTracking()
            .Where(document =>
                document.Number == request.Number
                && document.Kind == DocumentKind.SignedConvention
                && document.WithdrawnAt == null
            )
            .OrderBy(document => document.Id)
            .ToListAsync(cancellation);
        if (documents.Count == 0)
        {
            return new Refusal("Refusal_SignedConventionMissing");
        }

        var entry = await Ledger.AppendAsync(
            writing,
            viewer,
            new(
                EntryKind.Contract,
                convention.Edition,
                convention.Number,
                LedgerRules.PostingOf(EntryKind.Contract, convention.Amount),
                request.SignedOn,
                convention.Reference ?? convention.Beneficiary
            )
            {
                Documents = [.. documents.Select(document => document.ToEntryDocument())],
            },
            cancellation
        );
        if (!entry.Done)
        {
            return entry.Refusal;
        }

        (convention.State, convention.SignedOn) = (ConventionState.InForce, request.SignedOn);
        await writing.Context.SaveChangesAsync(cancellation);
        return convention.Version;
    }
}
