using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications;

/// <summary>
/// What the source said of applications that it modified since their deposit, read by what the questions mean today. Only
/// those few are loaded: a dossier is large, and nearly all have but one revision.
/// </summary>
internal static class EarlierReadings
{
    private const int BatchSize = 200;

    /// <summary>Readings of each application that has more than one, oldest first, the latest among them.</summary>
    public static async Task<Dictionary<long, ImmutableArray<DatedReading>>> LoadAsync(
        AmiContext context,
        IQueryable<Application> applications,
        CancellationToken cancellation
    )
    {
        var modified = await applications
            .Where(application => application.Revisions.Count > 1)
            .Select(application => new { application.Id, application.EditionId })
            .ToListAsync(cancellation);
        if (modified.Count == 0)
        {
            return [];
        }

        var maps = (await context.FieldMappings.AsNoTracking().ToListAsync(cancellation))
            .GroupBy(mapping => mapping.EditionId)
            .ToDictionary(group => group.Key, group => new FieldMap(group));
        var readings = new Dictionary<long, ImmutableArray<DatedReading>>(modified.Count);
        foreach (var batch in modified.Chunk(BatchSize))
        {
            long[] ids = [.. batch.Select(one => one.Id)];
            var revisions = (
                await context
                    .Applications.Where(application => ids.Contains(application.Id))
                    .SelectMany(application => application.Revisions)
                    .AsNoTracking()
                    .ToListAsync(cancellation)
            ).ToLookup(revision => revision.ApplicationId);
            foreach (var one in batch)
            {
                var map = maps.GetValueOrDefault(one.EditionId) ?? new FieldMap([]);
                readings[one.Id] =
                [
                    .. revisions[one.Id].OrderBy(revision => revision.Id).Select(revision => Read(revision, map)),
                ];
            }
        }

        return readings;
    }

    private static DatedReading Read(ApplicationRevision revision, FieldMap map)
    {
        var reading = ApplicationReading.Of(revision.Dossier, map);
        return new(
            revision.ValidFrom,
            reading.Ministry,
            [.. reading.Techniques.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            reading.Requested
        );
    }
}
