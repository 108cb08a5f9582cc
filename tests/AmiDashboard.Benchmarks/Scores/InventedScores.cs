using System.Collections.Immutable;
using AmiDashboard.Core.Scores.Statistics;

namespace AmiDashboard.Scores;

/// <summary>Reviews of any number of applications, by five reviewers each, on five criteria; the same each time.</summary>
internal static class InventedScores
{
    public const int ReviewersEach = 5;

    public static readonly ImmutableArray<double> Weights = [30, 25, 20, 15, 10];

    /// <param name="holes">Share of the scores that are missing.</param>
    public static ScoreTable Of(int applications, int reviewers, double holes)
    {
        var random = new Random(1);
        var severities = Enumerable.Range(0, reviewers).Select(_ => random.NextDouble() - .5).ToArray();
        var reviews = new List<GivenScores>();
        for (var application = 1; application <= applications; application++)
        {
            var merit = 1 + (3 * random.NextDouble());
            foreach (var reviewer in Enumerable.Range(0, reviewers).OrderBy(_ => random.Next()).Take(ReviewersEach))
            {
                var scores = Weights.Select(_ =>
                    random.NextDouble() < holes ? null : Score(merit - severities[reviewer], random)
                );
                reviews.Add(new GivenScores(application, reviewer + 1, [.. scores]));
            }
        }

        return ScoreTable.Of(reviews, Weights.Length);
    }

    /// <summary>From 0 to 5 by halves.</summary>
    private static double? Score(double expected, Random random) =>
        Math.Clamp(Math.Round(2 * (expected + random.NextDouble() - .5)) / 2, 0, 5);
}
