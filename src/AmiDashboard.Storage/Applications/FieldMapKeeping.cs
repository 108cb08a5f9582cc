using AmiDashboard.Core.Applications;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications;

/// <summary>Notes the questions a batch shows for the first time, guesses what they mean, and follows changed labels.</summary>
internal static class FieldMapKeeping
{
    public static async Task<FieldMap> LearnAsync(
        Writing writing,
        int editionId,
        IReadOnlyList<Dossier> dossiers,
        CancellationToken cancellation
    )
    {
        var known = await writing
            .Context.FieldMappings.Where(mapping => mapping.EditionId == editionId)
            .ToDictionaryAsync(mapping => mapping.Key, StringComparer.Ordinal, cancellation);
        foreach (var field in dossiers.SelectMany(dossier => dossier.Fields).SelectMany(WithRows).Where(IsAnswer))
        {
            var key = FieldMapping.KeyOf(field);
            if (!known.TryGetValue(key, out var mapping))
            {
                known[key] = mapping = new FieldMapping
                {
                    EditionId = editionId,
                    Key = key,
                    Label = field.Label,
                    Target = FieldMap.Guess(field.Label),
                };
                writing.Context.FieldMappings.Add(mapping);
                writing.TouchAdded(Subject.FieldMapping, () => mapping.Id);
            }
            else if (mapping.Label != field.Label)
            {
                mapping.Label = field.Label;
            }
        }

        return new FieldMap(known.Values);
    }

    private static bool IsAnswer(DossierField field) => field.Kind != FieldKind.Heading;

    private static IEnumerable<DossierField> WithRows(DossierField field) =>
        field.Rows.IsDefaultOrEmpty ? [field] : field.Rows.SelectMany(row => row).Prepend(field);
}
