using AmiDashboard.Core.Budgets;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>
/// Where the documents are that entries quote, as far as the viewer may see them: an entry itself keeps their names and
/// marks alone.
/// </summary>
public sealed class QuotedDocuments
{
    private readonly ILookup<string, BudgetDocument> documents;

    private QuotedDocuments(IReadOnlyList<BudgetDocument> all) =>
        (All, documents) = (all, all.ToLookup(document => document.ToEntryDocument().Mark));

    public IReadOnlyList<BudgetDocument> All { get; }

    /// <summary>Null out of the viewer's reach. One that was withdrawn since is what the entry rested on all the same.</summary>
    public BudgetDocument? Of(LedgerEntry entry, EntryDocument quoted)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(quoted);
        return documents[quoted.Mark]
            .Where(document =>
                document.Name == quoted.Name
                && document.Edition == entry.Edition
                && (document.Number is null || document.Number == entry.Number)
            )
            .OrderBy(document => document.Number is null)
            .ThenBy(document => document.Id)
            .FirstOrDefault();
    }

    internal static async Task<QuotedDocuments> LoadAsync(
        AmiContext context,
        IReadOnlyCollection<LedgerEntry> entries,
        CancellationToken cancellation
    )
    {
        var quoting = entries.Where(entry => entry.Documents.Length > 0).ToList();
        if (quoting.Count == 0)
        {
            return new([]);
        }

        var marks = quoting.SelectMany(entry => entry.Documents).Select(document => document.Mark).ToHashSet();
        var numbers = quoting.Select(entry => entry.Number).Distinct().ToList();
        var editions = quoting.Select(entry => entry.Edition).Distinct().ToList();
        return new(
            await context
                .BudgetDocuments.Where(document =>
                    (
                        numbers.Contains(document.Number)
                        || document.Number == null && editions.Contains(document.Edition)
                    ) && (marks.Contains(document.Sha256!) || marks.Contains(document.Link!))
                )
                .ToListAsync(cancellation)
        );
    }
}
