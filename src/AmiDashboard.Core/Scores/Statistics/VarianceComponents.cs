using System.Runtime.InteropServices;

namespace AmiDashboard.Core.Scores.Statistics;

/// <summary>
/// Variances of targets, judges and error in the two-way random model without interaction, from a table with holes:
/// Henderson's method III (Henderson 1953; Searle, Casella and McCulloch 1992, Variance Components, chapter 5). With n
/// scores, T targets, J judges and c connected components,
/// E[SSE] = (n − T − J + c)σ²E, E[SS(T | J)] = (n − J)σ²T + (T − c)σ²E and E[SS(J | T)] = (n − T)σ²J + (J − c)σ²E.
/// Without holes they are those of Shrout and Fleiss 1979. Unbiased estimates: one may be below 0.
/// </summary>
/// <param name="Target">σ²T, in squared points.</param>
/// <param name="Judge">σ²J, likewise.</param>
/// <param name="Error">σ²E, likewise.</param>
/// <param name="ReviewsPerTarget">Harmonic mean of the scores of each target.</param>
public sealed record VarianceComponents(double Target, double Judge, double Error, double ReviewsPerTarget)
{
    /// <summary>Agreement of one judge with another, severity counting as disagreement; null when nothing varies.</summary>
    public double? Icc21 => Share(1);

    /// <summary>Agreement of the mean of <see cref="ReviewsPerTarget"/> judges with that of others; null likewise.</summary>
    public double? Icc2k => Share(ReviewsPerTarget);

    /// <param name="scores">Each pair of target and judge at most once.</param>
    /// <returns>
    /// Null when all scores are equal, under two targets or judges, or without a degree of freedom left for the error.
    /// </returns>
    public static VarianceComponents? Of(IEnumerable<TargetScore> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var given = scores.OrderBy(score => score.Target).ThenBy(score => score.Judge).ToList();
        if (given.DistinctBy(score => (score.Target, score.Judge)).Count() < given.Count)
        {
            throw new ArgumentException("A judge scores a target twice.", nameof(scores));
        }

        var targets = Indices(given.Select(score => score.Target));
        var judges = Indices(given.Select(score => score.Judge));
        if (targets.Count < 2 || judges.Count < 2 || given.All(score => score.Score.Equals(given[0].Score)))
        {
            return null;
        }

        var cells = new ScoredCells(
            targets.Count,
            judges.Count,
            [.. given.Select(score => new ScoredCell(targets[score.Target], judges[score.Judge], score.Score))]
        );
        var (error, components) = Residual(cells, given, targets, judges);
        var freedom = given.Count - targets.Count - judges.Count + components;
        if (freedom <= 0)
        {
            return null;
        }

        var ofError = error / freedom;
        var ofTargets = Within(given.GroupBy(score => score.Judge)) - error;
        var ofJudges = Within(given.GroupBy(score => score.Target)) - error;
        return new VarianceComponents(
            (ofTargets - ((targets.Count - components) * ofError)) / (given.Count - judges.Count),
            (ofJudges - ((judges.Count - components) * ofError)) / (given.Count - targets.Count),
            ofError,
            targets.Count / given.CountBy(score => score.Target).Sum(target => 1.0 / target.Value)
        );
    }

    /// <summary>Sum of squares that both factors leave.</summary>
    private static (double Sum, int Components) Residual(
        ScoredCells cells,
        List<TargetScore> given,
        Dictionary<int, int> targets,
        Dictionary<int, int> judges
    )
    {
        var solver = new LeniencySolver(cells);
        var (copies, leniency, merit) = (new double[judges.Count], new double[judges.Count], new double[targets.Count]);
        Array.Fill(copies, 1);
        solver.Solve(copies, 0, leniency);
        solver.Adjust(copies, leniency, merit);
        var sum = given.Sum(score =>
            Square(score.Score - merit[targets[score.Target]] - leniency[judges[score.Judge]])
        );
        return (sum, solver.Components);
    }

    private static double Within(IEnumerable<IGrouping<int, TargetScore>> groups) =>
        groups.Sum(group =>
        {
            var mean = group.Average(score => score.Score);
            return group.Sum(score => Square(score.Score - mean));
        });

    private static Dictionary<int, int> Indices(IEnumerable<int> ids) =>
        ids.Distinct().Index().ToDictionary(one => one.Item, one => one.Index);

    private static double Square(double value) => value * value;

    private double? Share(double judges)
    {
        var whole = Target + ((Judge + Error) / judges);
        return whole > 0 ? Target / whole : null;
    }
}

/// <summary>What a judge gives a target, each by id.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TargetScore(int Target, int Judge, double Score);
