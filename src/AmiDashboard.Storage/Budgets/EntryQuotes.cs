using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>
/// What an entry quotes of the documents that were chosen for it: name and mark, which its hash covers. Chosen are documents
/// of its own project and of its edition that count; another's is refused.
/// </summary>
internal static class EntryQuotes
{
    public static async Task<Outcome<ImmutableArray<EntryDocument>>> OfAsync(
        Writing writing,
        int edition,
        int? number,
        IReadOnlyList<long>? chosen,
        CancellationToken cancellation
    )
    {
        if (chosen is not { Count: > 0 })
        {
            return ImmutableArray<EntryDocument>.Empty;
        }

        var ids = chosen.Distinct().ToList();
        if (ids.Count > LedgerEntry.MostDocuments)
        {
            return new Refusal("Refusal_TooManyDocuments", LedgerEntry.MostDocuments);
        }

        var documents = await writing
            .Context.BudgetDocuments.AsNoTracking()
            .Where(document =>
                ids.Contains(document.Id)
                && document.Edition == edition
                && (document.Number == null || document.Number == number)
                && document.WithdrawnAt == null
            )
            .OrderBy(document => document.Id)
            .ToListAsync(cancellation);
        return documents.Count == ids.Count
            ? documents.Select(document => document.ToEntryDocument()).ToImmutableArray()
            : new Refusal("Refusal_DocumentNotQuotable");
    }

    /// <summary>Whether an entry that stands quotes the document: nobody took it back.</summary>
    public static async Task<bool> IsQuotedAsync(
        AmiContext context,
        BudgetDocument document,
        CancellationToken cancellation
    )
    {
        var quote = document.ToEntryDocument();
        var standing = context
            .LedgerEntries.Where(entry =>
                entry.Edition == document.Edition
                && (document.Number == null || entry.Number == document.Number)
                && !context.LedgerEntries.Any(other => other.Reverses == entry.Id)
            )
            .Select(entry => entry.Documents)
            .AsAsyncEnumerable();
        await foreach (var quoted in standing.WithCancellation(cancellation))
        {
            if (quoted.Contains(quote))
            {
                return true;
            }
        }

        return false;
    }
}
