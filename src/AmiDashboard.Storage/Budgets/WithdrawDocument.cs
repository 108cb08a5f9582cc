using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>
/// Says that a document counts no more; it is kept. Refused once the payment that it is for was found complete, for the
/// document that a signature rests on, and for what an entry quotes that nobody took back. The result is its new version.
/// </summary>
public sealed class WithdrawDocument(Store store) : IOperation<WithdrawDocument.Request, int>
{
    /// <param name="Version">Of the document that the person saw.</param>
    public sealed record Request(long DocumentId, int Version);

    public static Right Right => Right.SeeBudgets;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(WithdrawDocument),
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
        await BudgetTurn.TakeAsync(writing, cancellation);
        var document = await writing.Context.BudgetDocuments.SingleOrDefaultAsync(
            document => document.Id == request.DocumentId,
            cancellation
        );
        if (document is null)
        {
            return Refusal.NotFound;
        }

        if (document.Version != request.Version)
        {
            return Refusal.Conflict;
        }

        if (
            document.WithdrawnAt is not null
            || BudgetTurn.CheckDocuments(viewer, document.Edition, document.Number) is not null
        )
        {
            return Refusal.NotFound;
        }

        var isRelied = document.PaymentId is { } payment
            ? await writing.Context.Payments.AnyAsync(
                one => one.Id == payment && one.State != PaymentState.Requested && one.State != PaymentState.Rejected,
                cancellation
            )
            : document.Kind == DocumentKind.SignedConvention
                && await writing.Context.Conventions.AnyAsync(
                    one => one.Number == document.Number && one.State != ConventionState.Draft,
                    cancellation
                );
        if (isRelied || await EntryQuotes.IsQuotedAsync(writing.Context, document, cancellation))
        {
            return new Refusal("Refusal_DocumentRelied");
        }

        (document.WithdrawnAt, document.WithdrawnBy) = (writing.Now, writing.By);
        await AttachDocument.TouchAsync(writing, document.Edition, document.Number, cancellation);
        await writing.Context.SaveChangesAsync(cancellation);
        return document.Version;
    }
}
