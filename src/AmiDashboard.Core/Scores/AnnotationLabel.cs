using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AmiDashboard.Core.Scores;

/// <summary>What the label of a private note says: of which criterion it is, and on what scale (« Note /20 — Pertinence »).</summary>
internal sealed partial class AnnotationLabel
{
    /// <summary>Words that forms put around any criterion, or that any criterion may hold: they tell none apart.</summary>
    private static readonly ImmutableHashSet<string> Common =
    [
        "annotation",
        "appreciation",
        "au",
        "aux",
        "avis",
        "bareme",
        "candidature",
        "commentaire",
        "critere",
        "d",
        "dan",
        "de",
        "des",
        "dossier",
        "du",
        "en",
        "et",
        "evaluation",
        "expert",
        "instructeur",
        "jury",
        "l",
        "la",
        "le",
        "les",
        "note",
        "ou",
        "par",
        "point",
        "pour",
        "projet",
        "score",
        "sur",
        "un",
        "une",
    ];

    private readonly ImmutableHashSet<string> words;
    private readonly string folded;

    private AnnotationLabel(string folded, ImmutableHashSet<string> words, decimal? most) =>
        (this.folded, this.words, Most) = (folded, words, most);

    /// <summary>The most points that the label names; null where it names none.</summary>
    public decimal? Most { get; }

    public static AnnotationLabel Of(string label)
    {
        var plain = FoldedText.Fold(label);
        var scale = Slashed().Match(plain) is { Success: true } slashed ? slashed : Spelt().Match(plain);
        var most = scale.Success
            ? decimal.Parse(scale.Groups["most"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;
        var rest = scale.Success ? plain.Remove(scale.Index, scale.Length) : plain;
        return new(rest.Trim(), WordsOf(rest), most > 0 ? most : null);
    }

    /// <summary>
    /// Criteria that the label speaks of as well as any other does: one where it is clear, several where it is not, none
    /// where more than half of its words are of no criterion.
    /// </summary>
    public ImmutableArray<Criterion> Closest(IEnumerable<Criterion> criteria)
    {
        var near = criteria
            .Select(criterion => (Criterion: criterion, Closeness: ClosenessTo(criterion)))
            .Where(one => one.Closeness is not null)
            .ToList();
        var best = near.Max(one => one.Closeness);
        return [.. near.Where(one => one.Closeness == best).Select(one => one.Criterion)];
    }

    /// <summary>
    /// First whether it is the criterion's very name, then how many words they share, then how many of them are in its
    /// short name; null for a stranger.
    /// </summary>
    private (bool IsName, int Shared, int OfShortName)? ClosenessTo(Criterion criterion)
    {
        var shortName = WordsOf(FoldedText.Fold(criterion.ShortName));
        var shared = words.Intersect(shortName.Union(WordsOf(FoldedText.Fold(criterion.Label)))).Count;
        var isName =
            folded == FoldedText.Fold(criterion.ShortName)
            || folded == FoldedText.Fold(criterion.Label)
            || (words.Count > 0 && words.SetEquals(shortName));
        return isName || (shared > 0 && shared * 2 >= words.Count)
            ? (isName, shared, words.Intersect(shortName).Count)
            : null;
    }

    /// <summary>Without the mark of the plural: « risque éthique » is « risques éthiques ».</summary>
    private static ImmutableHashSet<string> WordsOf(string folded) =>
        [
            .. Word()
                .Matches(folded)
                .Select(word => word.Value.Length > 3 ? word.Value.TrimEnd('s', 'x') : word.Value)
                .Where(word => !Common.Contains(word)),
        ];

    [GeneratedRegex(@"\p{L}+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    // « 24/7 » is no scale.
    [GeneratedRegex(
        @"(?<![0-9] ?)/ ?(?<most>[0-9]{1,3})(?![0-9])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Slashed();

    // « sur 3 ans » is none either.
    [GeneratedRegex(
        @"\bsur (?<most>[0-9]{1,3})(?![0-9])(?! ?(ans?|annees?|mois|jours?|semaines?|%))",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Spelt();
}
