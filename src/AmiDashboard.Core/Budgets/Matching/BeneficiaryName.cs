using System.Text;

namespace AmiDashboard.Core.Budgets.Matching;

/// <summary>
/// A name by its words, without case, accents, punctuation and little words. Two are alike where they have the same words,
/// or where all the words of one, at least two, are in the other: « CHU de Lille » and « C.H.U. Lille » are not, « Hôpital
/// de Lille » and « HOPITAL DE LILLE (59) » are.
/// </summary>
internal sealed class BeneficiaryName
{
    private static readonly HashSet<string> LittleWords =
    [
        "a",
        "au",
        "aux",
        "d",
        "de",
        "des",
        "du",
        "et",
        "l",
        "la",
        "le",
        "les",
    ];

    private readonly HashSet<string> words;

    public BeneficiaryName(string? name) =>
        words = [
            .. Spelled(name)
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(word => !LittleWords.Contains(word)),
        ];

    public bool IsEmpty => words.Count == 0;

    public bool IsLike(BeneficiaryName other)
    {
        var (small, large) = words.Count <= other.words.Count ? (words, other.words) : (other.words, words);
        return small.Count > 0 && small.IsSubsetOf(large) && (small.Count >= 2 || large.Count == 1);
    }

    private static string Spelled(string? name)
    {
        var spelled = new StringBuilder();
        foreach (var c in FoldedText.Fold(name))
        {
            spelled.Append(char.IsLetterOrDigit(c) ? c : ' ');
        }

        return spelled.ToString();
    }
}
