using AmiDashboard.Core.Scores.Statistics;
using BenchmarkDotNet.Attributes;

namespace AmiDashboard.Scores;

/// <summary>
/// Intervals of ranks on one thread: time should double with applications and with draws, memory with both. Reviews with
/// holes need a fit for each criterion instead of one for all.
/// </summary>
[MemoryDiagnoser, ShortRunJob]
public class BootstrapBenchmarks
{
    private ScoreTable table = InventedScores.Of(1, 5, 0);

    [Params(500, 1_000, 2_000)]
    public int Applications { get; set; }

    [Params(250, 500, 1_000)]
    public int Draws { get; set; }

    [Params(false, true)]
    public bool HasManyReviewers { get; set; }

    [Params(0, .05)]
    public double Holes { get; set; }

    [GlobalSetup]
    public void Invent() => table = InventedScores.Of(Applications, HasManyReviewers ? Applications / 4 : 5, Holes);

    [Benchmark]
    public RankIntervals Bootstrap() => RankBootstrap.Run(table, InventedScores.Weights, 3, Draws, 1, degree: 1);
}
