using System.Collections.Immutable;

namespace AmiDashboard.Core.Scores.Statistics;

/// <summary>
/// Score = μ + application + reviewer, fitted to one criterion by penalised least squares: the least of
/// Σ (y_ij − μ − a_i − r_j)² + λ Σ r_j². Applications are not shrunk; reviewers are, so that one of n scores is corrected
/// by about n / (n + λ) of what their scores say: the mixed model's equations with applications fixed, reviewers random
/// and λ the ratio of the variances of error and reviewers (Searle, Casella and McCulloch 1992, Variance Components,
/// chapter 7).
/// </summary>
/// <remarks>
/// Identification: Σ a_i = 0 over the applications that have a score, and Σ r_j = 0 over the reviewers of each connected
/// component. The second follows from the equations when λ &gt; 0, and is what their solution tends to when λ tends to 0.
/// </remarks>
/// <param name="Mean">μ, in points: the plain mean of <paramref name="Adjusted"/>; NaN when nobody scored the criterion.</param>
/// <param name="Adjusted">μ + a_i in points, by index of the table's applications; null without a score.</param>
/// <param name="Leniency">
/// r_j in points, by index of the table's reviewers: above 0 generous, below severe; null without a score.
/// </param>
/// <param name="Components">
/// Connected components of the graph of reviewers and applications that hold a score. Above 1 there is no common scale:
/// nobody scored in both, so the severity of a group cannot be told from the merit of what it scored.
/// </param>
/// <param name="Iterations">Of conjugate gradients.</param>
/// <param name="IsConverged">False when rounding kept the residual above its tolerance of 1e-12.</param>
public sealed record AdditiveFit(
    double Mean,
    ImmutableArray<double?> Adjusted,
    ImmutableArray<double?> Leniency,
    int Components,
    int Iterations,
    bool IsConverged
)
{
    internal static AdditiveFit Of(ScoreTable table, int criterion, double shrinkage)
    {
        var cells = ScoredCells.Of(table, review => review.Scores[criterion] ?? double.NaN);
        var solver = new LeniencySolver(cells);
        var copies = new double[table.Reviewers.Length];
        var leniency = new double[table.Reviewers.Length];
        var adjusted = new double[table.Applications.Length];
        Array.Fill(copies, 1);
        solver.Solve(copies, shrinkage, leniency);
        solver.Adjust(copies, leniency, adjusted);
        ImmutableArray<double?> merits = [.. adjusted.Select(WeightedMean.OrNull)];
        return new AdditiveFit(
            merits.Average() ?? double.NaN,
            merits,
            [.. leniency.Select((value, index) => cells.Counts[index] > 0 ? value : (double?)null)],
            solver.Components,
            solver.Iterations,
            solver.IsConverged
        );
    }
}
