using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>
/// Hash of the last entry of the ledger that was recorded at an instant, which all entries before it went into: printed on a
/// report, it is a witness outside the database. Null without entries, or for who does not see the whole ledger.
/// </summary>
public sealed class LedgerHead(Store store) : IRead<LedgerHead.Query, string?>
{
    /// <param name="AsOf">UTC.</param>
    public sealed record Query(DateTime AsOf);

    public static Right Right => Right.SeeBudgets;

    public async Task<string?> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        await using var context = store.Read(viewer, Right);
        return viewer.PerimeterOf(Right).IsEverything
            ? await context
                .LedgerEntries.Where(entry => entry.RecordedAt <= query.AsOf)
                .OrderByDescending(entry => entry.Id)
                .Select(entry => entry.Hash)
                .FirstOrDefaultAsync(cancellation)
            : null;
    }
}
