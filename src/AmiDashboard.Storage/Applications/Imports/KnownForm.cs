using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications.Imports;

/// <summary>
/// What is known of an edition's form before a file is read: what its questions mean, and which columns are private
/// notes, which an export does not tell apart from answers.
/// </summary>
/// <param name="Notes">Folded labels.</param>
public sealed record KnownForm(FieldMap Map, IReadOnlySet<string> Notes)
{
    /// <summary>Nothing is known: columns are understood by their words.</summary>
    public static readonly KnownForm Unknown = new(new FieldMap([]), new HashSet<string>(StringComparer.Ordinal));
}

/// <summary>The form of an edition, from its mapping and from what the API last said of its private notes.</summary>
public sealed class KnownFormOfEdition(Store store) : IRead<KnownFormOfEdition.Query, KnownForm>
{
    private const int DossiersLookedAt = 20;

    public sealed record Query(int Edition);

    public static Right Right => Right.Synchronise;

    public async Task<KnownForm> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        await using var context = store.Read(viewer, Right);
        if (!viewer.PerimeterOf(Right).Covers(query.Edition))
        {
            return KnownForm.Unknown;
        }

        var mappings = await context
            .FieldMappings.Where(mapping =>
                context.Editions.Any(edition => edition.Id == mapping.EditionId && edition.Number == query.Edition)
            )
            .ToListAsync(cancellation);
        var revisions = await context
            .Applications.Where(application => application.Edition == query.Edition)
            .SelectMany(application => application.Revisions)
            .OrderByDescending(revision => revision.Id)
            .Take(DossiersLookedAt)
            .ToListAsync(cancellation);
        return new KnownForm(
            new FieldMap(mappings),
            revisions
                .SelectMany(revision => revision.Dossier.Annotations)
                .Select(note => FoldedText.Fold(note.Label))
                .ToHashSet(StringComparer.Ordinal)
        );
    }
}
