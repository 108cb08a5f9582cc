using System.Collections.Immutable;

namespace AmiDashboard.Core.Applications;

/// <summary>
/// What each question of one edition's form means, found by descriptor, else by folded label (exports have no
/// descriptor, and a form may be copied with new ones).
/// </summary>
public sealed class FieldMap
{
    private readonly Dictionary<string, FieldTarget> byKey;
    private readonly Dictionary<string, FieldTarget> byLabel;

    public FieldMap(IEnumerable<FieldMapping> mappings)
    {
        var all = mappings.ToImmutableArray();
        byKey = all.ToDictionary(mapping => mapping.Key, mapping => mapping.Target, StringComparer.Ordinal);
        byLabel = all.GroupBy(mapping => FoldedText.Fold(mapping.Label), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Last().Target, StringComparer.Ordinal);
    }

    /// <summary>What a question means; guessed by its label where nothing is recorded yet.</summary>
    public FieldTarget TargetOf(DossierField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return byKey.TryGetValue(FieldMapping.NarrowKeyOf(field), out var target) ? target
            : byKey.TryGetValue(FieldMapping.KeyOf(field), out target) ? target
            : byLabel.TryGetValue(FoldedText.Fold(field.Label), out target) ? target
            : Guess(field.Label);
    }

    /// <summary>First guess of what a question means, by words of its label; <see cref="FieldTarget.None"/> where unsure.</summary>
    public static FieldTarget Guess(string label)
    {
        var folded = FoldedText.Fold(label);
        return Guesses
            .FirstOrDefault(guess => guess.Words.All(word => folded.Contains(word, StringComparison.Ordinal)))
            .Target;
    }

    private static readonly (string[] Words, FieldTarget Target)[] Guesses =
    [
        (["titre", "projet"], FieldTarget.Title),
        (["intitule", "projet"], FieldTarget.Title),
        (["ministere"], FieldTarget.Ministry),
        (["resume"], FieldTarget.Summary),
        (["technique", "ia"], FieldTarget.Techniques),
        (["utilisateurs"], FieldTarget.Audiences),
        (["benefices"], FieldTarget.Benefits),
        (["equipe"], FieldTarget.Team),
        (["donnees", "accessibles"], FieldTarget.DataAccessible),
        (["risques", "ethiques"], FieldTarget.EthicalRisks),
        (["budget"], FieldTarget.Requested),
        (["montant", "demande"], FieldTarget.Requested),
        (["demarrage"], FieldTarget.WishedStart),
        (["quotite"], FieldTarget.TeamShare),
        (["fonction"], FieldTarget.TeamRole),
        (["nom"], FieldTarget.TeamName),
    ];
}
