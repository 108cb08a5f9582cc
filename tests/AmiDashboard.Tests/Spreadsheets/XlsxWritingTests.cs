using System.IO.Compression;
using System.Xml.Linq;
using AmiDashboard.Core;
using AmiDashboard.Exchange.Spreadsheets;
using MiniExcelLibs;

namespace AmiDashboard.Spreadsheets;

public sealed class XlsxWritingTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public async Task Another_library_reads_real_numbers_dates_and_texts()
    {
        var xlsx = await Sheets.XlsxAsync(new Sheet("Candidatures", Sheets.EveryKind, [Sheets.Row]));

        var row = Assert.Single(Read(xlsx));

        Assert.Equal("Projet « A »", row["Titre"]);
        Assert.Equal(12d, row["Dossiers"]);
        Assert.Equal(0.125d, row["Part"]);
        Assert.Equal(120_000.05d, row["Montant demandé"]);
        Assert.Equal(new DateTime(2018, 12, 1), row["Démarrage"]);
        Assert.Equal(
            new DateTime(2018, 9, 14, 15, 32, 10),
            Assert.IsType<DateTime>(row["Déposé le"]),
            TimeSpan.FromMilliseconds(1)
        );
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.invalid\")")]
    [InlineData("<script>alert(1)</script> & co")]
    [InlineData("  marge, puis\nune autre ligne\tet fin  ")]
    [InlineData("émoji 🦉, _x0041_ écrit tel quel, cloche \u0007")]
    public async Task Text_comes_back_as_it_was_and_is_never_a_formula(string text)
    {
        var xlsx = await Sheets.XlsxAsync(Sheets.OfTexts(text));

        Assert.Empty(Part(xlsx, XlsxParts.Worksheet).Descendants(Main + "f"));
        var cell = Part(xlsx, XlsxParts.Worksheet).Descendants(Main + "c").Last();
        Assert.Equal("inlineStr", cell.Attribute("t")!.Value);
        Assert.Equal(text, XlsxText.Unescape(cell.Value));
    }

    [Fact]
    public async Task A_lone_surrogate_or_a_text_too_long_for_a_cell_still_gives_a_sound_file()
    {
        var xlsx = await Sheets.XlsxAsync(Sheets.OfTexts("a\uD800b", new string('x', 40_000)));

        var cells = Part(xlsx, XlsxParts.Worksheet).Descendants(Main + "t").Select(t => t.Value).ToArray();
        Assert.Equal("a\uFFFDb", cells[1]);
        Assert.Equal(XlsxText.Longest, cells[2].Length);
        Assert.EndsWith("…", cells[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Totals_are_sums_of_their_column_with_their_value()
    {
        var xlsx = await Sheets.XlsxAsync(
            new Sheet("T", Sheets.EveryKind, [Sheets.Row, Sheets.Row, new object?[6]]) { TotalTitle = "Total" }
        );

        var last = Part(xlsx, XlsxParts.Worksheet).Descendants(Main + "row").Last().Elements().ToArray();
        Assert.Equal("Total", last[0].Value);
        Assert.Equal(("B5", "SUM(B2:B4)", "24"), Formula(last[1]));
        Assert.Equal(("D5", "SUM(D2:D4)", "240000.1"), Formula(last[2]));
    }

    [Fact]
    public async Task A_share_is_a_real_number_that_is_shown_as_a_percentage()
    {
        var xlsx = await Sheets.XlsxAsync(
            new Sheet(
                "T",
                [new Column(CellKind.Percent, "Part")],
                [
                    [0.125m],
                ]
            )
        );

        var style = int.Parse(Part(xlsx, XlsxParts.Worksheet).Descendants(Main + "c").Last().Attribute("s")!.Value);
        var formats = Part(xlsx, "xl/styles.xml");
        var format = formats.Descendants(Main + "cellXfs").Single().Elements().ElementAt(style).Attribute("numFmtId")!;
        Assert.Equal(0.125d, Assert.Single(Read(xlsx))["Part"]);
        Assert.Contains(
            "%",
            formats
                .Descendants(Main + "numFmt")
                .Single(one => one.Attribute("numFmtId")!.Value == format.Value)
                .Attribute("formatCode")!
                .Value,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_header_stays_in_sight_and_columns_have_a_width()
    {
        var worksheet = Part(
            await Sheets.XlsxAsync(new Sheet("T", Sheets.EveryKind, [Sheets.Row])),
            XlsxParts.Worksheet
        );

        Assert.Equal("frozen", worksheet.Descendants(Main + "pane").Single().Attribute("state")!.Value);
        Assert.Equal(6, worksheet.Descendants(Main + "col").Count());
    }

    [Fact]
    public async Task A_sheet_name_that_excel_refuses_is_mended()
    {
        var workbook = Part(
            await Sheets.XlsxAsync(
                Sheets.OfTexts() with
                {
                    Name = "'Budget [2018]: prévu/réel, une ligne par projet'",
                }
            ),
            "xl/workbook.xml"
        );

        var name = workbook.Descendants(Main + "sheet").Single().Attribute("name")!.Value;
        Assert.Equal("Budget  2018   prévu réel, une", name);
    }

    [Fact]
    public async Task A_day_before_excel_can_count_is_text()
    {
        var sheet = new Sheet(
            "T",
            [new Column(CellKind.Date, "Jour")],
            [
                [new DateOnly(1789, 7, 14)],
            ]
        );

        Assert.Equal("1789-07-14", Assert.Single(Read(await Sheets.XlsxAsync(sheet)))["Jour"]);
    }

    [Fact]
    public async Task An_empty_table_is_a_header()
    {
        Assert.Empty(Read(await Sheets.XlsxAsync(new Sheet("T", Sheets.EveryKind, []) { TotalTitle = "Total" })));
    }

    [Fact]
    public async Task A_response_is_written_without_a_synchronous_call_nor_a_seek()
    {
        await using var response = new ResponseStream();
        await SpreadsheetWriter.WriteXlsxAsync(
            response,
            new Sheet("T", Sheets.EveryKind, Enumerable.Repeat(Sheets.Row, 5_000))
        );

        Assert.True(response.Written > 20_000);
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    [InlineData(16_383, "XFD")]
    public void Columns_are_named_as_excel_names_them(int column, string name) =>
        Assert.Equal(name, XlsxParts.ColumnName(column));

    private static (string?, string?, string?) Formula(XElement cell) =>
        (cell.Attribute("r")?.Value, cell.Element(Main + "f")?.Value, cell.Element(Main + "v")?.Value);

    private static List<IDictionary<string, object>> Read(byte[] xlsx) =>
        [.. new MemoryStream(xlsx).Query(useHeaderRow: true).Cast<IDictionary<string, object>>()];

    private static XDocument Part(byte[] xlsx, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(xlsx));
        using var part = archive.GetEntry(name)!.Open();
        return XDocument.Load(part, LoadOptions.PreserveWhitespace);
    }
}
