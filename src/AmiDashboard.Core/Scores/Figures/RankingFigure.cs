using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Scores.Statistics;

namespace AmiDashboard.Core.Scores.Figures;

/// <summary>The ranking as it is shown: by adjusted rank, each application against the cut after the last place.</summary>
/// <param name="Rows">Those the filter admits, by adjusted rank; those without one come last.</param>
/// <param name="Coverage">Share of draws within an interval, from 0 to 1; null until intervals are computed.</param>
/// <param name="All">Applications in the ranking, the ones the filter leaves out too: ranks are among them.</param>
/// <param name="Components">Groups of applications without a common reviewer: more than one has no common scale.</param>
public sealed record RankingFigure(
    FigureScope Scope,
    int Edition,
    int Places,
    double? Coverage,
    int All,
    int Components,
    ImmutableArray<RankingRow> Rows
)
{
    public IEnumerable<RankingRow> Ranked => Rows.Where(row => row.Application.AdjustedRank is not null);

    /// <summary>Whether the filter shows only a part of the ranking: places can then not be counted.</summary>
    public bool IsPartial => Rows.Length < All;

    public int CountOf(RankStanding standing) => Rows.Count(row => row.Standing == standing);

    public static RankingFigure Of(ScoreFacts facts, FigureScope scope)
    {
        var admitted = new AdmittedScores(facts, scope).Numbers;
        return new RankingFigure(
            scope,
            facts.Edition.Number,
            facts.Places,
            facts.Intervals?.Coverage,
            facts.Ranking?.Rows.Length ?? 0,
            facts.Ranking?.Components ?? 0,
            [
                .. RankedRows
                    .Of(facts)
                    .Where(row => admitted.Contains(row.Number))
                    .Select(row =>
                    {
                        var interval = facts.Intervals?.ByApplication.GetValueOrDefault(row.Number);
                        return new RankingRow(
                            row,
                            facts.Titles.GetValueOrDefault(row.Number),
                            interval,
                            facts.Verdicts.TryGetValue(row.Number, out var verdict) ? verdict : null,
                            StandingOf(interval, facts.Places)
                        );
                    }),
            ]
        );
    }

    private static RankStanding? StandingOf(RankInterval? interval, int places) =>
        interval is null ? null
        : interval.Worst <= places ? RankStanding.Inside
        : interval.Best <= places ? RankStanding.Disputed
        : RankStanding.Outside;
}

/// <param name="Interval">Ranks it may as well have; null until they are computed.</param>
/// <param name="Verdict">Null until a body decided.</param>
/// <param name="Standing">Null without an interval.</param>
public sealed record RankingRow(
    RankedApplication Application,
    string? Title,
    RankInterval? Interval,
    Verdict? Verdict,
    RankStanding? Standing
);

/// <summary>Where the whole interval of an application's rank lies.</summary>
public enum RankStanding
{
    /// <summary>Within the places.</summary>
    Inside,

    /// <summary>On both sides of the cut.</summary>
    Disputed,

    /// <summary>Beyond the places.</summary>
    Outside,
}
