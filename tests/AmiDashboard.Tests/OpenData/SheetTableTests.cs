using System.Globalization;
using System.Text;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Exchange.OpenData;
using AmiDashboard.Exchange.Spreadsheets;
using AmiDashboard.Prototypes;
using AmiDashboard.Storage.Prototypes;
using CsvHelper;
using CsvHelper.Configuration;

namespace AmiDashboard.OpenData;

public sealed class SheetTableTests
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Late in the evening of UTC: the next day in Paris.</summary>
    private static readonly DateTime At = new(2026, 11, 30, 23, 30, 0, DateTimeKind.Utc);

    [Fact]
    public async Task The_columns_keep_their_names_and_days_are_written_as_programs_read_them()
    {
        var rows = await RowsAsync(SheetTable.Of([Published(SampleSheet.Full)], English));

        Assert.Equal(
            "numero;edition;titre;statut;date_debut;date_fin;administration;porteurs;domaine_ia;politique_publique;"
                + "code_source;type_metier;contexte;benefices_politique;benefices_usagers;benefices_agents;demarche;"
                + "resultats;date_publication;licence",
            string.Join(';', rows[0])
        );
        Assert.Equal(
            [
                "200040",
                "2",
                "Lire les titres de séjour abîmés",
                "en_cours",
                "2026-06-08",
                "2027-04-08",
                "Office fictif de l’accueil",
                "Un responsable métier, un data scientist",
                "Vision par ordinateur",
                "Accueil",
                "https://code.example.invalid/titres",
                "Instruction de dossiers",
                "Des titres abîmés sont relus à la main.",
                "Des délais tenus.",
                "Moins d’attente.",
                "Moins de saisie.",
                "Des images annotées par les agents.\nUn modèle mesuré.",
                "Un prototype essayé.",
                "2026-12-01",
                "Licence Ouverte 2.0",
            ],
            rows[1]
        );
    }

    [Fact]
    public async Task What_is_not_said_is_empty_and_a_text_is_never_a_formula()
    {
        var rows = await RowsAsync(SheetTable.Of([Published(SampleSheet.Bare with { Context = "=1+1" })], French));

        Assert.Equal("arrete", rows[1][3]);
        Assert.Equal("", rows[1][4]);
        Assert.Equal("'=1+1", rows[1][12]);
    }

    [Fact]
    public async Task Every_column_has_a_meaning_in_the_dictionary_in_both_languages()
    {
        var columns = (await RowsAsync(SheetTable.Of([], French)))[0];
        foreach (var culture in new[] { French, English })
        {
            var dictionary = await RowsAsync(SheetTable.Dictionary(culture));
            Assert.Equal(["colonne", "type", "signification"], dictionary[0]);
            Assert.Equal(columns, dictionary.Skip(1).Select(row => row[0]));
            Assert.All(dictionary.Skip(1), row => Assert.All(row, Assert.NotEmpty));
        }
    }

    [Theory]
    [InlineData(SheetStatus.UnderWay, "en_cours")]
    [InlineData(SheetStatus.Finished, "termine")]
    [InlineData(SheetStatus.InUse, "en_service")]
    [InlineData(SheetStatus.Stopped, "arrete")]
    public async Task The_words_of_the_status_stay(SheetStatus status, string word) =>
        Assert.Equal(
            word,
            (await RowsAsync(SheetTable.Of([Published(SampleSheet.Bare with { Status = status })], French)))[1][3]
        );

    private static PublishedSheet Published(SheetText text) => new(2, 200040, text, At);

    private static async Task<List<string[]>> RowsAsync(Sheet sheet)
    {
        using var stream = new MemoryStream();
        await SpreadsheetWriter.WriteCsvAsync(stream, sheet, TestContext.Current.CancellationToken);
        Assert.Equal(Encoding.UTF8.GetPreamble(), stream.ToArray().Take(3));
        stream.Position = 0;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        using var csv = new CsvParser(reader, new CsvConfiguration(French) { Delimiter = ";" });
        var rows = new List<string[]>();
        while (await csv.ReadAsync())
        {
            rows.Add(csv.Record!);
        }

        return rows;
    }
}
