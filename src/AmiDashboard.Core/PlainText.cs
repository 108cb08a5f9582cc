using System.Text;

namespace AmiDashboard.Core;

/// <summary>
/// Text from outside without what a database or a page cannot hold: control characters and broken surrogates. Composed
/// (Unicode's form C): « é » and « e » with an accent after it are one letter, and one category.
/// </summary>
public static class PlainText
{
    /// <summary>Never a character in any text: a byte order mark read the wrong way round, which cannot be composed.</summary>
    private const char NoCharacter = '\ufffe';

    /// <summary>The same text where there is nothing to leave out; line breaks and tabs stay.</summary>
    public static string? Of(string? text)
    {
        if (text is null || !text.AsSpan().ContainsAny(Suspects) && IsWellFormed(text))
        {
            return text is null ? null : Composed(text);
        }

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // A broken surrogate is read as the replacement character, which is left out too.
            if (
                rune != Rune.ReplacementChar
                && rune.Value != NoCharacter
                && (!Rune.IsControl(rune) || rune.Value is '\n' or '\r' or '\t')
            )
            {
                kept.Append(rune);
            }
        }

        return Composed(kept.ToString());
    }

    /// <summary>The same text, without broken surrogates.</summary>
    internal static string WellFormed(string text) => IsWellFormed(text) ? text : Of(text)!;

    private static readonly System.Buffers.SearchValues<char> Suspects = System.Buffers.SearchValues.Create([
        .. Enumerable.Range(0, 32).Concat(Enumerable.Range(127, 33)).Select(code => (char)code).Except("\n\r\t"),
        '\ufffd',
        NoCharacter,
    ]);

    private static string Composed(string text) => Ascii.IsValid(text) || text.IsNormalized() ? text : text.Normalize();

    private static bool IsWellFormed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
        {
            return true;
        }

        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
            {
                return false;
            }
        }

        return true;
    }
}
