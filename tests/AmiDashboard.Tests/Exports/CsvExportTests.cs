using System.Text;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Storage.Applications.Imports;
using CsCheck;

namespace AmiDashboard.Exports;

public sealed class CsvExportTests
{
    private static DateTime Utc(int month, int day, int hour, int minute) =>
        new(2018, month, day, hour, minute, 0, DateTimeKind.Utc);

    [Fact]
    public async Task An_export_of_the_platform_is_read_whole()
    {
        var file = await Reading.OkAsync(SampleExport.Csv);

        Assert.Equal(
            [(2, 1001), (5, 1002), (7, 1003), (9, 1006)],
            file.Dossiers.Select(one => (one.Line, one.Dossier.Number))
        );
        Assert.Empty(file.Problems);
        var dossier = file.Of(1003);
        Assert.Equal(SourceState.UnderInstruction, dossier.State);
        Assert.Equal((Utc(9, 5, 10, 15), Utc(9, 17, 8, 0)), (dossier.DepositedAt, dossier.ModifiedAt));
        Assert.Equal((Utc(9, 17, 8, 0), null), (dossier.InstructionAt, dossier.ProcessedAt));
        Assert.Equal(
            new Applicant
            {
                Siret = "13000000300010",
                Organisation = "Ministère fictif 1",
                LegalForm = "Service central d’un ministère",
                Email = "porteur1003@example.invalid",
                City = "PARIS",
                Department = "75",
            },
            dossier.Applicant
        );
        Assert.Equal(SourceState.Accepted, file.Of(1006).State);
        Assert.Equal("Dossier retenu", file.Of(1006).Motivation);
    }

    [Fact]
    public async Task The_product_understands_it_as_it_understands_the_api()
    {
        var file = await Reading.OkAsync(SampleExport.Csv);

        var reading = ApplicationReading.Of(file.Of(1003), new FieldMap([]));

        Assert.Equal("Projet fictif C — accents, « guillemets »; point-virgule", reading.Title);
        Assert.Equal("Ministère fictif 1", reading.Ministry);
        Assert.Equal(["Apprentissage supervisé", "Vision par ordinateur"], reading.Techniques);
        Assert.Equal(["Agents"], reading.Audiences);
        Assert.True(reading.DataAccessible);
        Assert.Equal(new Money(250_000_00), reading.Requested);
        Assert.Equal(new DateOnly(2018, 12, 1), reading.WishedStart);
        Assert.Equal("Résumé fictif.\nDeuxième ligne.", ApplicationReading.Of(file.Of(1001), new FieldMap([])).Summary);
        Assert.Equal("=Projet fictif F (formule)", ApplicationReading.Of(file.Of(1006), new FieldMap([])).Title);
    }

    [Fact]
    public async Task A_number_of_zero_is_unknown_and_said_once_a_column()
    {
        var file = await Reading.OkAsync(SampleExport.Csv);

        var budget = file.Of(1002).Answer("Budget demandé (en euros)");
        Assert.Equal((FieldKind.Number, null, null), (budget.Kind, budget.Number, budget.Text));
        Assert.Contains(new ImportNotice("Import_ZeroUnknown", "Budget demandé (en euros)", 1, 5), file.Notices);
        Assert.Contains(new ImportNotice("Import_ZeroUnknown", "Note /20 — Pertinence technique", 2, 2), file.Notices);
    }

