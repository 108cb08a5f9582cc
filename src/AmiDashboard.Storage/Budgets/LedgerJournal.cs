using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>The ledger line by line, the last first unless asked otherwise, as far as the viewer may see it.</summary>
public sealed class LedgerJournal(Store store) : IRead<LedgerJournal.Query, JournalPage>
{
    public const int LargestPage = 500;

    /// <param name="From">First accounting date, included.</param>
    /// <param name="To">Last accounting date, included.</param>
    /// <param name="Page">From 0.</param>
    /// <param name="Size">From 1 to <see cref="LargestPage"/>.</param>
    /// <param name="After">Only entries after this one, in the order of recording; the total is of all.</param>
    public sealed record Query(
        int? Edition = null,
        int? Number = null,
        EntryKind? Kind = null,
        DateOnly? From = null,
        DateOnly? To = null,
        int Page = 0,
        int Size = 50,
        long? After = null
    );

    public static Right Right => Right.SeeBudgets;

    public async Task<JournalPage> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        await using var context = store.Read(viewer, Right);
        var entries = context.LedgerEntries.Where(entry =>
            (query.Edition == null || entry.Edition == query.Edition)
            && (query.Number == null || entry.Number == query.Number)
            && (query.Kind == null || entry.Kind == query.Kind)
            && (query.From == null || entry.AccountingDate >= query.From)
            && (query.To == null || entry.AccountingDate <= query.To)
        );
        var size = Math.Clamp(query.Size, 1, LargestPage);
        var ordered = query.After is { } after
            ? entries.Where(entry => entry.Id > after).OrderBy(entry => entry.Id)
            : entries.OrderByDescending(entry => entry.Id);
        var rows = await ordered.Skip(PageStart.Of(query.Page, size)).Take(size).ToListAsync(cancellation);
        var ids = rows.Select(row => (long?)row.Id).ToList();
        var reversed = await context
            .LedgerEntries.Where(entry => ids.Contains(entry.Reverses))
            .Select(entry => new { entry.Id, entry.Reverses })
            .ToListAsync(cancellation);
        return new JournalPage(
            await entries.LongCountAsync(cancellation),
            rows,
            reversed.ToDictionary(entry => entry.Reverses!.Value, entry => entry.Id),
            await QuotedDocuments.LoadAsync(context, rows, cancellation)
        );
    }
}

/// <param name="Total">Of all pages.</param>
/// <param name="ReversedBy">For an entry that was taken back, the one that did.</param>
public sealed record JournalPage(
    long Total,
    IReadOnlyList<LedgerEntry> Entries,
    IReadOnlyDictionary<long, long> ReversedBy,
    QuotedDocuments Quoted
);
