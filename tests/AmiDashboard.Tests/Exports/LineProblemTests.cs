using AmiDashboard.Storage.Applications.Imports;

namespace AmiDashboard.Exports;

public sealed class LineProblemTests
{
    [Theory]
    [InlineData(0, "abc", "Import_Number")]
    [InlineData(0, "0", "Import_Number")]
    [InlineData(0, "99999999999", "Import_Number")]
    [InlineData(1, "Brouillon", "Import_State")]
    [InlineData(1, "", "Import_State")]
    [InlineData(2, "14 septembre", "Import_Instant")]
    [InlineData(3, "2018-02-30 10:00:00 +0200", "Import_Instant")]
    [InlineData(3, "0001-01-01 00:00:00 +0200", "Import_Instant")]
    public async Task A_line_that_cannot_be_placed_is_refused_with_its_column_and_value(
        int column,
        string value,
        string reason
    )
    {
        var line = SampleExport.Line(8);
        line[column] = value;

        var file = await Reading.OkAsync(SampleExport.Of(SampleExport.Line(7), line, SampleExport.Line(9)));

        Assert.Equal([7, 9], file.Dossiers.Select(one => one.Dossier.Number));
        Assert.Equal((3, 1), (file.Lines, file.RefusedLines));
        Assert.Equal(
            new ImportProblem(
                ImportEffect.LineRefused,
                3,
                column == 0 ? null : 8,
                null,
                SampleExport.Titles[column],
                value.Length == 0 ? null : value,
                reason
            ),
            Assert.Single(file.Problems)
        );
    }

    [Fact]
    public async Task An_answer_that_is_not_of_its_type_is_kept_as_text()
    {
        var file = await Reading.OkAsync(SampleExport.Of(SampleExport.Line(7, budget: "environ 100 k€")));

        var answer = file.Of(7).Answer("Budget demandé (en euros)");
        Assert.Equal((null, "environ 100 k€"), (answer.Number, answer.Text));
        Assert.Equal(
            (ImportEffect.AnswerUnknown, "Import_NotANumber"),
            file.Problems.Select(one => (one.Effect, one.ReasonKey)).Single()
        );
    }

    [Fact]
    public async Task A_number_that_comes_twice_is_taken_once()
    {
        var file = await Reading.OkAsync(
            SampleExport.Of(SampleExport.Line(7, "premier"), SampleExport.Line(7, "second"))
        );

        Assert.Equal("premier", file.Of(7).Answer("Titre du projet").Text);
        Assert.Equal(("Import_NumberTwice", 3), file.Problems.Select(one => (one.ReasonKey, one.Line)).Single());
    }

    [Fact]
    public async Task A_line_cut_short_or_shifted_is_refused()
    {
        string[] shifted = [.. SampleExport.Line(8), "de trop"];
        var file = await Reading.OkAsync(SampleExport.Of(shifted, SampleExport.Line(9)[..3]));

        Assert.Empty(file.Dossiers);
        Assert.Equal(["Import_LineLong", "Import_LineShort"], file.Problems.Select(one => one.ReasonKey));
    }

    [Fact]
    public async Task Lines_are_those_of_the_file_even_after_cells_of_several_lines()
    {
        var broken = SampleExport.Line(8);
        broken[1] = "?";

        var file = await Reading.OkAsync(SampleExport.Of(SampleExport.Line(7, "un\ndeux\r\ntrois"), broken));

        Assert.Equal(5, Assert.Single(file.Problems).Line);
    }

    [Fact]
    public async Task A_long_value_is_cut_in_the_report()
    {
        var line = SampleExport.Line(8);
        line[1] = new string('é', 5_000);

        var value = Assert.Single((await Reading.OkAsync(SampleExport.Of(line))).Problems).Value!;

        Assert.Equal(ImportProblem.LongestValue, value.Length);
    }

    [Fact]
    public async Task The_first_problems_are_listed_and_all_are_counted()
    {
        var file = await Reading.OkAsync(
            SampleExport.Of(Enumerable.Range(0, 2_000).Select(_ => (string[])["x", .. SampleExport.Line(1)[1..]]))
        );

        Assert.Equal((500, 2_000, 2_000), (file.Problems.Length, file.ProblemCount, file.RefusedLines));
    }
}
