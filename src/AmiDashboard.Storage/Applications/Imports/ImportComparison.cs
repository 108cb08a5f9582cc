using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Editions;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications.Imports;

public enum ImportVerdict
{
    New,
    Changed,

    /// <summary>The mirror has this version of it.</summary>
    Unchanged,

    /// <summary>The mirror has a later version of it, which stays.</summary>
    Older,
    Refused,
}

/// <summary>What an import would do with each dossier of a file; preview and import ask the same question.</summary>
internal static class ImportComparison
{
    private const int BatchSize = 500;

    /// <summary>The edition to import into; null unless it is all within the viewer's perimeter, as new lines would be.</summary>
    public static Task<Edition?> EditionAsync(
        AmiContext context,
        Viewer viewer,
        int number,
        CancellationToken cancellation
    ) =>
        viewer.PerimeterOf(Right.Synchronise).Covers(number)
            ? context.Editions.SingleOrDefaultAsync(edition => edition.Number == number, cancellation)
            : Task.FromResult<Edition?>(null);

    public static async Task<
        ImmutableArray<(ImportedDossier Line, ImportVerdict Verdict, string? Reason)>
    > CompareAsync(AmiContext context, Edition edition, ImportFile file, CancellationToken cancellation)
    {
        var compared = ImmutableArray.CreateBuilder<(ImportedDossier, ImportVerdict, string?)>(file.Dossiers.Length);
        foreach (var batch in file.Dossiers.Chunk(BatchSize))
        {
            int[] numbers = [.. batch.Select(line => line.Dossier.Number)];

            // Numbers are unique over all editions, those of another perimeter too: hence without the filters.
            var mirrored = await context
                .Applications.IgnoreQueryFilters()
                .AsNoTracking()
                .Where(application => numbers.Contains(application.Number))
                .Select(application => new
                {
                    application.Number,
                    application.Edition,
                    application.SourceModifiedAt,
                })
                .ToDictionaryAsync(application => application.Number, cancellation);
            var purged = await context
                .PurgedDossiers.IgnoreQueryFilters()
                .AsNoTracking()
                .Where(dossier => numbers.Contains(dossier.Number))
                .Select(dossier => dossier.Number)
                .ToHashSetAsync(cancellation);
            foreach (var line in batch)
            {
                var dossier = line.Dossier;
                var (verdict, reason) =
                    mirrored.TryGetValue(dossier.Number, out var known) && known.Edition != edition.Number
                        ? (ImportVerdict.Refused, "Import_NotOfEdition")
                    : purged.Contains(dossier.Number) ? (ImportVerdict.Refused, "Import_Purged")
                    : known is null ? (ImportVerdict.New, null)
                    : dossier.ModifiedAt > known.SourceModifiedAt ? (ImportVerdict.Changed, null)
                    : dossier.ModifiedAt == known.SourceModifiedAt ? (ImportVerdict.Unchanged, null)
                    : (ImportVerdict.Older, (string?)null);
                compared.Add((line, verdict, reason));
            }
        }

        return compared.ToImmutable();
    }

    /// <summary>Why lines that could be read are refused all the same.</summary>
    public static IEnumerable<ImportProblem> Problems(
        IEnumerable<(ImportedDossier Line, ImportVerdict Verdict, string? Reason)> compared
    ) =>
        compared
            .Where(one => one.Reason is not null)
            .Select(one => new ImportProblem(
                ImportEffect.LineRefused,
                one.Line.Line,
                one.Line.Dossier.Number,
                Sheet: null,
                Column: null,
                Value: null,
                one.Reason!
            ));
}
