using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications;

/// <summary>
/// The questions of an edition's form and what they mean, in the order they were first seen; none where the viewer does not
/// reach the whole edition.
/// </summary>
public sealed class FieldMappingList(Store store) : IRead<FieldMappingList.Query, IReadOnlyList<FieldMapping>>
{
    public sealed record Query(int Edition);

    public static Right Right => Right.EditMapping;

    public async Task<IReadOnlyList<FieldMapping>> RunAsync(
        Viewer viewer,
        Query query,
        CancellationToken cancellation = default
    )
    {
        await using var context = store.Read(viewer, Right);
        if (!viewer.PerimeterOf(Right).Covers(query.Edition))
        {
            return [];
        }

        return await context
            .FieldMappings.Where(mapping =>
                context.Editions.Any(edition => edition.Id == mapping.EditionId && edition.Number == query.Edition)
            )
            .OrderBy(mapping => mapping.Id)
            .ToListAsync(cancellation);
    }
}
