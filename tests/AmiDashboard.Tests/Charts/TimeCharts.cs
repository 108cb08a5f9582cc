using System.Collections.Immutable;
using System.Globalization;
using AmiDashboard.Applications.Figures;
using AmiDashboard.Charts.Budgets;
using AmiDashboard.Charts.Prototypes;
using AmiDashboard.Charts.Scores;
using AmiDashboard.Core.Applications;

namespace AmiDashboard.Charts;

/// <summary>The charts whose marks follow time, to be drawn with notes.</summary>
internal static class TimeCharts
{
    /// <summary>Charts that follow time, with a state that has something to show and a day within it.</summary>
    public static readonly Dictionary<
        string,
        (Func<ChartStyle, ImmutableArray<PinnedNote>, Drawing> Draw, DateOnly Day)
    > All = new()
    {
        ["deposits"] = (
            (style, notes) =>
                Of(ChartCatalog.Applications, "deposits")
                    .Draw(
                        [.. SomeFacts.Of(52, SomeFacts.First, 1)],
                        SomeFacts.Scope(new ApplicationFilter { Edition = 1 }),
                        style,
                        notes
                    ),
            new(2018, 8, 8)
        ),
        ["review-progress"] = (
            (style, notes) =>
            {
                var state = ScoreState.All.First(one => one.Name == "mid");
                return Of(ChartCatalog.Scores, "review-progress")
                    .Draw(state.Facts, state.ScopeOf("review-progress"), style, notes);
            },
            new(2018, 10, 3)
        ),
        ["disbursements"] = (OfBudgets("disbursements"), new(2019, 5, 16)),
        ["payments-due"] = (OfBudgets("payments-due"), new(2019, 5, 16)),
        ["milestone-burnup"] = (OfPrototypes("milestone-burnup"), new(2019, 5, 16)),
        ["prototype-plan"] = (OfPrototypes("prototype-plan"), new(2019, 5, 16)),
        ["support-hours"] = (OfPrototypes("support-hours"), new(2019, 5, 16)),
        ["trial-people"] = (
            (style, notes) =>
            {
                var state = TrialState.All.First(one => one.Name == "laureates");
                return Of(ChartCatalog.Prototypes, "trial-people").Draw(state.Facts, state.Scope, style, notes);
            },
            new(2019, 5, 16)
        ),
    };

    public static IEnumerable<ChartStyle> Styles(string name) =>
        from theme in Enum.GetValues<ChartTheme>()
        from width in new[] { 1100, 340 }
        select new ChartStyle(
            theme,
            CultureInfo.GetCultureInfo("fr-FR"),
            width,
            ChartCatalog.Find(name)!.HeightAt(width)
        );

    public static ChartDefinition<T> Of<T>(IReadOnlyList<ChartDefinition<T>> charts, string name) =>
        charts.Single(chart => chart.Name == name);

    private static Func<ChartStyle, ImmutableArray<PinnedNote>, Drawing> OfBudgets(string name)
    {
        var state = BudgetState.All.First(one => one.Name == "laureates");
        return (style, notes) => Of(ChartCatalog.Budgets, name).Draw(state.Facts, state.Scope, style, notes);
    }

    private static Func<ChartStyle, ImmutableArray<PinnedNote>, Drawing> OfPrototypes(string name)
    {
        var state = PrototypeState.All.First(one => one.Name == "laureates");
        return (style, notes) => Of(ChartCatalog.Prototypes, name).Draw(state.Facts, state.Scope, style, notes);
    }
}
