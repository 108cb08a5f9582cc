using AmiDashboard.Core.Scores.Statistics;

namespace AmiDashboard.Core.Scores.Figures;

/// <summary>The one order in which figures list a ranking: by adjusted rank, then by number; without a rank last.</summary>
internal static class RankedRows
{
    public static IEnumerable<RankedApplication> Of(ScoreFacts facts) =>
        (facts.Ranking?.Rows ?? [])
            .OrderBy(row => row.AdjustedRank ?? int.MaxValue)
            .ThenBy(row => row.Rank ?? int.MaxValue)
            .ThenBy(row => row.Number);
}
