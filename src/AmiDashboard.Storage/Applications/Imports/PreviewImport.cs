using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications.Imports;

/// <summary>What an import of a file would do to the mirror, and why not more. Writes nothing.</summary>
public sealed class PreviewImport(Store store) : IRead<PreviewImport.Query, Outcome<ImportPreview>>
{
    /// <summary>Lines shown as they were understood.</summary>
    public const int SampleSize = 20;

    /// <param name="Edition">The edition's number.</param>
    public sealed record Query(int Edition, ImportFile File);

    public static Right Right => Right.Synchronise;

    public async Task<Outcome<ImportPreview>> RunAsync(
        Viewer viewer,
        Query query,
        CancellationToken cancellation = default
    )
    {
        await using var context = store.Read(viewer, Right);
        var edition = await ImportComparison.EditionAsync(context, viewer, query.Edition, cancellation);
        if (edition is null)
        {
            return new Refusal("Refusal_EditionUnknown", query.Edition);
        }

        var compared = await ImportComparison.CompareAsync(context, edition, query.File, cancellation);
        var map = new FieldMap(
            await context.FieldMappings.Where(mapping => mapping.EditionId == edition.Id).ToListAsync(cancellation)
        );
        var refusedHere = ImportComparison.Problems(compared).ToImmutableArray();
        return new ImportPreview
        {
            Edition = edition.Number,
            File = query.File,
            New = compared.Count(one => one.Verdict == ImportVerdict.New),
            Changed = compared.Count(one => one.Verdict == ImportVerdict.Changed),
            Unchanged = compared.Count(one => one.Verdict == ImportVerdict.Unchanged),
            Older = compared.Count(one => one.Verdict == ImportVerdict.Older),
            Refused = query.File.RefusedLines + refusedHere.Length,
            Problems = [.. query.File.Problems, .. refusedHere],
            ProblemCount = query.File.ProblemCount + refusedHere.Length,
            Sample =
            [
                .. compared
                    .OrderBy(one => one.Verdict)
                    .Take(SampleSize)
                    .Select(one => new ImportSample(
                        one.Line.Line,
                        one.Line.Dossier,
                        ApplicationReading.Of(one.Line.Dossier, map),
                        one.Verdict
                    )),
            ],
        };
    }
}

/// <summary>Counts are of lines, and add up to <see cref="ImportFile.Lines"/>.</summary>
public sealed record ImportPreview
{
    public required int Edition { get; init; }

    public required ImportFile File { get; init; }

    public required int New { get; init; }

    public required int Changed { get; init; }

    public required int Unchanged { get; init; }

    public required int Older { get; init; }

    public required int Refused { get; init; }

    public required ImmutableArray<ImportProblem> Problems { get; init; }

    /// <summary>All problems, where <see cref="Problems"/> may hold the first only.</summary>
    public required int ProblemCount { get; init; }

    /// <summary>New lines first.</summary>
    public required ImmutableArray<ImportSample> Sample { get; init; }

    /// <summary>Whether an import would change the mirror.</summary>
    public bool HasNews => New + Changed > 0;
}

/// <summary>One line as it was understood.</summary>
public sealed record ImportSample(int Line, Dossier Dossier, ApplicationReading Reading, ImportVerdict Verdict);
