using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>
/// Adds a document to a project, to one of its payments, or to an envelope. Refused for a payment that is prepared already,
/// and what is neither kept here nor at an https address. The result is its id.
/// </summary>
public sealed class AttachDocument(Store store) : IOperation<AttachDocument.Request, long>
{
    /// <param name="Number">The project; null for the envelope of the edition.</param>
    /// <param name="Link">An https address, where the document is not kept here.</param>
    public sealed record Request(
        int Edition,
        int? Number,
        long? PaymentId,
        DocumentKind Kind,
        string Name,
        string? Link
    );

    public static Right Right => Right.SeeBudgets;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(AttachDocument),
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
        await BudgetTurn.TakeAsync(writing, cancellation);
        if (await CheckAsync(writing, viewer, request, cancellation) is { } refusal)
        {
            return refusal;
        }

        var document = new BudgetDocument
        {
            Edition = request.Edition,
            Number = request.Number,
            PaymentId = request.PaymentId,
            Kind = request.Kind,
            Name = request.Name.Trim(),
            Link = request.Link?.Trim(),
            AddedAt = writing.Now,
            AddedBy = writing.By,
        };
        writing.Context.BudgetDocuments.Add(document);
        if (request.Number is { } number)
        {
            writing.Touch(Subject.Budget, number);
        }

        await writing.Context.SaveChangesAsync(cancellation);
        return document.Id;
    }

    private static async Task<Refusal?> CheckAsync(
        Writing writing,
        Viewer viewer,
        Request request,
        CancellationToken cancellation
    )
    {
        if (request.Number is not { } number)
        {
            // A document of a payment is one of its project: what is given to an envelope counts for no payment.
            return request.PaymentId is not null ? Refusal.NotFound
                : BudgetTurn.CheckEdition(viewer, Right.KeepEnvelope, request.Edition) is { } notSgpi
                && BudgetTurn.CheckEdition(viewer, Right.KeepBudgets, request.Edition) is not null
                    ? notSgpi
                : CheckLink(request);
        }

        var isKnown = await writing.Context.ProjectBalances.AnyAsync(
            balance => balance.Number == number && balance.Edition == request.Edition,
            cancellation
        );
        if (BudgetTurn.CheckProject(viewer, Right.RequestPayment, request.Edition, number) is { } notAllowed)
        {
            return notAllowed;
        }

        if (!isKnown)
        {
            return new Refusal("Refusal_NotGranted", number);
        }

        if (request.PaymentId is { } id)
        {
            var payment = await writing
                .Context.Payments.AsNoTracking()
                .SingleOrDefaultAsync(payment => payment.Id == id && payment.Number == number, cancellation);
            if (payment is null)
            {
                return Refusal.NotFound;
            }

            if (payment.State is not (PaymentState.Requested or PaymentState.DocumentsComplete))
            {
                return new Refusal("Refusal_DocumentTooLate", payment.State);
            }
        }

        return CheckLink(request);
    }

    private static Refusal? CheckLink(Request request) =>
        string.IsNullOrWhiteSpace(request.Name) || request.Name.Length > 200 ? new Refusal("Refusal_DocumentName")
        : Uri.TryCreate(request.Link?.Trim(), UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps
        && request.Link.Length <= 2000
            ? null
        : new Refusal("Refusal_DocumentLink");
}
