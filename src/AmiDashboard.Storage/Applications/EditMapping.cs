using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications;

/// <summary>
/// Says what a question means, and reads every dossier of the edition again in that light, in the same transaction. The
/// result is the number of applications whose reading changed.
/// </summary>
public sealed class EditMapping(Store store) : IOperation<EditMapping.Request, int>
{
    private const int BatchSize = 500;

    /// <param name="Version">The version that the person saw.</param>
    public sealed record Request(int MappingId, FieldTarget Target, int Version);

    public static Right Right => Right.EditMapping;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(EditMapping),
            async writing =>
            {
                var mapping = await writing.Context.FieldMappings.SingleOrDefaultAsync(
                    mapping => mapping.Id == request.MappingId,
                    cancellation
                );
                // It is read again for all the edition's dossiers, hence by who reaches all of them.
                if (mapping is null || !await CoversAsync(writing.Context, viewer, mapping.EditionId, cancellation))
                {
                    return Refusal.NotFound;
                }

                if (mapping.Version != request.Version)
                {
                    return Refusal.Conflict;
                }

                (mapping.Target, mapping.IsByHand) = (request.Target, true);
                await writing.Context.SaveChangesAsync(cancellation);
                writing.Touch(Subject.FieldMapping, mapping.Id);
                return await ReadAgainAsync(writing, mapping.EditionId, cancellation);
            },
            cancellation
        );

    private static async Task<bool> CoversAsync(
        AmiContext context,
        Viewer viewer,
        int editionId,
        CancellationToken cancellation
    ) =>
        viewer
            .PerimeterOf(Right)
            .Covers(
                await context
                    .Editions.IgnoreQueryFilters()
                    .Where(edition => edition.Id == editionId)
                    .Select(edition => edition.Number)
                    .SingleAsync(cancellation)
            );

    private static async Task<int> ReadAgainAsync(Writing writing, int editionId, CancellationToken cancellation)
    {
        var map = new FieldMap(
            await writing
                .Context.FieldMappings.AsNoTracking()
                .Where(mapping => mapping.EditionId == editionId)
                .ToListAsync(cancellation)
        );
        var (changed, after) = (0, 0L);
        while (true)
        {
            var batch = await writing
                .Context.Applications.Include(application => application.Techniques)
                .Where(application => application.EditionId == editionId && application.Id > after)
                .OrderBy(application => application.Id)
                .Take(BatchSize)
                .ToListAsync(cancellation);
            if (batch.Count == 0)
            {
                return changed;
            }

            var dossiers = await LatestAsync(writing.Context, batch[0].Id, batch[^1].Id, editionId, cancellation);
            foreach (var application in batch)
            {
                RecordDossiers.Read(application, ApplicationReading.Of(dossiers[application.Id], map));
                if (IsChanged(writing.Context, application))
                {
                    writing.Touch(Subject.Application, application.Id);
                    changed++;
                }
            }

            await writing.Context.SaveChangesAsync(cancellation);
            after = batch[^1].Id;
            writing.Context.ChangeTracker.Clear();
        }
    }

    private static bool IsChanged(AmiContext context, Application application)
    {
        context.ChangeTracker.DetectChanges();
        var entry = context.Entry(application);
        return entry.State != EntityState.Unchanged || entry.Collection(one => one.Techniques).IsModified;
    }

    private static async Task<Dictionary<long, Dossier>> LatestAsync(
        AmiContext context,
        long first,
        long last,
        int editionId,
        CancellationToken cancellation
    ) =>
        await context
            .Applications.AsNoTracking()
            .Where(application =>
                application.EditionId == editionId && application.Id >= first && application.Id <= last
            )
            .Select(application => new
            {
                application.Id,
                application.Revisions.OrderByDescending(revision => revision.Id).First().Dossier,
            })
            .ToDictionaryAsync(pair => pair.Id, pair => pair.Dossier, cancellation);
}
