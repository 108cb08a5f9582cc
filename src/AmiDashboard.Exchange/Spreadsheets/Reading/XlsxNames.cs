using System.Text;
using System.Xml;
using AmiDashboard.Exchange.Spreadsheets;

namespace AmiDashboard.Exchange.Spreadsheets.Reading;

/// <summary>Small words of the XLSX format (ECMA-376), and the way its XML is walked.</summary>
internal static class XlsxNames
{
    public const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string StrictOffice = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private const int Deepest = 32;

    /// <summary>Reads on, and refuses nesting that no spreadsheet has: the parser keeps every open element in memory.</summary>
    public static bool ReadGuarded(this XmlReader xml) =>
        xml.Read() && (xml.Depth <= Deepest ? true : throw new UnreadableFileException("Import_Hostile"));

    /// <summary>The text of a shared or inline string: its runs one after the other, without phonetic help.</summary>
    public static string ReadRuns(this XmlReader xml, int longest)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var (depth, text, phonetic) = (xml.Depth, new StringBuilder(), int.MaxValue);
        while (xml.ReadGuarded() && xml.Depth > depth)
        {
            if (xml.Depth <= phonetic)
            {
                phonetic = xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" } ? xml.Depth : int.MaxValue;
            }

            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                if (phonetic == int.MaxValue && text.Length + xml.Value.Length <= longest)
                {
                    text.Append(xml.Value);
                }
                else if (phonetic == int.MaxValue)
                {
                    throw new UnreadableFileException("Import_CellTooLong", longest, 0);
                }
            }
        }

        return Clean(XlsxText.Unescape(text.ToString()));
    }

    /// <summary>Without what no database nor page can hold: U+0000 and halves of pairs.</summary>
    private static string Clean(string text)
    {
        var isClean = !text.Contains('\0', StringComparison.Ordinal);
        for (var i = 0; isClean && i < text.Length; i++)
        {
            isClean = !char.IsSurrogate(text[i]) || (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i]));
        }

        return isClean
            ? text
            : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace("\0", "", StringComparison.Ordinal);
    }

    /// <summary>Column from 0 of a reference such as « AB12 »; null where it is none.</summary>
    public static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetter(c))
            {
                break;
            }

            column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
            if (column > 100_000)
            {
                break;
            }
        }

        return column == 0 ? null : column - 1;
    }
}
