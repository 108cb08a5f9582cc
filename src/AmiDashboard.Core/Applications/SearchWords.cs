using System.Collections.Immutable;

namespace AmiDashboard.Core.Applications;

/// <summary>
/// Words that must all be found, whatever their case and accents. Each becomes a condition of a query, and so there are
/// at most <see cref="MostWords"/>: what a person types after that, or after <see cref="LongestText"/>, is left out.
/// Equal where the texts are.
/// </summary>
public sealed class SearchWords : IEquatable<SearchWords>
{
    public const int MostWords = 20;

    /// <summary>Characters.</summary>
    public const int LongestText = 200;

    private SearchWords(string text, string[] folded, bool isCut) =>
        (Text, Folded, IsCut) = (text, [.. folded.Take(MostWords)], isCut || folded.Length > MostWords);

    /// <summary>As it was typed, without what no text can hold.</summary>
    public string Text { get; }

    /// <summary>As <see cref="FoldedText"/> has them.</summary>
    public ImmutableArray<string> Folded { get; }

    /// <summary>Whether something that was typed is not looked for.</summary>
    public bool IsCut { get; }

    /// <summary>Null where there is nothing to look for.</summary>
    public static SearchWords? Of(string? text)
    {
        var isCut = text?.Length > LongestText;
        var kept = PlainText.Of(isCut ? text![..LongestText] : text);
        var folded = FoldedText.Fold(kept).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return folded.Length == 0 ? null : new SearchWords(kept!, folded, isCut);
    }

    public bool AreFoundIn(string folded) => Folded.All(word => folded.Contains(word, StringComparison.Ordinal));

    public override string ToString() => Text;

    public bool Equals(SearchWords? other) => other is not null && Text == other.Text;

    public override bool Equals(object? obj) => Equals(obj as SearchWords);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
