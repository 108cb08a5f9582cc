using System.Globalization;
using System.Text;

namespace AmiDashboard.Exchange.Spreadsheets;

/// <summary>Cell styles, in the order that <see cref="XlsxParts"/> declares them.</summary>
internal enum XlsxStyle
{
    Plain,
    Header,
    Text,
    Whole,
    Number,
    Money,
    Date,
    Instant,
    WholeTotal,
    NumberTotal,
    MoneyTotal,
    Percent,
    PercentTotal,
}

/// <summary>The fixed parts of an XLSX of one sheet (ECMA-376, part 1).</summary>
internal static class XlsxParts
{
    public const string Worksheet = "xl/worksheets/sheet1.xml";

    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private const int LongestSheetName = 31;

    public static IEnumerable<(string Name, string Content)> Around(string sheetName)
    {
        var name = new StringBuilder();
        XlsxText.Append(name, SheetName(sheetName));
        yield return (
            "[Content_Types].xml",
            $"""
            {Head}<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/{Worksheet}" ContentType="{Types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/></Types>
            """
        );
        yield return (
            "_rels/.rels",
            $"""
            {Head}<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """
        );
        yield return (
            "xl/workbook.xml",
            $"""
            {Head}<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>
            """
        );
        yield return (
            "xl/_rels/workbook.xml.rels",
            $"""
            {Head}<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/></Relationships>
            """
        );
        yield return ("xl/styles.xml", Styles);
    }

    /// <summary>Number formats 1, 4 and 49 are the format's own « 0 », « #,##0.00 » and text.</summary>
    private static string Styles =>
        $"""
            {Head}<styleSheet xmlns="{Main}"><numFmts count="5"><numFmt numFmtId="164" formatCode="#,##0.00\ &quot;€&quot;"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/><numFmt numFmtId="166" formatCode="dd/mm/yyyy\ hh:mm"/><numFmt numFmtId="167" formatCode="#,##0.######"/><numFmt numFmtId="168" formatCode="0.0\ %"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="13">{Style(
                0
            )}{Style(49, true)}{Style(49)}{Style(1)}{Style(167)}{Style(164)}{Style(165)}{Style(166)}{Style(
                1,
                true
            )}{Style(167, true)}{Style(164, true)}{Style(168)}{Style(168, true)}</cellXfs></styleSheet>
            """;

    private static string Style(int format, bool isBold = false) =>
        $"""<xf numFmtId="{format}" fontId="{(isBold ? 1 : 0)}" applyNumberFormat="1" applyFont="1"/>""";

    /// <summary>Everything of a worksheet that comes before its rows: the frozen header, the widths.</summary>
    public static string WorksheetHead(IReadOnlyList<Column> columns)
    {
        var head = new StringBuilder(
            $"""{Head}<worksheet xmlns="{Main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>"""
        );
        if (columns.Count > 0)
        {
            head.Append("<cols>");
            for (var i = 1; i <= columns.Count; i++)
            {
                head.Append(
                    CultureInfo.InvariantCulture,
                    $"""<col min="{i}" max="{i}" width="{Width(columns[i - 1])}" customWidth="1"/>"""
                );
            }

            head.Append("</cols>");
        }

        return head.Append("<sheetData>").ToString();
    }

    private static double Width(Column column) =>
        column.Width
        ?? column.Kind switch
        {
            CellKind.Text => Math.Clamp(column.Title.Length + 2, 24, 60),
            CellKind.Instant => Math.Max(column.Title.Length + 2, 18),
            _ => Math.Clamp(column.Title.Length + 2, 14, 40),
        };

    /// <summary>A, B, … Z, AA, …: the column's letters, from 0.</summary>
    public static string ColumnName(int column)
    {
        var name = "";
        for (var left = column + 1; left > 0; left = (left - 1) / 26)
        {
            name = (char)('A' + ((left - 1) % 26)) + name;
        }

        return name;
    }

    /// <summary>A name that Excel takes: 31 characters, none of <c>[]:*?/\</c>, no apostrophe at an end.</summary>
    private static string SheetName(string name)
    {
        var kept = string.Concat(
                name.Select(c => "[]:*?/\\".Contains(c, StringComparison.Ordinal) || c < ' ' ? ' ' : c)
            )
            .Trim()
            .Trim('\'');
        kept = kept.Length > LongestSheetName ? kept[..LongestSheetName].TrimEnd().TrimEnd('\'') : kept;
        return kept.Length == 0 ? "1" : kept;
    }
}
