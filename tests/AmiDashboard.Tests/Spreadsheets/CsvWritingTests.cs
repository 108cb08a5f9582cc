using System.Globalization;
using System.Text;
using AmiDashboard.Core;
using AmiDashboard.Exchange.Spreadsheets;
using CsCheck;
using CsvHelper;
using CsvHelper.Configuration;

namespace AmiDashboard.Spreadsheets;

public sealed class CsvWritingTests
{
    [Fact]
    public async Task A_table_opens_right_in_a_french_excel()
    {
        var bytes = await Sheets.CsvAsync(
            new Sheet("T", Sheets.EveryKind, [Sheets.Row, new object?[6]]) { TotalTitle = "Total" }
        );

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal(
            "Titre;Dossiers;Part;Montant demandé;Démarrage;Déposé le\r\n"
                + "Projet « A »;12;0,125;120000,05;01/12/2018;14/09/2018 15:32:10\r\n"
                + ";;;;;\r\n",
            Encoding.UTF8.GetString(bytes[3..])
        );
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+33 1 02 03 04 05")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("＝1+1")]
    public async Task Text_that_begins_like_a_formula_gets_an_apostrophe(string text)
    {
        var (header, cell) = (await ReadAsync(await Sheets.CsvAsync(Sheets.OfTexts(text)))) switch
        {
            [[var first], [var second]] => (first, second),
            var other => throw new InvalidOperationException($"{other.Count} lines"),
        };

        Assert.Equal("Texte", header);
        Assert.Equal("'" + text, cell);
    }

    [Fact]
    public async Task A_header_is_defused_like_any_text()
    {
        var csv = await Sheets.CsvAsync(new Sheet("T", [new Column(CellKind.Text, "=cmd|' /C calc'!A0")], []));

        Assert.Equal("'=cmd|' /C calc'!A0\r\n", Encoding.UTF8.GetString(csv[3..]));
    }

    [Fact]
    public async Task A_negative_amount_stays_a_number()
    {
        var sheet = new Sheet(
            "T",
            [new Column(CellKind.Money, "Reprise")],
            [
                [new Money(-120_50)],
            ]
        );

        Assert.EndsWith(
            "\r\n-120,50\r\n",
            Encoding.UTF8.GetString(await Sheets.CsvAsync(sheet)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public Task What_another_program_reads_is_what_was_written() =>
        Gen.Char["aé=;\"'\r\n, \t€-"]
            .Array[0, 12]
            .Select(characters => new string(characters))
            .Array[3]
            .Array[1, 8]
            .SampleAsync(async rows =>
            {
                var columns = Enumerable.Range(1, 3).Select(i => new Column(CellKind.Text, $"C{i}")).ToArray();
                var read = await ReadAsync(await Sheets.CsvAsync(new Sheet("T", columns, rows)));

                Assert.Equal(rows.Select(row => row.Select(Defused)), read.Skip(1));
            });

    [Fact]
    public async Task A_value_of_the_wrong_type_is_a_mistake_and_says_so()
    {
        var sheet = new Sheet(
            "T",
            [new Column(CellKind.Money, "Montant")],
            [
                [12.5],
            ]
        );

        var mistake = await Assert.ThrowsAsync<ArgumentException>(() => Sheets.CsvAsync(sheet));

        Assert.Contains("Montant", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_response_is_written_without_a_synchronous_call()
    {
        await using var response = new ResponseStream();
        await SpreadsheetWriter.WriteCsvAsync(
            response,
            new Sheet("T", Sheets.EveryKind, Enumerable.Repeat(Sheets.Row, 5_000))
        );

        Assert.True(response.Written > 300_000);
    }

    private static string Defused(string text) => text.Length > 0 && "=-\t\r\n".Contains(text[0]) ? "'" + text : text;

    private static async Task<List<string[]>> ReadAsync(byte[] csv)
    {
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = ";",
            Mode = CsvMode.RFC4180,
            IgnoreBlankLines = false,
        };
        using var reader = new StreamReader(new MemoryStream(csv), Encoding.UTF8);
        using var parser = new CsvParser(reader, settings);
        var rows = new List<string[]>();
        while (await parser.ReadAsync())
        {
            rows.Add(parser.Record!);
        }

        return rows;
    }
}
