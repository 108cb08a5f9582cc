using System.Globalization;
using AmiDashboard.Core.Applications;
using AmiDashboard.House;

namespace AmiDashboard.Charts;

/// <summary>
/// Every chart in every theme, language, state and size; the pictures go to <c>artifacts/gallery</c>, to be looked at.
/// </summary>
public sealed class GalleryTests
{
    private static readonly HashSet<string> Harmless =
    [
        "svg",
        "title",
        "g",
        "clipPath",
        "rect",
        "path",
        "text",
        "circle",
        "ellipse",
        "line",
    ];

    private static readonly string Folder = Path.Combine(Repository.Root, "artifacts", "gallery");

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
        Directory.CreateDirectory(Folder);
        foreach (var style in Styles)
        {
            var drawing = chart.Draw(state.Facts, state.Scope, style);
            Keep(drawing.Svg, chart, state, style);
            var svg = new DrawnSvg(drawing.Svg);
            IsFitForAPage(svg, style);
            IsAllWords(svg);
            HasItsMarksInside(drawing, style);
            if (name != "deposits")
            {
                HasItsMarksApart(drawing);
            }

            Assert.Equal(drawing.Svg, chart.Draw(state.Facts, state.Scope, style).Svg);
            Assert.Equal(drawing.IsEmpty, drawing.Areas.IsEmpty);
            Assert.NotEmpty(drawing.Takeaway);
        }
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
            Assert.All(row.Cells.Zip(table.Columns), pair => Assert.True(IsOf(pair.Second.Kind, pair.First)));
        }
    }

    private static ChartDefinition<IEnumerable<ApplicationFact>> ChartOf(string name) =>
        ChartCatalog.Applications.Single(chart => chart.Name == name);

    private static void Keep(
        string svg,
        ChartDefinition<IEnumerable<ApplicationFact>> chart,
        ChartState state,
        ChartStyle style
    )
    {
        var language = style.Culture.TwoLetterISOLanguageName;
        var file = Path.Combine(Folder, $"{chart.Name}-{state}-{style.Width}-{style.Theme}-{language}");
        File.WriteAllText($"{file}.svg", svg);
        if (language == "fr")
        {
            File.WriteAllBytes($"{file}.png", chart.DrawPng(state.Facts, state.Scope, style, scale: 1));
        }
    }

    private static void IsFitForAPage(DrawnSvg svg, ChartStyle style)
    {
        Assert.Equal($"0 0 {style.Width} {style.Height}", svg.Root.Attribute("viewBox")?.Value);
        Assert.Equal("img", svg.Root.Attribute("role")?.Value);
        Assert.Equal("title", svg.Root.Elements().First().Name.LocalName);
        Assert.Subset(Harmless, svg.All.Select(element => element.Name.LocalName).ToHashSet());
        Assert.DoesNotContain(
            svg.All.SelectMany(element => element.Attributes()),
            one => one.Name.LocalName.StartsWith("on", StringComparison.Ordinal)
        );
        Assert.Equal(svg.Ids.Distinct(), svg.Ids);
        Assert.Subset(svg.Ids.ToHashSet(), svg.References.ToHashSet());
        Assert.DoesNotContain(
            svg.All.SelectMany(element => element.Attributes()),
            one => one.Name.LocalName is "x" or "y" && one.Value.TrimEnd().EndsWith(',')
        );
    }

    /// <summary>Each text is in our font, has a glyph for each letter, and is cut neither by the drawing nor by its frame.</summary>
    private static void IsAllWords(DrawnSvg svg)
    {
        var face = ScottPlot.Fonts.GetTypeface(ChartFonts.Name, bold: false, italic: false);
        foreach (var text in svg.Texts)
        {
            var words = DrawnSvg.WordsOf(text);
            Assert.Equal("Noto Sans, sans-serif", text.Attribute("font-family")?.Value);
            Assert.All(words, letter => Assert.True(face.ContainsGlyph(letter), words));
            var (ends, window) = (DrawnSvg.EndsOf(text), svg.WindowOf(text));
            Assert.True(
                ends.Left >= window.Left - .5 && ends.Right <= window.Right + .5,
                $"« {words} » from {ends.Left} to {ends.Right}, visible from {window.Left} to {window.Right}"
            );
        }
    }

    private static void HasItsMarksInside(Drawing drawing, ChartStyle style) =>
        Assert.All(
            drawing.Areas,
            area =>
            {
                Assert.NotEmpty(area.Label);
                Assert.True(area is { Width: > 0, Height: > 0, X: >= -.01, Y: >= -.01 }, $"{area}");
                Assert.True(area.X + area.Width <= style.Width + .01, $"{area}");
                Assert.True(area.Y + area.Height <= style.Height + .01, $"{area}");
            }
        );

    private static void HasItsMarksApart(Drawing drawing)
    {
        foreach (var (above, below) in drawing.Areas.Zip(drawing.Areas.Skip(1)))
        {
            Assert.True(above.Y + above.Height <= below.Y + .01, $"{above} over {below}");
        }
    }

    private static bool IsOf(ChartCellKind kind, object? cell) =>
        cell is null
        || kind switch
        {
            ChartCellKind.Text => cell is string,
            ChartCellKind.Count => cell is int,
            ChartCellKind.Days => cell is decimal,
            ChartCellKind.Date => cell is DateOnly,
            ChartCellKind.Money => cell is Core.Money,
            _ => false,
        };
}
