using System.Text;

namespace AmiDashboard.Core;

/// <summary>Text from outside without what a database or a page cannot hold: control characters and broken surrogates.</summary>
public static class PlainText
{
    /// <summary>The same text where there is nothing to leave out; line breaks and tabs stay.</summary>
    public static string? Of(string? text)
    {
        if (text is null || !text.AsSpan().ContainsAny(Suspects) && IsWellFormed(text))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // A broken surrogate is read as the replacement character, which is left out too.
            if (rune != Rune.ReplacementChar && (!Rune.IsControl(rune) || rune.Value is '\n' or '\r' or '\t'))
            {
                kept.Append(rune);
            }
        }

        return kept.ToString();
    }

    /// <summary>The same text, without broken surrogates.</summary>
    internal static string WellFormed(string text) => IsWellFormed(text) ? text : Of(text)!;

    private static readonly System.Buffers.SearchValues<char> Suspects = System.Buffers.SearchValues.Create([
        .. Enumerable.Range(0, 32).Concat(Enumerable.Range(127, 33)).Select(code => (char)code).Except("\n\r\t"),
        '\ufffd',
    ]);

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
