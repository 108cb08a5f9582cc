using System.Collections.Frozen;
using AmiDashboard.Core.People;

namespace AmiDashboard.Core.Dashboards;

/// <summary>
/// The charts that notes are pinned to, by their names in the catalogue, with the right that each asks for: who may not see a
/// chart is not told what is said of it. The profile of one application is none of them: its notes would stand under every
/// application's.
/// </summary>
public static class NotedCharts
{
    public static IReadOnlyDictionary<string, Right> Rights { get; } =
        new Dictionary<string, Right>
        {
            ["deposits"] = Right.SeeFigures,
            ["stages"] = Right.SeeFigures,
            ["ministries"] = Right.SeeFigures,
            ["techniques"] = Right.SeeFigures,
            ["delays"] = Right.SeeFigures,
            ["review-progress"] = Right.SeeFigures,
            ["reviewer-progress"] = Right.ManageReviews,
            ["score-distribution"] = Right.SeeRanking,
            ["ranking"] = Right.SeeRanking,
            ["score-heatmap"] = Right.SeeRanking,
            ["reviewer-severity"] = Right.ManageReviews,
            ["agreement"] = Right.SeeRanking,
            ["envelope"] = Right.SeeBudgets,
            ["disbursements"] = Right.SeeBudgets,
            ["payments-due"] = Right.SeeBudgets,
            ["budget-ministries"] = Right.SeeBudgets,
            ["budget-projects"] = Right.SeeBudgets,
            ["missing-documents"] = Right.SeeBudgets,
            ["prototype-plan"] = Right.SeePrototypes,
            ["milestone-burnup"] = Right.SeePrototypes,
            ["weather"] = Right.SeePrototypes,
            ["support-hours"] = Right.SeePrototypes,
            ["trial-people"] = Right.SeePrototypes,
            ["satisfaction"] = Right.SeePrototypes,
            ["risks"] = Right.SeePrototypes,
            ["maturity"] = Right.SeePrototypes,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What one needs to see the chart; null where it takes no notes.</summary>
    public static Right? RightOf(string chart) => Rights.TryGetValue(chart, out var right) ? right : null;
}
