using System.Globalization;
using System.IO.Compression;
using System.Resources;
using System.Text;
using System.Xml.Linq;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Exchange.Sgpi;
using AmiDashboard.Exchange.Spreadsheets;
using AmiDashboard.Spreadsheets;

namespace AmiDashboard.Sgpi;

public sealed class SgpiSheetTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly DateOnly From = new(2019, 1, 1);
    private static readonly DateOnly To = new(2019, 3, 31);

    private static readonly SgpiRow First = new(
        "Transition numérique de l’État",
        1001,
        "Projet A",
        "Hôpital public",
        "Ministère fictif",
        Requested: new Money(250_000_00),
        Granted: new Money(120_000_00),
        new DateOnly(2018, 11, 21),
        Contracted: new Money(120_000_00),
        new DateOnly(2019, 1, 15),
        Paid: new Money(36_000_05),
        PaidInPeriod: new Money(36_000_05),
        PlannedThisYear: new Money(84_000_00),
        PlannedNextYear: new Money(36_000_00),
        CoFinancing: new Money(10_000_00),
        "SOLEIL",
        "=avance; « payée »"
    );

    private static readonly SgpiRow Second = new(
        Action: null,
        1002,
        "Projet B",
        Beneficiary: null,
        Ministry: null,
        Requested: null,
        Granted: new Money(80_000_00),
        GrantedOn: null,
        Contracted: Money.Zero,
        ContractedOn: null,
        Paid: Money.Zero,
        PaidInPeriod: Money.Zero,
        PlannedThisYear: Money.Zero,
        PlannedNextYear: Money.Zero,
        CoFinancing: null,
        Weather: null,
        Comment: null
    );

    private static Sheet Table(params SgpiRow[] rows) => SgpiSheet.Of(rows, To, new Period(From, To));

    [Fact]
    public void Its_columns_are_those_that_SGPI_asks_for_in_their_order() =>
        Assert.Equal(
            [
                "Action",
                "N° de dossier",
                "Projet",
                "Bénéficiaire",
                "Ministère",
                "Montant demandé",
                "Montant attribué",
                "Attribué le",
                "Montant contractualisé",
                "Contractualisé le",
                "Décaissé au 31/03/2019",
                "Décaissé du 01/01/2019 au 31/03/2019",
                "Décaissement prévu en 2019",
                "Décaissement prévu en 2020",
                "Reste à décaisser",
                "Cofinancement",
                "% décaissé de l’attribué",
                "Météo",
                "Commentaire",
            ],
            TitlesIn("fr-FR")
        );

    [Fact]
    public void An_English_reader_gets_English_titles() =>
        Assert.Contains("Paid from 01/01/2019 to 31/03/2019", TitlesIn("en-GB"));

    [Fact]
    public async Task Another_program_reads_the_same_figures_and_the_same_totals()
    {
        var rows = await OtherProgram.ReadAsync(await Sheets.XlsxAsync(Table(First, Second)));

        Assert.Equal(4, rows.Count);
        Assert.Equal(["SOLEIL", "=avance; « payée »"], rows[1][17..19]);
        Assert.Equal(["21/11/2018", "15/01/2019"], [rows[1][7], rows[1][9]]);
        Assert.Equal(
            [250_000m, 120_000m, 120_000m, 36_000.05m, 36_000.05m, 84_000m, 36_000m, 83_999.95m, 10_000m, 0.3m],
            Figures(rows[1])
        );
        Assert.Equal([null, 80_000m, 0m, 0m, 0m, 0m, 0m, 0m, null, 0m], Figures(rows[2]));
        Assert.Equal(
            [250_000m, 200_000m, 120_000m, 36_000.05m, 36_000.05m, 84_000m, 36_000m, 83_999.95m, 10_000m, 0.18m],
            Figures(rows[3])
        );
    }

    [Fact]
    public async Task Totals_are_formulas_and_that_of_the_shares_is_paid_over_granted()
    {
        var last = (await CellsAsync(Table(First, Second)))[^1];

        Assert.Equal("SUM(G2:G3)", last["G4"].Element(Main + "f")!.Value);
        Assert.Equal("SUM(K2:K3)", last["K4"].Element(Main + "f")!.Value);
        Assert.Equal("IF(G4=0,\"\",K4/G4)", last["Q4"].Element(Main + "f")!.Value);
        Assert.Equal(
            36_000.05m / 200_000m,
            decimal.Parse(last["Q4"].Element(Main + "v")!.Value, CultureInfo.InvariantCulture)
        );
        Assert.DoesNotContain("B4", last.Keys);
    }

    [Fact]
    public async Task Where_nothing_is_granted_the_total_of_the_shares_is_empty()
    {
        var last = (await CellsAsync(Table(Second with { Granted = Money.Zero })))[^1];

        Assert.Equal(("str", ""), (last["Q3"].Attribute("t")?.Value, last["Q3"].Element(Main + "v")?.Value));
    }

    [Fact]
    public async Task A_csv_opens_right_in_a_french_excel_and_has_no_totals()
    {
        var csv = await Sheets.CsvAsync(Table(First, Second));

        Assert.Equal(Encoding.UTF8.GetPreamble(), csv[..3]);
        var lines = Encoding.UTF8.GetString(csv[3..]).Split("\r\n");
        Assert.Equal(4, lines.Length);
        Assert.EndsWith(
            ";36000,05;36000,05;84000,00;36000,00;83999,95;10000,00;30,0000416667%;SOLEIL;\"'=avance; « payée »\"",
            lines[1],
            StringComparison.Ordinal
        );
        Assert.Equal(";1002;Projet B;;;;80000,00;;0,00;;0,00;0,00;0,00;0,00;0,00;;0%;;", lines[2]);
    }

    [Fact]
    public void Both_languages_have_the_same_titles_with_the_same_arguments() =>
        Sentences.AreInBothLanguages(new ResourceManager(typeof(SgpiSheet)));

    private static IEnumerable<string> TitlesIn(string language)
    {
        IEnumerable<string> titles = [];
        Sentences.In(
            language,
            () =>
            {
                titles = Table(First).Columns.Select(column => column.Title);
                return "";
            }
        );
        return titles;
    }

    /// <summary>Money to the cent, and the share to a tenth of a hundredth as it is shown.</summary>
    private static IEnumerable<decimal?> Figures(string[] row) =>
        new[] { 5, 6, 8, 10, 11, 12, 13, 14, 15, 16 }.Select(column =>
            OtherProgram.Number(row[column]) is { } number
                ? decimal.Round(number, column == 16 ? 3 : 2)
                : (decimal?)null
        );

    private static async Task<List<Dictionary<string, XElement>>> CellsAsync(Sheet sheet)
    {
        using var archive = new ZipArchive(new MemoryStream(await Sheets.XlsxAsync(sheet)));
        await using var part = archive.GetEntry(XlsxParts.Worksheet)!.Open();
        return
        [
            .. XDocument
                .Load(part)
                .Descendants(Main + "row")
                .Select(row => row.Elements().ToDictionary(cell => cell.Attribute("r")!.Value)),
        ];
    }
}