    [Fact]
    public async Task Marks_of_the_jury_are_private_notes_not_answers()
    {
        var dossier = (await Reading.OkAsync(SampleExport.Csv)).Of(1003);

        Assert.Equal([12.0m, 14.5m], dossier.Annotations.Select(note => note.Number));
        Assert.DoesNotContain(dossier.Fields, field => field.Label.StartsWith("Note", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_api_knows_as_a_private_note_stays_one()
    {
        var csv = SampleExport.Text(
            ',',
            [
                [.. SampleExport.Titles, "Avis réservé"],
                [.. SampleExport.Line(1), "mitigé"],
            ]
        );
        var form = new KnownForm(new FieldMap([]), new HashSet<string> { "avis reserve" });

        Assert.Equal("mitigé", Assert.Single((await Reading.OkAsync(csv, form)).Of(1).Annotations).Text);
        Assert.Empty((await Reading.OkAsync(csv)).Of(1).Annotations);
    }

    [Fact]
    public async Task Types_are_those_that_all_answers_agree_on()
    {
        var dossier = (await Reading.OkAsync(SampleExport.Csv)).Of(1001);

        Assert.Equal(["lettre.pdf"], dossier.Answer("Lettre d’engagement").Files.Select(one => one.Name));
        Assert.True(dossier.Answer("J’atteste l’exactitude").Flag);
        Assert.False((await Reading.OkAsync(SampleExport.Csv)).Of(1002).Answer("J’atteste l’exactitude").Flag);
        Assert.Null(
            (await Reading.OkAsync(SampleExport.Csv)).Of(1002).Answer("Les données sont-elles accessibles ?").Flag
        );
    }

    [Fact]
    public async Task A_code_with_leading_zeros_is_no_number()
    {
        var csv = SampleExport.Text(
            ',',
            [
                [.. SampleExport.Titles, "Code"],
                [.. SampleExport.Line(1), "007"],
            ]
        );

        var code = (await Reading.OkAsync(csv)).Of(1).Answer("Code");

        Assert.Equal((FieldKind.Text, "007"), (code.Kind, code.Text));
    }

    [Fact]
    public async Task Columns_may_stand_in_any_order()
    {
        int[] order = [5, 3, 0, 4, 2, 1];
        var lines = new[] { SampleExport.Titles, SampleExport.Line(7) }.Select(line =>
            order.Select(i => line[i]).ToArray()
        );

        var dossier = (await Reading.OkAsync(SampleExport.Text(',', lines))).Of(7);

        Assert.Equal("Projet", dossier.Answer("Titre du projet").Text);
        Assert.Equal(Utc(9, 3, 8, 15), dossier.DepositedAt);
    }

    [Fact]
    public async Task A_title_that_comes_twice_is_two_questions_and_the_first_of_a_platform_title_is_the_platforms()
    {
        var csv = SampleExport.Text(
            ',',
            [
                [.. SampleExport.Titles, "ID", "Précisions", "Précisions"],
                [.. SampleExport.Line(7), "mon code", "a", "b"],
            ]
        );

        var file = await Reading.OkAsync(csv);

        Assert.Equal(
            ["a", "b"],
            file.Of(7).Fields.Where(field => field.Label == "Précisions").Select(field => field.Text)
        );
        Assert.Equal("mon code", file.Of(7).Answer("ID").Text);
        Assert.Equal(2, file.Notices.Count(notice => notice.ReasonKey == "Import_ColumnTwice"));
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public async Task A_file_saved_again_by_a_spreadsheet_is_read(char separator)
    {
        string[] line =
        [
            "5",
            "Accepté",
            "04/09/2018 11:15",
            "03/09/2018 10:15:00",
            "Titre; avec\tséparateurs",
            "1200,5",
        ];

        var dossier = (await Reading.OkAsync("\uFEFF" + SampleExport.Text(separator, [SampleExport.Titles, line]))).Of(
            5
        );

        Assert.Equal((Utc(9, 3, 8, 15), Utc(9, 4, 9, 15)), (dossier.DepositedAt, dossier.ModifiedAt));
        Assert.Equal(1200.5m, dossier.Answer("Budget demandé (en euros)").Number);
        Assert.Equal("Titre; avec\tséparateurs", dossier.Answer("Titre du projet").Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task UTF16_with_its_mark_is_read(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(SampleExport.Csv)];

        Assert.Equal(4, (await Reading.OkAsync(new MemoryStream(bytes))).Dossiers.Length);
    }

    [Fact]
    public Task What_a_cell_holds_is_read_as_it_was_written() =>
        Gen.Char["aé,;\"\r\n=+-@\t' "]
            .Array[0, 20]
            .Select(characters => "x" + new string(characters) + "x")
            .Array[1, 5]
            .SampleAsync(async titles =>
            {
                var file = await Reading.OkAsync(
                    SampleExport.Of(titles.Select((title, i) => SampleExport.Line(i + 1, title)))
                );

                Assert.Equal(titles, file.Dossiers.Select(one => one.Dossier.Answer("Titre du projet").Text));
            });
}
