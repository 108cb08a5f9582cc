using AmiDashboard.Core.Applications;
using AmiDashboard.Spreadsheets;
using AmiDashboard.Storage.Applications.Imports;
using Raw = AmiDashboard.Spreadsheets.SampleWorkbook.Raw;

namespace AmiDashboard.Exports;

public sealed class XlsxExportTests
{
    private static readonly DateTime Deposited = new(2018, 9, 3, 10, 15, 0);
    private static readonly DateTime Modified = new(2018, 11, 5, 18, 0, 30);

    private static object?[] Line(object number, object? title, object? budget) =>
        [number, "Classé sans suite", Modified, Deposited, title, budget];

    [Fact]
    public async Task Real_dates_are_paris_time_in_summer_and_in_winter()
    {
        var dossier = (
            await Reading.OkAsync(SampleWorkbook.Of(("Dossiers", [SampleExport.Titles, Line(42, "T", 5)])))
        ).Of(42);

        Assert.Equal(new DateTime(2018, 9, 3, 8, 15, 0, DateTimeKind.Utc), dossier.DepositedAt);
        Assert.Equal(new DateTime(2018, 11, 5, 17, 0, 30, DateTimeKind.Utc), dossier.ModifiedAt);
        Assert.Equal(SourceState.Closed, dossier.State);
    }

    [Fact]
    public async Task Shared_texts_runs_bools_and_numbers_are_read()
    {
        object?[] titles = [.. SampleExport.Titles, "Accord", "Quotité", "Partagé"];
        var dossier = (
            await Reading.OkAsync(
                SampleWorkbook.Of(
                    (
                        "Dossiers",
                        [
                            titles,
                            [
                                .. Line(1, new Raw("<c t=\"s\"><v>1</v></c>"), 120000),
                                true,
                                0.1 + 0.2,
                                new Raw("<c t=\"s\"><v>0</v></c>"),
                            ],
                        ]
                    )
                )
            )
        ).Of(1);

        Assert.Equal("en deux", dossier.Answer("Titre du projet").Text);
        Assert.Equal(120_000m, dossier.Answer("Budget demandé (en euros)").Number);
        Assert.True(dossier.Answer("Accord").Flag);
        Assert.Equal(0.3m, dossier.Answer("Quotité").Number);
        Assert.Equal("partagé", dossier.Answer("Partagé").Text);
    }

    [Fact]
    public async Task Repeated_blocks_are_joined_from_their_own_sheets()
    {
        var file = await Reading.OkAsync(
            SampleWorkbook.Of(
                ("Dossiers", [SampleExport.Titles, Line(1, "T", 5), Line(2, "U", 6)]),
                (
                    "Etablissements",
                    [
                        ["Dossier ID", "Établissement SIRET"],
                        [1, "x"],
                    ]
                ),
                (
                    "Avis",
                    [
                        ["Dossier ID", "Réponse"],
                        [1, "x"],
                    ]
                ),
                (
                    "(170) Équipe",
                    [
                        ["Dossier ID", "Ligne", "Nom", "Fonction", "Quotité (ETP)"],
                        [1, 2, "Agent 2", "Data scientist", 1],
                        [1, 1, "Agent 1", "Cheffe de projet", 0.5],
                        [9, 1, "Agent d’un autre", null, 1],
                    ]
                )
            )
        );

        var team = ApplicationReading.Of(file.Of(1), new FieldMap([])).Team;
        Assert.Equal([new("Agent 1", "Cheffe de projet", 0.5m), new TeamMember("Agent 2", "Data scientist", 1m)], team);
        Assert.Empty(ApplicationReading.Of(file.Of(2), new FieldMap([])).Team);
        Assert.Equal(
            ["Import_RowsWithoutDossier", "Import_SheetIgnored", "Import_SheetIgnored"],
            file.Notices.Select(notice => notice.ReasonKey).Order()
        );
    }

    [Fact]
    public async Task A_formula_is_neither_run_nor_believed()
    {
        var formula = new Raw("<c t=\"str\"><f>HYPERLINK(\"http://example.invalid\",\"ici\")</f><v>ici</v></c>");
        var file = await Reading.OkAsync(
            SampleWorkbook.Of(
                ("Dossiers", [SampleExport.Titles, Line(1, formula, 5), Line(formula, "T", 5), Line(3, "=1+1", 5)])
            )
        );

        Assert.Null(file.Of(1).Answer("Titre du projet").Text);
        Assert.Equal("=1+1", file.Of(3).Answer("Titre du projet").Text);
        Assert.Equal(
            [(ImportEffect.AnswerUnknown, 2, "Titre du projet"), (ImportEffect.LineRefused, 3, "ID")],
            file.Problems.Select(problem => (problem.Effect, problem.Line, problem.Column!))
                .OrderBy(problem => problem.Line)
        );
        Assert.All(file.Problems, problem => Assert.Equal("Import_Formula", problem.ReasonKey));
    }

    [Fact]
    public async Task A_siret_kept_as_a_number_is_whole_again()
    {
        object?[] titles = [.. SampleExport.Titles, "Établissement SIRET"];
        var file = await Reading.OkAsync(
            SampleWorkbook.Of(
                ("Dossiers", [titles, [.. Line(1, "T", 5), 13000000300010d], [.. Line(2, "T", 5), "abc"]])
            )
        );

        Assert.Equal("13000000300010", file.Of(1).Applicant.Siret);
        Assert.Null(file.Of(2).Applicant.Siret);
        Assert.Equal(("Import_Siret", "abc"), file.Problems.Select(one => (one.ReasonKey, one.Value!)).Single());
    }

    [Fact]
    public async Task What_no_database_can_hold_is_left_out_of_a_text()
    {
        var cell = new Raw("<c t=\"inlineStr\"><is><t>a_x0000_b_xD800_c</t></is></c>");

        var file = await Reading.OkAsync(SampleWorkbook.Of(("Dossiers", [SampleExport.Titles, Line(1, cell, 5)])));

        Assert.Equal("abc", file.Of(1).Answer("Titre du projet").Text);
    }

    [Fact]
    public async Task Its_name_does_not_matter()
    {
        var workbook = SampleWorkbook.Of(("Feuil1", [SampleExport.Titles, Line(1, "T", 5)]));

        Assert.Single((await Reading.OkAsync(workbook)).Dossiers);
    }
}
