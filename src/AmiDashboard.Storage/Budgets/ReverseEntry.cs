using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>
/// Takes an entry back whole, by another that names it. Refused twice, of a reversal, where what stands would break a
/// rule, and of payments and amendments, which are taken back by what made them. Taking back a signature makes the
/// convention a draft again, taking back what a closing released opens it again. The result is the new entry's number.
/// </summary>
public sealed class ReverseEntry(Store store) : IOperation<ReverseEntry.Request, long>
{
    /// <param name="On">Accounting date of the reversal, a Paris day.</param>
    /// <param name="Documents">Ids of those that the entry quotes: of the edition or of the project.</param>
    public sealed record Request(long EntryId, DateOnly On, string? Reason, IReadOnlyList<long>? Documents = null);

    public static Right Right => Right.SeeBudgets;

    /// <summary>Who may take an entry of a kind back: whoever may write one.</summary>
    public static Right RightOf(EntryKind kind) =>
        kind is EntryKind.Envelope or EntryKind.Redeployment or EntryKind.Grant
            ? Right.KeepEnvelope
            : Right.KeepBudgets;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(ReverseEntry),
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
        await BudgetTurn.TakeAsync(writing, cancellation);
        var entry = await writing
            .Context.LedgerEntries.AsNoTracking()
            .SingleOrDefaultAsync(entry => entry.Id == request.EntryId, cancellation);
        if (entry is null)
        {
            return Refusal.NotFound;
        }

        if (await CheckAsync(writing, viewer, entry, request.Reason, cancellation) is { } refusal)
        {
            return refusal;
        }

        var quotes = await EntryQuotes.OfAsync(writing, entry.Edition, entry.Number, request.Documents, cancellation);
        if (!quotes.Done)
        {
            return quotes.Refusal;
        }

        var reversal = await Ledger.AppendAsync(
            writing,
            viewer,
            new(entry.Kind, entry.Edition, entry.Number, -entry.Posting, request.On, request.Reason!.Trim())
            {
                Reverses = entry.Id,
                DecisionId = entry.DecisionId,
                Documents = quotes.Value,
            },
            cancellation
        );
        if (!reversal.Done)
        {
            return reversal.Refusal;
        }

        await FollowAsync(writing, entry, cancellation);
        return reversal.Value.Id;
    }

    private static async Task FollowAsync(Writing writing, LedgerEntry taken, CancellationToken cancellation)
    {
        var isContracted = taken.Kind is EntryKind.Contract or EntryKind.Release && taken.Contracted.Cents != 0;
        var convention = isContracted
            ? await writing.Context.Conventions.SingleOrDefaultAsync(
                convention => convention.Number == taken.Number,
                cancellation
            )
            : null;
        if (convention is null)
        {
            return;
        }

        if (taken.Kind == EntryKind.Contract)
        {
            (convention.State, convention.SignedOn) = (ConventionState.Draft, null);
        }
        else
        {
            (convention.State, convention.ClosedOn) = (ConventionState.InForce, null);
        }
    }

    private static async Task<Refusal?> CheckAsync(
        Writing writing,
        Viewer viewer,
        LedgerEntry entry,
        string? reason,
        CancellationToken cancellation
    )
    {
        var right = RightOf(entry.Kind);
        var notAllowed = entry.Number is { } number
            ? BudgetTurn.CheckProject(viewer, right, entry.Edition, number)
            : BudgetTurn.CheckEdition(viewer, right, entry.Edition);
        return notAllowed
            ?? (
                string.IsNullOrWhiteSpace(reason) ? new Refusal("Refusal_ReasonMissing")
                : reason.Length > StageRules.LongestReason
                    ? new Refusal("Refusal_ReasonTooLong", StageRules.LongestReason)
                : entry.Reverses is not null ? new Refusal("Refusal_ReversalOfReversal")
                : entry.Kind == EntryKind.Payment ? new Refusal("Refusal_ReversePayment")
                : await writing.Context.LedgerEntries.AnyAsync(other => other.Reverses == entry.Id, cancellation)
                    ? new Refusal("Refusal_ReversedAlready")
                : entry.Kind == EntryKind.Contract && await IsBuiltOnAsync(writing, entry, cancellation)
                    ? new Refusal("Refusal_ReverseContract")
                : null
            );
    }

    /// <summary>Whether a signature already has amendments or payments, or is one of those amendments.</summary>
    private static Task<bool> IsBuiltOnAsync(Writing writing, LedgerEntry entry, CancellationToken cancellation) =>
        writing.Context.Conventions.AnyAsync(
            convention =>
                convention.Number == entry.Number
                && (
                    convention.State == ConventionState.Closed
                    || convention.Amendments.Count > 0
                    || writing.Context.Payments.Any(payment =>
                        payment.ConventionId == convention.Id && payment.State != PaymentState.Rejected
                    )
                ),
            cancellation
        );
}
