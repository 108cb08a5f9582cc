using System.Globalization;
using AmiDashboard.Core.Scores.Figures;

namespace AmiDashboard.Charts.Scores;

/// <summary>Every chart of scores in every theme, language, state and size; the pictures go to <c>artifacts/gallery</c>.</summary>
public sealed class ScoreGalleryTests
{
    public static TheoryData<string, string> ChartsAndStates =>
        [.. from chart in ChartCatalog.Scores from state in ScoreState.All select (chart.Name, state.Name)];

    [Theory]
    [MemberData(nameof(ChartsAndStates))]
    public void Every_chart_draws_every_state(string name, string stateName)
    {
        var state = ScoreState.All.First(one => one.Name == stateName);
        foreach (var style in StylesOf(name))
        {
            var drawing = state.Draw(name, style);
            GalleryPictures.Keep($"{name}-{state}", style, drawing.Svg, () => state.DrawPng(name, style));
            var svg = new DrawnSvg(drawing.Svg);
            DrawingChecks.IsFitForAPage(svg, style);
            DrawingChecks.IsAllWords(svg);
            DrawingChecks.HasItsTextsApart(svg, style);
            DrawingChecks.HasItsMarksInside(drawing, style);
            DrawingChecks.HasItsMarksApart(drawing);
            Assert.Equal(drawing.IsEmpty, drawing.Areas.IsEmpty);
            Assert.NotEmpty(drawing.Takeaway);
        }
    }

    [Theory]
    [MemberData(nameof(ChartsAndStates))]
    public void The_same_facts_are_the_same_bytes_and_a_picture_as_well(string name, string stateName)
    {
        var state = ScoreState.All.First(one => one.Name == stateName);
        var style = StylesOf(name).First();

        Assert.Equal(state.Draw(name, style).Svg, state.Draw(name, style).Svg);
        Assert.NotEmpty(state.DrawPng(name, style));
    }

    [Theory]
    [MemberData(nameof(ChartsAndStates))]
    public void Marks_count_what_their_rows_list(string name, string stateName)
    {
        var state = ScoreState.All.First(one => one.Name == stateName);
        var drawing = state.Draw(name, StylesOf(name).First());
        foreach (var area in drawing.Areas)
        {
            // Too many to be named, or none to name.
            Assert.Equal(area.Value is 0 or > 200, area.Rows is null);
            Assert.Equal(area.Value, area.Rows is null ? area.Value : Listed(state, area.Rows));
        }

        foreach (var row in drawing.Table.Rows.Where(row => row.Rows is not null))
        {
            Assert.InRange(Listed(state, row.Rows!), 1, 200);
        }
    }

    [Theory]
    [MemberData(nameof(ChartsAndStates))]
    public void Every_line_of_a_table_has_a_cell_of_its_kind_in_each_column(string name, string stateName)
    {
        var state = ScoreState.All.First(one => one.Name == stateName);
        var table = state.Draw(name, StylesOf(name).First()).Table;
        foreach (var row in table.Rows)
        {
            Assert.Equal(table.Columns.Length, row.Cells.Length);
            Assert.All(
                row.Cells.Zip(table.Columns),
                pair => Assert.True(DrawingChecks.IsOf(pair.Second.Kind, pair.First))
            );
        }
    }

    [Theory]
    [InlineData("ranking", 2000)]
    [InlineData("score-heatmap", 2000)]
    [InlineData("reviewer-progress", 60)]
    [InlineData("reviewer-severity", 60)]
    public void A_list_too_long_for_a_drawing_is_whole_in_its_table_and_in_its_marks(string name, int count)
    {
        var state = ScoreState.All.First(one => one.Name == "huge");
        var drawing = state.Draw(name, StylesOf(name).First());

        Assert.Equal(count, drawing.Table.Rows.Length);
        Assert.InRange(drawing.Areas.Length, 10, 35);
        Assert.Contains(drawing.Areas, area => area.Label.StartsWith("et ", StringComparison.Ordinal));
        Assert.All(drawing.Areas, area => Assert.True(area.Height >= 18, $"{area}"));
    }

    [Theory]
    [InlineData(1100)]
    [InlineData(340)]
    public void A_measure_that_is_undefined_is_said_and_a_negative_one_is_written(int width)
    {
        var state = ScoreState.All.First(one => one.Name == "missing");
        var svg = new DrawnSvg(state.Draw("agreement", StylesOf("agreement").First(style => style.Width == width)).Svg);
        string[] words = [.. svg.Texts.Select(DrawnSvg.WordsOf)];

        Assert.Contains("non défini", words);
        Assert.Contains("-0,12 – faible", words);
        Assert.Contains("0,97 – fiable", words);
    }

    private static IEnumerable<ChartStyle> StylesOf(string name) =>
        from theme in Enum.GetValues<ChartTheme>()
        from language in new[] { "fr-FR", "en-GB" }
        from width in new[] { 1100, 340 }
        select new ChartStyle(
            theme,
            CultureInfo.GetCultureInfo(language),
            width,
            ChartCatalog.Find(name)!.HeightAt(width)
        );

    private static int Listed(ScoreState state, Core.Applications.ApplicationFilter rows) =>
        state.Facts.Applications.Values.Count(fact => rows.Admits(fact.At(state.AsOf)!));
}
