using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace AmiDashboard.Spreadsheets;

/// <summary>
/// Workbooks written part by part, well formed or not: a cell is a string, a number, a date (a number with a style), a
/// bool, or <see cref="Raw"/> XML.
/// </summary>
internal static class SampleWorkbook
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public sealed record Raw(string Xml);

    public static MemoryStream Of(params (string Name, object?[][] Rows)[] sheets) =>
        Zip([
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            ("xl/workbook.xml", Workbook([.. sheets.Select(sheet => sheet.Name)])),
            ("xl/_rels/workbook.xml.rels", Relations(sheets.Length)),
            (
                "xl/styles.xml",
                $"<styleSheet {Main}><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>"
            ),
            (
                "xl/sharedStrings.xml",
                $"<sst {Main}><si><t>partagé</t></si><si><r><t>en </t></r><r><t>deux</t></r></si></sst>"
            ),
            .. sheets.Select((sheet, i) => ($"xl/worksheets/sheet{i + 1}.xml", Worksheet(sheet.Rows))),
        ]);

    /// <summary>A workbook of one sheet whose XML is given.</summary>
    public static MemoryStream OfXml(string worksheet, string? styles = null) =>
        Zip([
            ("xl/workbook.xml", Workbook(["Dossiers"])),
            ("xl/_rels/workbook.xml.rels", Relations(1)),
            ("xl/styles.xml", styles ?? "<styleSheet/>"),
            ("xl/worksheets/sheet1.xml", worksheet),
        ]);

    public static MemoryStream Zip(params IEnumerable<(string Name, string Content)> parts)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write(content);
            }
        }

        file.Position = 0;
        return file;
    }

    public static string Worksheet(IEnumerable<object?[]> rows)
    {
        var xml = new StringBuilder($"<worksheet {Main}><sheetData>");
        foreach (var (row, number) in rows.Select((row, i) => (row, i + 1)))
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
            foreach (var cell in row)
            {
                xml.Append(Cell(cell));
            }

            xml.Append("</row>");
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static string Cell(object? cell) =>
        cell switch
        {
            null => "<c/>",
            string text => $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>",
            bool flag => $"<c t=\"b\"><v>{(flag ? 1 : 0)}</v></c>",
            DateTime day => string.Create(CultureInfo.InvariantCulture, $"<c s=\"1\"><v>{day.ToOADate():R}</v></c>"),
            Raw raw => raw.Xml,
            IFormattable number => $"<c><v>{number.ToString(null, CultureInfo.InvariantCulture)}</v></c>",
            _ => throw new ArgumentOutOfRangeException(nameof(cell)),
        };

    private static string Workbook(string[] names) =>
        $"<workbook {Main} xmlns:r=\"{Office}\"><sheets>"
        + string.Concat(
            names.Select(
                (name, i) => $"<sheet name=\"{SecurityElement.Escape(name)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"
            )
        )
        + "</sheets></workbook>";

    private static string Relations(int count) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(
            Enumerable
                .Range(1, count)
                .Select(i =>
                    $"<Relationship Id=\"rId{i}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"
                )
        )
        + "</Relationships>";
}
