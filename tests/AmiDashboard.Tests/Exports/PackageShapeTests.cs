using System.Buffers.Binary;
using AmiDashboard.Spreadsheets;

namespace AmiDashboard.Exports;

/// <summary>Workbooks that are right, and that some generators write otherwise than Excel does.</summary>
public sealed class PackageShapeTests
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    [Theory]
    [InlineData("xl/sharedStrings.xml", "xl/SharedStrings.xml")]
    [InlineData("xl/workbook.xml", "xl/Workbook.xml")]
    [InlineData("xl/_rels/workbook.xml.rels", "XL/_RELS/WORKBOOK.XML.RELS")]
    [InlineData("xl/worksheets/sheet1.xml", "xl/worksheets/Sheet1.xml")]
    public Task Names_of_parts_are_compared_without_their_case(string name, string written) =>
        ReadAsync(Parts().Select(part => (part.Name == name ? written : part.Name, part.Content)));

    [Fact]
    public Task Folders_may_be_parted_by_backslashes() =>
        ReadAsync(Parts().Select(part => (part.Name.Replace('/', '\\'), part.Content)));

    [Theory]
    [InlineData("xl/", "book/")]
    [InlineData("sharedStrings.xml", "words.xml")]
    [InlineData("workbook.xml", "main.xml")]
    [InlineData("worksheets/sheet1.xml", "pages/un.xml")]
    [InlineData("\"sharedStrings.xml", "\"/xl/sharedStrings.xml")]
    [InlineData("\"sharedStrings.xml", "\"../xl/./sharedStrings.xml")]
    public Task Parts_are_found_by_their_type_whatever_their_name(string usual, string other) =>
        ReadAsync(
            Parts()
                .Select(part =>
                    (
                        part.Name.Replace(usual, other, StringComparison.Ordinal),
                        part.Content.Replace(usual, other, StringComparison.Ordinal)
                    )
                )
        );

    [Fact]
    public async Task The_end_record_of_a_long_zip_is_read()
    {
        using var file = new MemoryStream(Zip64(parts: null));

        Assert.Equal("Projet", (await Reading.OkAsync(file)).Of(1001).Answer("Titre du projet").Text);
    }

    [Fact]
    public async Task The_end_record_of_a_long_zip_keeps_the_bounds()
    {
        using var file = new MemoryStream(Zip64(parts: 100_000));

        Assert.Equal("Import_Hostile", (await Reading.RefusedAsync(file)).Key);
    }

    [Fact]
    public async Task A_long_zip_without_its_end_record_is_damaged()
    {
        var bytes = Zip64(parts: null);
        bytes[^42] = 0;
        using var file = new MemoryStream(bytes);

        Assert.Equal("Import_Damaged", (await Reading.RefusedAsync(file)).Key);
    }

    [Theory]
    [InlineData("sep=;\n", ';')]
    [InlineData("SEP=;\r\n", ';')]
    [InlineData("sep=,\n", ',')]
    [InlineData("sep=\t\n", '\t')]
    public async Task A_first_line_of_Excel_that_names_the_separator_is_believed(string first, char separator)
    {
        var file = await Reading.OkAsync(
            first + SampleExport.Text(separator, [SampleExport.Titles, SampleExport.Line(1001)])
        );

        Assert.Equal([(3, 1001)], file.Dossiers.Select(one => (one.Line, one.Dossier.Number)));
    }

    private static async Task ReadAsync(IEnumerable<(string, string)> parts)
    {
        using var file = SampleWorkbook.Zip(parts);

        Assert.Equal("Projet", (await Reading.OkAsync(file)).Of(1001).Answer("Titre du projet").Text);
    }

    /// <summary>One dossier whose title is a shared text.</summary>
    private static (string Name, string Content)[] Parts()
    {
        object?[] line = [.. SampleExport.Line(1001)];
        line[4] = new SampleWorkbook.Raw("<c t=\"s\"><v>0</v></c>");
        return
        [
            ("_rels/.rels", Relations(("officeDocument", "xl/workbook.xml"))),
            (
                "xl/workbook.xml",
                $"<workbook {Main} xmlns:r=\"{Office}\"><sheets><sheet name=\"Dossiers\" sheetId=\"1\" r:id=\"worksheet\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                Relations(("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"))
            ),
            ("xl/sharedStrings.xml", $"<sst {Main}><si><t>Projet</t></si></sst>"),
            (
                "xl/worksheets/sheet1.xml",
                SampleWorkbook.Worksheet([
                    [.. SampleExport.Titles],
                    line,
                ])
            ),
        ];
    }

    private static string Relations(params (string Type, string Target)[] relations) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(
            relations.Select(one =>
                $"<Relationship Id=\"{one.Type}\" Type=\"{Office}/{one.Type}\" Target=\"{one.Target}\"/>"
            )
        )
        + "</Relationships>";

    /// <summary>The same archive, whose plain end record sends to the one of ZIP64.</summary>
    private static byte[] Zip64(long? parts)
    {
        using var file = SampleWorkbook.Zip(Parts());
        var zip = file.ToArray();
        var (head, end) = (zip[..^22], zip[^22..]);
        var count = parts ?? BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(10));
        var longer = new byte[56 + 20];
        "PK\u0006\u0006"u8.CopyTo(longer);
        BinaryPrimitives.WriteInt64LittleEndian(longer.AsSpan(4), 44);
        BinaryPrimitives.WriteInt64LittleEndian(longer.AsSpan(24), count);
        BinaryPrimitives.WriteInt64LittleEndian(longer.AsSpan(32), count);
        BinaryPrimitives.WriteInt64LittleEndian(
            longer.AsSpan(40),
            BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(12))
        );
        BinaryPrimitives.WriteInt64LittleEndian(
            longer.AsSpan(48),
            BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(16))
        );
        "PK\u0006\u0007"u8.CopyTo(longer.AsSpan(56));
        BinaryPrimitives.WriteInt64LittleEndian(longer.AsSpan(64), head.Length);
        longer[72] = 1;
        end.AsSpan(8, 12).Fill(0xFF);
        return [.. head, .. longer, .. end];
    }
}
