using AmiDashboard.Core.Scores.Statistics;

namespace AmiDashboard.Scores.Statistics;

/// <summary>
/// The additive model solved in another way: every unknown at once, normal equations written out, Gaussian elimination.
/// Where only the sum of a component's reviewers is open, its square is added to what is made least: it costs nothing.
/// </summary>
internal sealed class DenseFit
{
    private DenseFit(Dictionary<int, double> adjusted, Dictionary<int, double> leniency, int components) =>
        (Adjusted, Leniency, Components) = (adjusted, leniency, components);

    /// <summary>By number; only those with a score.</summary>
    public Dictionary<int, double> Adjusted { get; }

    /// <summary>By id; only those with a score.</summary>
    public Dictionary<int, double> Leniency { get; }

    public int Components { get; }

    public static DenseFit Of(IEnumerable<GivenScores> reviews, int criterion, double shrinkage)
    {
        var cells = reviews.Where(review => review.Scores[criterion] is not null).ToArray();
        var applications = cells.Select(cell => cell.Application).Distinct().ToList();
        var reviewers = cells.Select(cell => cell.Reviewer).Distinct().ToList();
        var unknowns = applications.Count + reviewers.Count;
        var matrix = Enumerable.Range(0, unknowns).Select(_ => new double[unknowns + 1]).ToArray();
        foreach (var cell in cells)
        {
            var (i, j) = (
                applications.IndexOf(cell.Application),
                applications.Count + reviewers.IndexOf(cell.Reviewer)
            );
            matrix[i][i]++;
            matrix[j][j]++;
            matrix[i][j]++;
            matrix[j][i]++;
            matrix[i][unknowns] += cell.Scores[criterion]!.Value;
            matrix[j][unknowns] += cell.Scores[criterion]!.Value;
        }

        var groups = Groups(cells);
        for (var one = 0; one < reviewers.Count; one++)
        {
            matrix[applications.Count + one][applications.Count + one] += shrinkage;
            for (var other = 0; other < reviewers.Count; other++)
            {
                matrix[applications.Count + one][applications.Count + other] +=
                    groups[reviewers[one]] == groups[reviewers[other]] ? 1 : 0;
            }
        }

        var solution = Eliminate(matrix, unknowns);
        return new DenseFit(
            applications.Index().ToDictionary(one => one.Item, one => solution[one.Index]),
            reviewers.Index().ToDictionary(one => one.Item, one => solution[applications.Count + one.Index]),
            groups.Values.Distinct().Count()
        );
    }

    /// <summary>The least id of the reviewers that each is linked to, spread until nothing changes.</summary>
    private static Dictionary<int, int> Groups(GivenScores[] cells)
    {
        var groups = cells.Select(cell => cell.Reviewer).Distinct().ToDictionary(id => id);
        for (var changed = true; changed; )
        {
            changed = false;
            foreach (var shared in cells.GroupBy(cell => cell.Application))
            {
                var least = shared.Min(cell => groups[cell.Reviewer]);
                foreach (var cell in shared.Where(cell => groups[cell.Reviewer] != least))
                {
                    groups[cell.Reviewer] = least;
                    changed = true;
                }
            }
        }

        return groups;
    }

    private static double[] Eliminate(double[][] matrix, int unknowns)
    {
        for (var column = 0; column < unknowns; column++)
        {
            var pivot = Enumerable.Range(column, unknowns - column).MaxBy(row => Math.Abs(matrix[row][column]));
            (matrix[column], matrix[pivot]) = (matrix[pivot], matrix[column]);

            for (var row = 0; row < unknowns; row++)
            {
                var factor = row == column ? 0 : matrix[row][column] / matrix[column][column];
                for (var k = column; factor != 0 && k <= unknowns; k++)
                {
                    matrix[row][k] -= factor * matrix[column][k];
                }
            }
        }

        return [.. Enumerable.Range(0, unknowns).Select(row => matrix[row][unknowns] / matrix[row][row])];
    }
}
