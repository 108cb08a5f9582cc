using AmiDashboard.Core.Editions;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Editions;

/// <summary>The editions of which the viewer may see something, oldest first.</summary>
public sealed class EditionList(Store store) : IRead<EditionList.Query, IReadOnlyList<Edition>>
{
    public sealed record Query;

    public static Right Right => Right.SeeApplications;

    public async Task<IReadOnlyList<Edition>> RunAsync(
        Viewer viewer,
        Query query,
        CancellationToken cancellation = default
    )
    {
        await using var context = store.Read(viewer, Right);
        return await context.Editions.OrderBy(edition => edition.Number).ToListAsync(cancellation);
    }
}
