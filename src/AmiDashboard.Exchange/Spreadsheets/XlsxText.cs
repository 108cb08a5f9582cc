using System.Globalization;
using System.Text;

namespace AmiDashboard.Exchange.Spreadsheets;

/// <summary>Text as a cell of an XLSX holds it: XML, with the format's own <c>_xHHHH_</c> for what XML cannot say.</summary>
internal static class XlsxText
{
    /// <summary>Characters of a cell: the format's own limit. A longer text is cut, and ends with « … ».</summary>
    public const int Longest = 32_767;

    public static void Append(StringBuilder xml, string text)
    {
        var length = text.Length <= Longest ? text.Length : Longest - 1;
        for (var i = 0; i < length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < length && char.IsLowSurrogate(text[i + 1]))
            {
                xml.Append(c).Append(text[++i]);
            }
            else if (c == '\r')
            {
                xml.Append(i + 1 < length && text[i + 1] == '\n' ? "" : "\n");
            }
            else if (c == '_' && IsEscape(text, i))
            {
                xml.Append("_x005F_");
            }
            else if (c < ' ' && c is not ('\t' or '\n'))
            {
                xml.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            }
            else
            {
                _ = c switch
                {
                    '<' => xml.Append("&lt;"),
                    '>' => xml.Append("&gt;"),
                    '&' => xml.Append("&amp;"),
                    '"' => xml.Append("&quot;"),
                    '\uFFFE' or '\uFFFF' => xml.Append('\uFFFD'),
                    _ when char.IsSurrogate(c) => xml.Append('\uFFFD'),
                    _ => xml.Append(c),
                };
            }
        }

        if (length < text.Length)
        {
            xml.Append('…');
        }
    }

    /// <summary>What <see cref="Append"/> escaped, as text again (XML's own escapes already undone).</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsEscape(text, i))
            {
                plain.Append(
                    (char)int.Parse(text.AsSpan(i + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                );
                i += 6;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }

    private static bool IsEscape(string text, int at) =>
        at + 6 < text.Length
        && text[at] == '_'
        && text[at + 1] == 'x'
        && text[at + 6] == '_'
        && char.IsAsciiHexDigit(text[at + 2])
        && char.IsAsciiHexDigit(text[at + 3])
        && char.IsAsciiHexDigit(text[at + 4])
        && char.IsAsciiHexDigit(text[at + 5]);
}
