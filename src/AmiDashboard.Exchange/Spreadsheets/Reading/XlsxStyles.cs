using System.Globalization;
using System.Xml;

namespace AmiDashboard.Exchange.Spreadsheets.Reading;

/// <summary>Which cell styles show a date: a worksheet keeps dates as numbers.</summary>
internal sealed class XlsxStyles
{
    public static readonly XlsxStyles None = new([]);

    private readonly bool[] isDate;

    private XlsxStyles(bool[] isDate) => this.isDate = isDate;

    public bool IsDate(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < isDate.Length
        && isDate[index];

    public static XlsxStyles Read(XmlReader xml)
    {
        const int Most = 65_536;
        var formats = new Dictionary<string, bool>(StringComparer.Ordinal);
        var styles = new List<bool>();
        var isInCells = false;
        while (xml.ReadGuarded())
        {
            if (xml.LocalName == "cellXfs")
            {
                isInCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "numFmt" } && formats.Count < Most)
            {
                formats[xml.GetAttribute("numFmtId") ?? ""] = ShowsDate(xml.GetAttribute("formatCode") ?? "");
            }
            else if (isInCells && xml is { NodeType: XmlNodeType.Element, LocalName: "xf" } && styles.Count < Most)
            {
                var format = xml.GetAttribute("numFmtId") ?? "";
                styles.Add(formats.TryGetValue(format, out var date) ? date : IsBuiltInDate(format));
            }
        }

        return new XlsxStyles([.. styles]);
    }

    /// <summary>ECMA-376 part 1, 18.8.30: the formats that every reader knows.</summary>
    private static bool IsBuiltInDate(string format) =>
        int.TryParse(format, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    /// <summary>A format that names days, months, years, hours or seconds outside quotes and brackets.</summary>
    private static bool ShowsDate(string format)
    {
        var (isQuoted, isBracketed) = (false, false);
        for (var i = 0; i < format.Length; i++)
        {
            switch (format[i])
            {
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case '[':
                    isBracketed = true;
                    break;
                case ']':
                    isBracketed = false;
                    break;
                case 'd' or 'D' or 'm' or 'M' or 'y' or 'Y' or 'h' or 'H' or 's' or 'S' when !isQuoted && !isBracketed:
                    return true;
            }
        }

        return false;
    }
}
