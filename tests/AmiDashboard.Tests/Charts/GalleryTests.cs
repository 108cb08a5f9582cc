using System.Globalization;
using AmiDashboard.Core.Applications;

namespace AmiDashboard.Charts;

/// <summary>
/// Every chart in every theme, language, state and size; the pictures go to <c>artifacts/gallery</c>, to be looked at.
/// </summary>
public sealed class GalleryTests
{
    public static TheoryData<string, string> ChartsAndStates =>
        [.. from chart in ChartCatalog.Applications from state in ChartState.All select (chart.Name, state.Name)];

    public static IEnumerable<ChartStyle> Styles =>
        from theme in Enum.GetValues<ChartTheme>()
        from language in new[] { "fr-FR", "en-GB" }
        from size in new[] { (1100, 420), (340, 320) }
        select new ChartStyle(theme, CultureInfo.GetCultureInfo(language), size.Item1, size.Item2);

    [Theory]
    [MemberData(nameof(ChartsAndStates))]
    public void Every_chart_draws_every_state(string name, string stateName)
    {
        var (chart, state) = (ChartOf(name), ChartState.All.First(one => one.Name == stateName));
        foreach (var style in Styles)
        {
            var drawing = chart.Draw(state.Facts, state.Scope, style);
            GalleryPictures.Keep(
                $"{chart.Name}-{state}",
                style,
                drawing.Svg,
                () => chart.DrawPng(state.Facts, state.Scope, style, scale: 1)
            );
            var svg = new DrawnSvg(drawing.Svg);
            DrawingChecks.IsFitForAPage(svg, style);
            DrawingChecks.IsAllWords(svg);
            DrawingChecks.HasItsMarksInside(drawing, style);
            if (name != "deposits")
            {
                DrawingChecks.HasItsMarksApart(drawing);
            }

            Assert.Equal(drawing.IsEmpty, drawing.Areas.IsEmpty);
            Assert.NotEmpty(drawing.Takeaway);
        }
    }

    [Theory]
    [MemberData(nameof(ChartsAndStates))]
    public void The_same_facts_are_the_same_bytes_and_a_picture_as_well(string name, string stateName)
    {
        var (chart, state) = (ChartOf(name), ChartState.All.First(one => one.Name == stateName));
        var style = Styles.First();

        Assert.Equal(chart.Draw(state.Facts, state.Scope, style).Svg, chart.Draw(state.Facts, state.Scope, style).Svg);
        Assert.NotEmpty(chart.DrawPng(state.Facts, state.Scope, style, scale: 1));
    }

    [Theory]
    [MemberData(nameof(ChartsAndStates))]
    public void Marks_and_lines_of_the_table_count_what_their_rows_list(string name, string stateName)
    {
        var (chart, state) = (ChartOf(name), ChartState.All.First(one => one.Name == stateName));
        ApplicationFact[] standing =
        [
            .. state.Facts.Select(fact => fact.At(state.Scope.AsOf)).OfType<ApplicationFact>(),
        ];
        var drawing = chart.Draw(state.Facts, state.Scope, Styles.First());
        // The largest state would take minutes here, and shows nothing more.
        foreach (var area in drawing.Areas.Where(area => area.Rows is not null && standing.Length < 1000))
        {
            Assert.Equal(standing.Count(area.Rows!.Admits), area.Value);
        }

        var counts = drawing.Table.Columns.Select(column => column.Kind).ToList().LastIndexOf(ChartCellKind.Count);
        foreach (var row in drawing.Table.Rows.Where(row => row.Rows is not null && standing.Length < 1000))
        {
            Assert.Equal(standing.Count(row.Rows!.Admits), Assert.IsType<int>(row.Cells[counts]));
        }
    }

    [Theory]
    [MemberData(nameof(ChartsAndStates))]
    public void Every_line_of_a_table_has_a_cell_of_its_kind_in_each_column(string name, string stateName)
    {
        var (chart, state) = (ChartOf(name), ChartState.All.First(one => one.Name == stateName));
        var table = chart.Draw(state.Facts, state.Scope, Styles.First()).Table;
        foreach (var row in table.Total is { } total ? table.Rows.Add(total) : table.Rows)
        {
            Assert.Equal(table.Columns.Length, row.Cells.Length);
            Assert.All(
                row.Cells.Zip(table.Columns),
                pair => Assert.True(DrawingChecks.IsOf(pair.Second.Kind, pair.First))
            );
        }
    }

    private static ChartDefinition<IEnumerable<ApplicationFact>> ChartOf(string name) =>
        ChartCatalog.Applications.Single(chart => chart.Name == name);
}
