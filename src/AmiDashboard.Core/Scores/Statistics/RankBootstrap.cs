using System.Collections.Immutable;

namespace AmiDashboard.Core.Scores.Statistics;

/// <summary>
/// Percentile bootstrap of the adjusted ranks over reviewers (Efron and Tibshirani 1993, An Introduction to the Bootstrap,
/// chapter 13). Each draw takes as many reviewers as there are, with replacement; one drawn twice counts as two reviewers
/// who score alike. The model is fitted again to what they scored.
/// </summary>
/// <remarks>
/// An application that nobody drawn has scored takes no rank in that draw. The ranks of the others, 1 to n, are stretched
/// to 1 to N, N being how many have a rank in the ranking itself: 1 + (rank − 1)(N − 1)/(n − 1), rounded. Where one alone is
/// left out of several, the draw says nothing of it. For a seed the result is the same whatever the number of threads.
/// </remarks>
public static class RankBootstrap
{
    public const double Coverage = .90;

    /// <summary>On half of the processors, so that pages are still served.</summary>
    /// <inheritdoc cref="Run(ScoreTable, ImmutableArray{double}, double, int, int, int, IProgress{double}, CancellationToken)"/>
    public static RankIntervals Run(
        ScoreTable table,
        ImmutableArray<double> weights,
        double shrinkage,
        int draws,
        int seed,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    ) =>
        Run(
            table,
            weights,
            shrinkage,
            draws,
            seed,
            Math.Max(1, Environment.ProcessorCount / 2),
            progress,
            cancellation
        );

    /// <param name="shrinkage">λ of <see cref="AdditiveFit"/>, from 0.</param>
    /// <param name="draws">From 1. Four bytes are kept for each draw and application.</param>
    /// <param name="degree">How many threads at most.</param>
    /// <param name="progress">From 0 to 1, at each hundredth; from any thread.</param>
    public static RankIntervals Run(
        ScoreTable table,
        ImmutableArray<double> weights,
        double shrinkage,
        int draws,
        int seed,
        int degree,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        WeightedMean.CheckWeights(weights, table.Criteria);
        ScoreModel.CheckShrinkage(shrinkage);
        cancellation.ThrowIfCancellationRequested();
        var blocks = CriterionBlock.Of(table, weights);
        var starts = BootstrapDraw.PointFits(blocks, table.Reviewers.Length, shrinkage);
        var everybody = RankedBy(table, blocks);
        var ranks = new int[table.Applications.Length][];
        for (var application = 0; application < ranks.Length; application++)
        {
            ranks[application] = new int[draws];
        }

        var done = 0;
        Parallel.For(
            0,
            draws,
            new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = degree },
            () => new BootstrapDraw(table, blocks, starts, shrinkage),
            (draw, _, ranked) =>
            {
                var count = ranked.Rank(seed, draw);
                for (var application = 0; application < ranks.Length; application++)
                {
                    ranks[application][draw] = Stretched(ranked.Ranks[application], count, everybody);
                }

                var before = Interlocked.Increment(ref done) - 1;
                if ((before + 1) * 100L / draws > before * 100L / draws)
                {
                    progress?.Report((before + 1) / (double)draws);
                }

                return ranked;
            },
            _ => { }
        );
        return new RankIntervals(
            ranks
                .Select((taken, application) => (table.Applications[application], Interval: RankInterval.Of(taken)))
                .Where(one => one.Interval is not null)
                .ToImmutableDictionary(one => one.Item1, one => one.Interval!),
            draws,
            seed,
            Coverage
        );
    }

    /// <summary>How often each reviewer, by index in the table, is taken by a draw (from 0) of a run.</summary>
    public static ImmutableArray<int> Taken(int reviewers, int seed, int draw)
    {
        var copies = new double[reviewers];
        ResampledReviewers.Draw(seed, draw, copies);
        return [.. copies.Select(count => (int)count)];
    }

    private static int RankedBy(ScoreTable table, ImmutableArray<CriterionBlock> blocks) =>
        Enumerable
            .Range(0, table.Applications.Length)
            .Count(index => blocks.Any(block => block.Cells.Starts[index + 1] > block.Cells.Starts[index]));

    private static int Stretched(int rank, int ranked, int everybody) =>
        rank == 0 || ranked == everybody ? rank
        : ranked == 1 ? 0
        : 1 + (int)Math.Round((rank - 1) * (everybody - 1.0) / (ranked - 1), MidpointRounding.AwayFromZero);
}
