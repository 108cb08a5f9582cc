using System.Globalization;
using System.Text;

namespace AmiDashboard.Core.Budgets.Documents;

/// <summary>The name of a document as it is kept and given back.</summary>
public static class DocumentName
{
    /// <summary>Characters.</summary>
    public const int Longest = 200;

    private const int LongestEnding = 10;

    /// <summary>
    /// Without path, control and invisible characters (those that turn writing around among them), leading or trailing dots
    /// and blanks, and signs that a file system refuses; at most <see cref="Longest"/> characters, cut before its ending.
    /// Null where nothing is left of it.
    /// </summary>
    public static string? Clean(string? name)
    {
        var kept = new StringBuilder();
        foreach (var rune in LastPart(name ?? "").EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                kept.Append(' ');
            }
            else if (rune != Rune.ReplacementChar && !IsInvisible(rune))
            {
                kept.Append("<>:\"|?*".Contains((char)rune.Value, StringComparison.Ordinal) ? "_" : rune.ToString());
            }
        }

        var words = kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var cleaned = string.Join(' ', words).Normalize().Trim('.', ' ');
        return cleaned.Length == 0 ? null : Cut(cleaned);
    }

    /// <summary>What stands after the last dot, in lower case; empty where there is none.</summary>
    public static string EndingOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var dot = name.LastIndexOf('.');
        return dot < 0 ? "" : name[(dot + 1)..].ToLowerInvariant();
    }

    private static string LastPart(string name) => name[(name.AsSpan().LastIndexOfAny('/', '\\') + 1)..];

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;

    private static string Cut(string name)
    {
        if (name.Length <= Longest)
        {
            return name;
        }

        var ending = EndingOf(name);
        var tail = ending.Length is > 0 and <= LongestEnding ? "." + ending : "";
        var length = Longest - tail.Length;
        length -= char.IsHighSurrogate(name[length - 1]) ? 1 : 0;
        return name[..length].TrimEnd('.', ' ') + tail;
    }
}
