using AmiDashboard.Core;
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
        foreach (var dossier in dossiers)
        {
            var fields = dossier.Fields.SelectMany(WithRows).Where(IsAnswer).ToList();
            var labels = fields.ToLookup(FieldMapping.KeyOf, field => FoldedText.Fold(field.Label));
            foreach (var field in fields)
            {
                if (FindOrTell(known, labels, field, out var key) is not { } mapping)
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
        }

        return new FieldMap(known.Values);
    }

    /// <summary>
    /// The mapping of a question, or null and the key to note it under. A label that differs from the one noted is an
    /// edited label, unless the dossier shows the noted one as well: then one descriptor carries two questions.
    /// </summary>
    private static FieldMapping? FindOrTell(
        Dictionary<string, FieldMapping> known,
        ILookup<string, string> labels,
        DossierField field,
        out string key
    )
    {
        key = FieldMapping.NarrowKeyOf(field);
        if (known.TryGetValue(key, out var narrow))
        {
            return narrow;
        }

        var wideKey = FieldMapping.KeyOf(field);
        if (!known.TryGetValue(wideKey, out var wide))
        {
            key = wideKey;
            return null;
        }

        var noted = FoldedText.Fold(wide.Label);
        return noted != FoldedText.Fold(field.Label) && labels[wideKey].Contains(noted, StringComparer.Ordinal)
            ? null
            : wide;
    }

    private static bool IsAnswer(DossierField field) => field.Kind != FieldKind.Heading;

    private static IEnumerable<DossierField> WithRows(DossierField field) =>
        field.Rows.IsDefaultOrEmpty ? [field] : field.Rows.SelectMany(row => row).Prepend(field);
}
