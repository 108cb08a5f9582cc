using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>
/// Documents of an edition's envelope and of one of its projects, in the order in which they came: what an entry may quote,
/// and what was withdrawn. Those of an envelope are for who sees the whole edition.
/// </summary>
public sealed class BudgetDocumentList(Store store) : IRead<BudgetDocumentList.Query, IReadOnlyList<BudgetDocument>>
{
    /// <param name="Number">The project; null for the envelope alone.</param>
    public sealed record Query(int Edition, int? Number = null);

    public static Right Right => Right.SeeBudgets;

    public async Task<IReadOnlyList<BudgetDocument>> RunAsync(
        Viewer viewer,
        Query query,
        CancellationToken cancellation = default
    )
    {
        await using var context = store.Read(viewer, Right);
        return await context
            .BudgetDocuments.Where(document =>
                document.Edition == query.Edition && (document.Number == null || document.Number == query.Number)
            )
            .OrderBy(document => document.Id)
            .ToListAsync(cancellation);
    }
}
