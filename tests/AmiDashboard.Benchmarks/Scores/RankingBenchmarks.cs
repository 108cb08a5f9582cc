using AmiDashboard.Core.Scores.Statistics;
using BenchmarkDotNet.Attributes;

namespace AmiDashboard.Scores;

/// <summary>What a page waits for when scores change (fit), and when a weight is moved (rank, sensitivity).</summary>
[MemoryDiagnoser, ShortRunJob]
public class RankingBenchmarks
{
    private const double Shrinkage = 3;

    private ScoreTable table = InventedScores.Of(1, 5, 0);
    private ScoreModel model = ScoreModel.Fit(InventedScores.Of(1, 5, 0), Shrinkage);

    [Params(500, 1_000, 2_000)]
    public int Applications { get; set; }

    /// <summary>Five in all who score everything, or one for every four applications.</summary>
    [Params(false, true)]
    public bool HasManyReviewers { get; set; }

    [GlobalSetup]
    public void Invent()
    {
        table = InventedScores.Of(Applications, HasManyReviewers ? Applications / 4 : 5, 0);
        model = ScoreModel.Fit(table, Shrinkage);
    }

    [Benchmark]
    public ScoreModel Fit() => ScoreModel.Fit(table, Shrinkage);

    [Benchmark]
    public Ranking Rank() => model.Rank(InventedScores.Weights);

    [Benchmark]
    public WeightSensitivity Sensitivity() => WeightSensitivity.Of(model, InventedScores.Weights, Applications / 20);

    [Benchmark]
    public Agreement Agreement() => Core.Scores.Statistics.Agreement.Of(table, InventedScores.Weights);
}
