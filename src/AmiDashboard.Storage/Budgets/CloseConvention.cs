using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>
/// Settles a convention: what was contracted and not paid is released, and nothing is paid on it any more. Refused while a
/// payment is under way. The result is its new version.
/// </summary>
public sealed class CloseConvention(Store store) : IOperation<CloseConvention.Request, int>
{
    /// <param name="On">Accounting date, a Paris day.</param>
    /// <param name="Version">Of the convention that the person saw.</param>
    /// <param name="Documents">Ids of those that the entry quotes where something is released: of the edition or of the project.</param>
    public sealed record Request(
        int Number,
        DateOnly On,
        string? Reason,
        int Version,
        IReadOnlyList<long>? Documents = null
    );

    public static Right Right => Right.KeepBudgets;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(CloseConvention),
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
        request = request with { Reason = PlainText.Of(request.Reason) };
        var taken = await BudgetTurn.TakeConventionAsync(writing, request.Number, request.Version, cancellation);
        if (!taken.Done)
        {
            return taken.Refusal;
        }

        var convention = taken.Value;
        if (await CheckAsync(writing, convention, request, cancellation) is { } refusal)
        {
            return refusal;
        }

        var (stands, _) = await Ledger.ProjectAsync(writing.Context, convention.Number, cancellation);
        var quotes = await EntryQuotes.OfAsync(
            writing,
            convention.Edition,
            convention.Number,
            request.Documents,
            cancellation
        );
        if (!quotes.Done)
        {
            return quotes.Refusal;
        }

        if (stands.Remaining == Money.Zero && quotes.Value.Length > 0)
        {
            return new Refusal("Refusal_NothingQuotes");
        }

        if (stands.Remaining > Money.Zero)
        {
            var entry = await Ledger.AppendAsync(
                writing,
                viewer,
                new(
                    EntryKind.Release,
                    convention.Edition,
                    convention.Number,
                    LedgerRules.PostingOf(EntryKind.Release, stands.Remaining, ReleaseLevel.Contract),
                    request.On,
                    request.Reason!.Trim()
                )
                {
                    Documents = quotes.Value,
                },
                cancellation
            );
            if (!entry.Done)
            {
                return entry.Refusal;
            }
        }

        (convention.State, convention.ClosedOn) = (ConventionState.Closed, request.On);
        writing.Touch(Subject.Budget, convention.Number);
        await writing.Context.SaveChangesAsync(cancellation);
        return convention.Version;
    }

    private static async Task<Refusal?> CheckAsync(
        Writing writing,
        Convention convention,
        Request request,
        CancellationToken cancellation
    ) =>
        convention.State != ConventionState.InForce ? new Refusal("Refusal_NotSigned")
        : string.IsNullOrWhiteSpace(request.Reason) ? new Refusal("Refusal_ReasonMissing")
        : request.Reason.Length > LedgerEntry.LongestLabel
            ? new Refusal("Refusal_ReasonTooLong", LedgerEntry.LongestLabel)
        : request.On > ParisTime.DayOf(writing.Now) ? new Refusal("Refusal_DateInFuture")
        : request.On < convention.SignedOn ? new Refusal("Refusal_DateBeforeLast", convention.SignedOn!.Value)
        : await writing.Context.Payments.AnyAsync(
            payment =>
                payment.ConventionId == convention.Id
                && payment.State != PaymentState.Paid
                && payment.State != PaymentState.Rejected
                && payment.State != PaymentState.Returned,
            cancellation
        )
            ? new Refusal("Refusal_PaymentUnderWay")
        : null;
}
