using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Editions;

/// <summary>
/// Whether there is any edition at all, within one's perimeter or not: before that, no page has anything to show. Asked of
/// each page, and of the database until there is one: an edition stays.
/// </summary>
public sealed class EditionPresence(Store store) : IRead<EditionPresence.Query, bool>
{
    private volatile bool isThere;

    public sealed record Query;

    public static Right Right => Right.None;

    public async Task<bool> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        await using var context = store.Read(viewer, Right);
        return isThere = isThere || await context.Editions.IgnoreQueryFilters().AnyAsync(cancellation);
    }
}
