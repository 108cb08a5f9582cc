using System.Globalization;
using System.Text.RegularExpressions;
using AmiDashboard.Applications.Figures;
using AmiDashboard.Budgets.Figures;
using AmiDashboard.Charts.Prototypes;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.Prototypes.Figures;
using AmiDashboard.Prototypes.Figures;

namespace AmiDashboard.Charts.Dashboards;

/// <summary>Walks every mark, cell and word of every wall chart over programmes drawn from seeds.</summary>
public sealed partial class WallChartTests
{
    private const string Secret = "Titre qui ne se montre pas";

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly string[] Bars = ["wall-stages", "wall-ministries", "wall-techniques"];

    public static TheoryData<int, int, int, int, int> Programmes
    {
        get
        {
            var random = new Random(20181121);
            var data = new TheoryData<int, int, int, int, int>();
            for (var seed = 0; seed < 40; seed++)
            {
                // As often few as many.
                data.Add(seed, Few(60), Few(50), Few(16), Few(12));
            }

            return data;

            int Few(int many) => random.Next(2) == 0 ? random.Next(8) : random.Next(many);
        }
    }

    [Theory, MemberData(nameof(Programmes))]
    public void No_mark_cell_or_word_counts_one_to_four(int seed, int first, int second, int projects, int plans)
    {
        var facts = Draw(seed, first, second, projects, plans);
        foreach (
            var filter in new ApplicationFilter[]
            {
                new(),
                new() { Edition = 2 },
                new() { Stage = Stage.Laureate },
            }
        )
        {
            var scope = SomeFacts.Scope(filter, SomeFacts.At(2019, 10, 1));
            foreach (var chart in WallCharts.All)
            {
                foreach (var width in new[] { 460, 820 })
                {
                    var drawing = chart.Draw(facts, scope, new(ChartTheme.Light, French, width, chart.HeightAt(width)));

                    Assert.Empty(drawing.Areas);
                    Assert.Empty(drawing.Table.Notes);
                    Assert.DoesNotContain(drawing.Table.Rows, row => row.Rows is not null);
                    Assert.All(
                        drawing.Table.Rows.SelectMany(row => row.Cells).OfType<int>(),
                        count => Assert.True(count >= SmallNumbers.Least, $"{chart.Name}: {count}")
                    );
                    Assert.All(
                        Counts().Matches(drawing.Takeaway).Select(match => Number(match.Groups["count"].Value)),
                        count => Assert.True(count >= SmallNumbers.Least, $"{chart.Name}: {drawing.Takeaway}")
                    );
                    if (Bars.Contains(chart.Name))
                    {
                        Assert.All(
                            new DrawnSvg(drawing.Svg)
                                .Texts.Select(DrawnSvg.WordsOf)
                                .Where(words => words.Length > 0 && words.All(char.IsDigit)),
                            words => Assert.True(Number(words) >= SmallNumbers.Least, $"{chart.Name}: {words}")
                        );
                    }
                }
            }
        }
    }

    [Theory, MemberData(nameof(Programmes))]
    public void No_drawing_takeaway_or_table_names_a_project_or_who_receives_money(
        int seed,
        int first,
        int second,
        int projects,
        int plans
    )
    {
        var facts = Draw(seed, first, second, projects, plans);
        var scope = SomeFacts.Scope(asOf: SomeFacts.At(2019, 10, 1));
        foreach (var chart in WallCharts.All)
        {
            var drawing = chart.Draw(facts, scope, new(ChartTheme.Dark, French, 820, 370));
            var told = string.Join(
                '\n',
                [
                    drawing.Svg,
                    drawing.Takeaway,
                    .. drawing.Table.Rows.SelectMany(row => row.Cells).Select(cell => $"{cell}"),
                ]
            );

            Assert.DoesNotContain(Secret, told, StringComparison.Ordinal);
            Assert.DoesNotContain("Bénéficiaire", told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_large_programme_fills_every_chart_and_a_small_one_none()
    {
        var scope = SomeFacts.Scope(asOf: SomeFacts.At(2019, 10, 1));
        Assert.All(
            WallCharts.All,
            chart =>
            {
                var style = new ChartStyle(ChartTheme.Light, French, 820, 370);
                Assert.False(chart.Draw(Draw(1, 52, 46, 15, 12), scope, style).IsEmpty, chart.Name);
                Assert.True(chart.Draw(Draw(1, 4, 3, 4, 4), scope, style).IsEmpty, chart.Name);
                Assert.True(chart.Draw(new(null, null, null, null), scope, style).IsEmpty, chart.Name);
            }
        );
    }

    [Fact]
    public void Every_wall_chart_stands_for_a_chart_of_the_pages_and_asks_for_its_right() =>
        Assert.All(
            WallCharts.All,
            chart =>
            {
                var page = ChartCatalog.Find(chart.Name[WallCharts.Prefix.Length..])!;
                Assert.Equal(page.Right, chart.Right);
                Assert.Same(chart, WallCharts.Find(page.Name));
                Assert.Null(ChartCatalog.Find(chart.Name));
            }
        );

    private static ProgrammeFacts Draw(int seed, int first, int second, int projects, int plans)
    {
        var asOf = SomeFacts.At(2019, 10, 1);
        var later = seed % 3 == 0 ? Math.Min(projects, seed % 7) : 0;
        return new(
            [.. SomeFacts.Of(first, SomeFacts.First, seed), .. SomeFacts.Of(second, SomeFacts.Second, seed + 1)],
            [],
            projects == 0
                ? BudgetFacts.None
                : new BudgetProgramme
                {
                    Projects = projects,
                    Later = later,
                    TitleOf = index => $"{Secret} {index}",
                }.Draw(asOf),
            plans == 0 ? PrototypeFacts.None
                : seed % 2 == 0
                    ? new PrototypeProgramme { Projects = plans, TitleOf = index => $"{Secret} {index}" }.Draw(asOf)
                : new TrialProgramme { Prototypes = plans, TitleOf = index => $"{Secret} {index}" }.Draw()
        );
    }

    private static int Number(string text) =>
        int.Parse(text.Replace("\u202F", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<count>[\d\u202F]+)[\s\u00A0](candidatures?|personnes?|projets?|pour)\b|sur[\s\u00A0](?<count>[\d\u202F]+)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Counts();
}
