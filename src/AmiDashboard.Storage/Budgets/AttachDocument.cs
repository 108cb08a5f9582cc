using System.Security.Cryptography;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Documents;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>
/// Adds a document to a project, to one of its payments, or to an envelope: its content, kept here once its bytes say that
/// it is what its name says, or the https address where it is. Refused for a payment that is prepared already. The result
/// is its id.
/// </summary>
public sealed class AttachDocument(Store store) : IOperation<AttachDocument.Request, long>
{
    /// <param name="Number">The project; null for the envelope of the edition.</param>
    /// <param name="Link">An https address, where there is no content.</param>
    /// <param name="Content">At most <see cref="DocumentSniffing.Largest"/> bytes; null for a link.</param>
    public sealed record Request(
        int Edition,
        int? Number,
        long? PaymentId,
        DocumentKind Kind,
        string Name,
        string? Link,
        byte[]? Content = null
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
        request = request with { Name = PlainText.Of(request.Name) ?? "", Link = PlainText.Of(request.Link) };
        await BudgetTurn.TakeAsync(writing, cancellation);
        if (await CheckAsync(writing, viewer, request, cancellation) is { } refusal)
        {
            return refusal;
        }

        var made = Made(writing, request);
        if (!made.Done)
        {
            return made.Refusal;
        }

        var document = made.Value;
        writing.Context.BudgetDocuments.Add(document);
        await TouchAsync(writing, request.Edition, request.Number, cancellation);
        await writing.Context.SaveChangesAsync(cancellation);
        if (request.Content is { } bytes)
        {
            writing.Context.DocumentContents.Add(new DocumentContent { DocumentId = document.Id, Bytes = bytes });
            await writing.Context.SaveChangesAsync(cancellation);
        }

        return document.Id;
    }

    internal static async Task TouchAsync(Writing writing, int edition, int? number, CancellationToken cancellation)
    {
        if (number is { } project)
        {
            writing.Touch(Subject.Budget, project);
            return;
        }

        var owner = await writing.Context.Editions.SingleAsync(one => one.Number == edition, cancellation);
        writing.Touch(Subject.Edition, owner.Id);
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
                : BudgetTurn.CheckDocuments(viewer, request.Edition, number: null) is { } notTheirs ? notTheirs
                : await writing.Context.Editions.AnyAsync(one => one.Number == request.Edition, cancellation) ? null
                : Refusal.NotFound;
        }

        var isKnown = await writing.Context.ProjectBalances.AnyAsync(
            balance => balance.Number == number && balance.Edition == request.Edition,
            cancellation
        );
        if (BudgetTurn.CheckDocuments(viewer, request.Edition, number) is { } notAllowed)
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

        return null;
    }

    private static Outcome<BudgetDocument> Made(Writing writing, Request request)
    {
        if (request.Content is not { } bytes)
        {
            return CheckLink(request) is { } refusal
                ? refusal
                : Document(writing, request, request.Name.Trim(), contentType: null, bytes: null);
        }

        var sniffed = DocumentSniffing.Check(request.Name, bytes);
        return sniffed.Done
            ? Document(writing, request, sniffed.Value.Name, sniffed.Value.ContentType, bytes)
            : sniffed.Refusal;
    }

    private static BudgetDocument Document(
        Writing writing,
        Request request,
        string name,
        string? contentType,
        byte[]? bytes
    ) =>
        new()
        {
            Edition = request.Edition,
            Number = request.Number,
            PaymentId = request.PaymentId,
            Kind = request.Kind,
            Name = name,
            ContentType = contentType,
            Size = bytes?.Length ?? 0,
            Sha256 = bytes is null ? null : Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Link = bytes is null ? request.Link!.Trim() : null,
            AddedAt = writing.Now,
            AddedBy = writing.By,
        };

    private static Refusal? CheckLink(Request request) =>
        DocumentName.Clean(request.Name) is null || request.Name.Length > DocumentName.Longest
            ? new Refusal("Refusal_DocumentName")
        : Uri.TryCreate(request.Link?.Trim(), UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps
        && request.Link.Length <= LongestLink
            ? null
        : new Refusal("Refusal_DocumentLink");

    private const int LongestLink = 2000;
}
