using System.Collections.Immutable;

namespace AmiDashboard.Core.Scores.Statistics;

/// <summary>How sure the ranking is, had other reviewers like these been asked.</summary>
/// <param name="ByApplication">By number; without those that take no rank in any draw.</param>
/// <param name="Coverage">Share of the draws between the two ends: .90.</param>
public sealed record RankIntervals(
    ImmutableDictionary<int, RankInterval> ByApplication,
    int Draws,
    int Seed,
    double Coverage
);

/// <summary>The 5th and the 95th percentile of the adjusted rank: values that draws took, not between two.</summary>
public sealed record RankInterval(int Best, int Worst)
{
    /// <param name="ranks">Of every draw, 0 for none; sorted in place.</param>
    internal static RankInterval? Of(Span<int> ranks)
    {
        ranks.Sort();
        var taken = ranks[(ranks.LastIndexOf(0) + 1)..];
        return taken.IsEmpty ? null : new RankInterval(At(taken, 5), At(taken, 95));
    }

    /// <summary>The least value that so many hundredths of them do not exceed.</summary>
    private static int At(ReadOnlySpan<int> sorted, int percent) =>
        sorted[(int)((((long)percent * sorted.Length) + 99) / 100) - 1];
}
