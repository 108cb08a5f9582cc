using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>
/// A project's sheet as it is being written, with what was published of it; null outside the perimeter, and before its first
/// word.
/// </summary>
public sealed class SheetDesk(Store store) : IRead<SheetDesk.Query, ProjectSheet?>
{
    public sealed record Query(int Number);

    public static Right Right => Right.KeepPlans;

    public async Task<ProjectSheet?> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        await using var context = store.Read(viewer, Right);
        return await context
            .ProjectSheets.Include(sheet => sheet.Publications.OrderBy(publication => publication.Id))
            .SingleOrDefaultAsync(sheet => sheet.Number == query.Number, cancellation);
    }
}
