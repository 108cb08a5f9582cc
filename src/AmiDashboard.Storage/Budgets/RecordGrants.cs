using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Scores;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>
/// Writes what SGPI's signed decisions grant, in the transaction that signs them. Of an edition without an envelope in the
/// ledger nothing is written: <see cref="RecordGrants"/> does it once there is one.
/// </summary>
internal sealed class GrantsOfSession : ISessionFollowing
{
    public async Task<Refusal?> FollowAsync(
        Writing writing,
        Viewer viewer,
        Session session,
        CancellationToken cancellation
    )
    {
        if (session.Body != DecidingBody.Sgpi)
        {
            return null;
        }

        await BudgetTurn.TakeAsync(writing, cancellation);
        var (edition, _) = await Ledger.EditionAsync(writing.Context, session.Edition, cancellation);
        if (edition.Envelope.Cents == 0)
        {
            return null;
        }

        var written = await WriteAsync(writing, viewer, session, session.Decisions, [], cancellation);
        return written.Refusal;
    }

    /// <summary>How many entries it took; a project that keeps what it has takes none.</summary>
    public static async Task<Outcome<int>> WriteAsync(
        Writing writing,
        Viewer viewer,
        Session session,
        IEnumerable<Decision> decisions,
        ImmutableArray<EntryDocument> documents,
        CancellationToken cancellation
    )
    {
        var count = 0;
        foreach (var decision in decisions.OrderBy(decision => decision.Number))
        {
            var isWritten = await writing.Context.LedgerEntries.AnyAsync(
                entry =>
                    entry.DecisionId == decision.Id
                    && entry.Reverses == null
                    && !writing.Context.LedgerEntries.Any(other => other.Reverses == entry.Id),
                cancellation
            );
            if (isWritten)
            {
                continue;
            }

            var (stands, lastOn) = await Ledger.ProjectAsync(writing.Context, decision.Number, cancellation);
            var wanted = decision is { Verdict: Verdict.Laureate, Amount: { } amount } ? amount : Money.Zero;
            var change = wanted - stands.Granted;
            if (change.Cents == 0)
            {
                continue;
            }

            var kind = change > Money.Zero ? EntryKind.Grant : EntryKind.Release;
            var size = change > Money.Zero ? change : Money.Zero - change;
            var (_, movedOn) = await Ledger.EditionAsync(writing.Context, session.Edition, cancellation);
            var title = session.Basis.Applications.FirstOrDefault(one => one.Number == decision.Number)?.Title ?? "";
            var entry = await Ledger.AppendAsync(
                writing,
                viewer,
                new(
                    kind,
                    session.Edition,
                    decision.Number,
                    LedgerRules.PostingOf(kind, size),
                    Latest(session.HeldOn, lastOn, movedOn),
                    title.Length > LedgerEntry.LongestLabel ? title[..LedgerEntry.LongestLabel] : title
                )
                {
                    DecisionId = decision.Id,
                    Documents = documents,
                },
                cancellation
            );
            if (!entry.Done)
            {
                return entry.Refusal;
            }

            count++;
        }

        return count;
    }

    /// <summary>The day of the act, or the first one after it that the ledger still takes.</summary>
    private static DateOnly Latest(DateOnly heldOn, params ReadOnlySpan<DateOnly?> others)
    {
        foreach (var other in others)
        {
            heldOn = other > heldOn ? other.Value : heldOn;
        }

        return heldOn;
    }
}

/// <summary>
/// Writes the grants of an edition's last closed decision that the ledger lacks: those signed before it had an envelope.
/// The result is the number of entries.
/// </summary>
public sealed class RecordGrants(Store store) : IOperation<RecordGrants.Request, int>
{
    /// <param name="Documents">Ids of those that the entry quotes: of the edition, such as the decision.</param>
    public sealed record Request(int Edition, IReadOnlyList<long>? Documents = null);

    public static Right Right => Right.KeepEnvelope;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(RecordGrants),
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
        if (BudgetTurn.CheckEdition(viewer, Right, request.Edition) is { } refusal)
        {
            return refusal;
        }

        await BudgetTurn.TakeAsync(writing, cancellation);
        var quotes = await EntryQuotes.OfAsync(writing, request.Edition, number: null, request.Documents, cancellation);
        if (!quotes.Done)
        {
            return quotes.Refusal;
        }

        var sessions = await writing
            .Context.Sessions.Include(session => session.Decisions)
            .Where(session =>
                session.Edition == request.Edition
                && session.Body == DecidingBody.Sgpi
                && session.State == SessionState.Closed
            )
            .OrderBy(session => session.Id)
            .ToListAsync(cancellation);
        // The last word on each application alone: an older one would undo it.
        var last = sessions
            .SelectMany(session => session.Decisions)
            .GroupBy(decision => decision.Number)
            .Select(decisions => decisions.MaxBy(decision => decision.SessionId)!.Id)
            .ToHashSet();
        var count = 0;
        foreach (var session in sessions)
        {
            var written = await GrantsOfSession.WriteAsync(
                writing,
                viewer,
                session,
                session.Decisions.Where(decision => last.Contains(decision.Id)),
                quotes.Value,
                cancellation
            );
            if (!written.Done)
            {
                return written.Refusal;
            }

            count += written.Value;
        }

        return count == 0 ? new Refusal("Refusal_NothingToGrant") : count;
    }
}
