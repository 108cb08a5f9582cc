using System.Globalization;
using AmiDashboard.Core.Applications;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>Every chart of prototypes in every theme, language, state and size; the pictures go to <c>artifacts/gallery</c>.</summary>
public sealed class PrototypeGalleryTests
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static TheoryData<string, string> ChartsAndStates =>
        [.. from chart in ChartCatalog.Prototypes from state in PrototypeState.All select (chart.Name, state.Name)];

    [Theory]
    [MemberData(nameof(ChartsAndStates))]
    public void Every_chart_draws_every_state(string name, string stateName)
    {
        var state = StateOf(stateName);
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
        var state = StateOf(stateName);
        var style = StylesOf(name).First();

        Assert.Equal(state.Draw(name, style).Svg, state.Draw(name, style).Svg);
        Assert.NotEmpty(state.DrawPng(name, style));
    }

    [Theory]
    [MemberData(nameof(ChartsAndStates))]
    public void Marks_count_the_projects_that_their_rows_list(string name, string stateName)
    {
        var state = StateOf(stateName);
        var drawing = state.Draw(name, StylesOf(name).First());
        foreach (var area in drawing.Areas)
        {
            if (area.Rows is null)
            {
                // Too many to be named, or none to name.
                Assert.True(area.Value is 0 or > 200, $"{area}");
            }
            else
            {
                Assert.Equal(area.Value, Listed(state, area.Rows));
            }
        }

        var projects = new ChartText(French)["Column_Projects"];
        var counts = drawing.Table.Columns.Select(column => column.Title).ToList().IndexOf(projects);
        foreach (var row in drawing.Table.Rows.Where(row => row.Rows is not null))
        {
            Assert.Equal(counts < 0 ? 1 : row.Cells[counts], Listed(state, row.Rows!));
        }
    }

    [Theory]
    [MemberData(nameof(ChartsAndStates))]
    public void A_table_has_cells_of_their_kind(string name, string stateName)
    {
        var table = StateOf(stateName).Draw(name, StylesOf(name).First()).Table;
        foreach (var row in table.Total is { } total ? table.Rows.Add(total) : table.Rows)
        {
            Assert.Equal(table.Columns.Length, row.Cells.Length);
            Assert.All(
                row.Cells.Zip(table.Columns),
                pair => Assert.True(DrawingChecks.IsOf(pair.Second.Kind, pair.First))
            );
        }
    }

    [Theory]
    [InlineData("prototype-plan")]
    [InlineData("weather")]
    public void A_list_too_long_for_a_drawing_is_whole_in_its_table_and_in_its_marks(string name)
    {
        foreach (var style in StylesOf(name).Where(style => style.Culture.Equals(French)))
        {
            var drawing = StateOf("huge").Draw(name, style);

            Assert.Equal(2000, drawing.Table.Rows.Length);
            Assert.InRange(drawing.Areas.Length, 8, 20);
            Assert.StartsWith("et ", drawing.Areas[^1].Label, StringComparison.Ordinal);
            Assert.Equal(2000, drawing.Areas.Sum(area => area.Value));
            Assert.All(drawing.Areas, area => Assert.True(area.Height >= 18, $"{area}"));
            Assert.InRange(drawing.Svg.Length, 1, 300_000);
        }
    }

    private static PrototypeState StateOf(string name) => PrototypeState.All.First(one => one.Name == name);

    private static IEnumerable<ChartStyle> StylesOf(string name) =>
        from theme in Enum.GetValues<ChartTheme>()
        from language in new[] { "fr-FR", "en-GB" }
        from width in new[] { 1100, 760, 340 }
        select new ChartStyle(
            theme,
            CultureInfo.GetCultureInfo(language),
            width,
            ChartCatalog.Find(name)!.HeightAt(width)
        );

    private static int Listed(PrototypeState state, ApplicationFilter rows) =>
        state.Facts.Admitted(state.Scope with { Filter = rows }).Count();
}
