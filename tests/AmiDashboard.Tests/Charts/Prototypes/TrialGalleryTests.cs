using System.Globalization;
using AmiDashboard.Core.Applications;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>
/// Every chart of trials, risks and readiness in every theme, language, state and size; the pictures go to
/// <c>artifacts/gallery</c>.
/// </summary>
public sealed class TrialGalleryTests
{
    private static readonly string[] Charts = ["trial-people", "satisfaction", "risks", "maturity"];

    public static TheoryData<string, string> ChartsAndStates =>
        [.. from chart in Charts from state in TrialState.All select (chart, state.Name)];

    [Theory]
    [MemberData(nameof(ChartsAndStates))]
    public void Every_chart_draws_every_state(string name, string stateName)
    {
        var state = TrialState.All.First(one => one.Name == stateName);
        foreach (var style in StylesOf(name))
        {
            var drawing = state.Draw(name, style);
            GalleryPictures.Keep($"{name}-trials-{state}", style, drawing.Svg, () => state.DrawPng(name, style));
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
        var state = TrialState.All.First(one => one.Name == stateName);
        var style = StylesOf(name).First();

        Assert.Equal(state.Draw(name, style).Svg, state.Draw(name, style).Svg);
        Assert.NotEmpty(state.DrawPng(name, style));
    }

    [Theory]
    [MemberData(nameof(ChartsAndStates))]
    public void Marks_count_the_projects_that_their_rows_list(string name, string stateName)
    {
        var state = TrialState.All.First(one => one.Name == stateName);
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

        // A line of the table is one project's, unless it counts them.
        var counts = drawing.Table.Columns.ToList().FindIndex(column => column.Title == "Projets");
        foreach (var row in drawing.Table.Rows.Where(row => row.Rows is not null))
        {
            Assert.Equal(counts < 0 ? 1 : row.Cells[counts], Listed(state, row.Rows!));
        }
    }

    [Theory]
    [MemberData(nameof(ChartsAndStates))]
    public void A_table_has_cells_of_their_kind(string name, string stateName)
    {
        var table = TrialState.All.First(one => one.Name == stateName).Draw(name, StylesOf(name).First()).Table;
        foreach (var row in table.Total is { } total ? table.Rows.Add(total) : table.Rows)
        {
            Assert.Equal(table.Columns.Length, row.Cells.Length);
            Assert.All(
                row.Cells.Zip(table.Columns),
                pair => Assert.True(DrawingChecks.IsOf(pair.Second.Kind, pair.First))
            );
        }
    }

    [Fact]
    public void Ladders_that_have_no_room_become_a_count_for_each_level()
    {
        var few = TrialState.All.First(one => one.Name == "laureates");
        var many = TrialState.All.First(one => one.Name == "huge");

        Assert.Equal(6, few.Draw("maturity", StylesOf("maturity").First()).Areas.Length);
        var areas = many.Draw("maturity", StylesOf("maturity").First()).Areas;
        Assert.Equal((7, 600), (areas.Length, areas.Sum(area => area.Value)));
    }

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

    private static int Listed(TrialState state, ApplicationFilter rows) =>
        state.Facts.Admitted(state.Scope with { Filter = rows }).Count();
}
