using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications;

/// <summary>Loads contributions to figures: three flat queries joined here, since one wide join would repeat each row.</summary>
internal static class ApplicationFactQuery
{
    private const int BatchSize = 500;

    /// <param name="ids">Null for all; ids that are gone, or in the source's bin, give nothing.</param>
    public static async Task<IReadOnlyList<ApplicationFact>> LoadAsync(
        AmiContext context,
        IReadOnlyCollection<long>? ids,
        CancellationToken cancellation
    )
    {
        if (ids is null)
        {
            return await LoadAsync(context, context.Applications, cancellation);
        }

        var facts = new List<ApplicationFact>(ids.Count);
        foreach (var batch in ids.Chunk(BatchSize))
        {
            facts.AddRange(
                await LoadAsync(
                    context,
                    context.Applications.Where(application => batch.Contains(application.Id)),
                    cancellation
                )
            );
        }

        return facts;
    }

    private static async Task<IReadOnlyList<ApplicationFact>> LoadAsync(
        AmiContext context,
        IQueryable<Application> applications,
        CancellationToken cancellation
    )
    {
        applications = applications.Shown();
        var readings = await EarlierReadings.LoadAsync(context, applications, cancellation);
        var stages = (
            await applications
                .SelectMany(application => application.StageChanges)
                .Select(change => new
                {
                    change.ApplicationId,
                    change.Id,
                    change.Stage,
                    change.ValidFrom,
                    change.RecordedAt,
                })
                .ToListAsync(cancellation)
        ).ToLookup(change => change.ApplicationId);
        var techniques = (
            await applications
                .SelectMany(application => application.Techniques)
                .Select(technique => new { technique.ApplicationId, technique.Name })
                .ToListAsync(cancellation)
        ).ToLookup(technique => technique.ApplicationId, technique => string.Intern(technique.Name));
        var rows = await applications
            .Select(application => new
            {
                application.Id,
                application.Number,
                application.Edition,
                application.DepositedAt,
                application.Stage,
                application.Ministry,
                application.Requested,
                application.SearchText,
                application.SourceModifiedAt,
            })
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new ApplicationFact
            {
                Id = row.Id,
                Number = row.Number,
                Edition = row.Edition,
                DepositedAt = row.DepositedAt,
                Stage = row.Stage,
                Ministry = row.Ministry is null ? null : string.Intern(row.Ministry),
                Requested = row.Requested,
                SearchText = row.SearchText,
                SourceModifiedAt = row.SourceModifiedAt,
                Techniques = [.. techniques[row.Id].Order(StringComparer.Ordinal)],
                Stages =
                [
                    .. stages[row.Id]
                        .OrderBy(change => change.ValidFrom)
                        .ThenBy(change => change.Id)
                        .Select(change => new DatedStage(change.Stage, change.ValidFrom, change.RecordedAt)),
                ],
                EarlierReadings = readings.TryGetValue(row.Id, out var read) ? read[..^1] : [],
                ReadFrom = read.IsDefaultOrEmpty ? row.DepositedAt : read[^1].ValidFrom,
            }),
        ];
    }
}
