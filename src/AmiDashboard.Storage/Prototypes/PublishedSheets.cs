using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>The sheets that are public, by number: the last publication of each, where it was not withdrawn.</summary>
public sealed class PublishedSheets(Store store) : IRead<PublishedSheets.Query, IReadOnlyList<PublishedSheet>>
{
    /// <param name="Number">Null for all.</param>
    public sealed record Query(int? Number = null);

    public static Right Right => Right.SeePrototypes;

    public async Task<IReadOnlyList<PublishedSheet>> RunAsync(
        Viewer viewer,
        Query query,
        CancellationToken cancellation = default
    )
    {
        await using var context = store.Read(viewer, Right);
        var sheets = await context
            .ProjectSheets.Where(sheet => query.Number == null || sheet.Number == query.Number)
            .Include(sheet => sheet.Publications.OrderByDescending(publication => publication.Id).Take(1))
            .OrderBy(sheet => sheet.Number)
            .ToListAsync(cancellation);
        return
        [
            .. sheets
                .Where(sheet => sheet.Publications is [{ WithdrawnAt: null }])
                .Select(sheet => new PublishedSheet(
                    sheet.Edition,
                    sheet.Number,
                    sheet.Publications[0].Text,
                    sheet.Publications[0].PublishedAt
                )),
        ];
    }
}

/// <param name="PublishedAt">UTC.</param>
public sealed record PublishedSheet(int Edition, int Number, SheetText Text, DateTime PublishedAt);
