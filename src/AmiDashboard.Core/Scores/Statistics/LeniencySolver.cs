namespace AmiDashboard.Core.Scores.Statistics;

/// <summary>
/// Solves the additive model of <see cref="AdditiveFit"/> for its reviewers. Applications are eliminated first: each is
/// the mean of its scores less their reviewers' leniency. What remains is symmetric and semi-definite,
/// <c>m_j (n_j + λ) r_j − m_j Σ_i Σ_k m_k r_k / M_i = m_j Σ_i (y_ij − ȳ_i)</c>, and is solved by conjugate gradients with
/// its diagonal as preconditioner (Hestenes and Stiefel 1952): linear in the scores for each iteration, and without
/// storing a matrix. Holds its room to work in, so it serves one thread, and any number of solutions without allocation.
/// </summary>
internal sealed class LeniencySolver(ScoredCells cells)
{
    /// <summary>Of the residual, relative to the right-hand side.</summary>
    private const double Tolerance = 1e-12;

    /// <summary>Of what rounding alone leaves, relative to the size of the terms.</summary>
    private const double Rounding = 1e-15;

    private const int MostRounds = 3;

    private readonly LinkedReviewers links = new(cells.Counts.Length);
    private readonly double[] inverses = new double[cells.Applications];
    private readonly double[] means = new double[cells.Applications];
    private readonly double[] right = new double[cells.Counts.Length];
    private readonly double[] preconditioner = new double[cells.Counts.Length];
    private readonly double[] residual = new double[cells.Counts.Length];
    private readonly double[] direction = new double[cells.Counts.Length];
    private readonly double[] image = new double[cells.Counts.Length];
    private readonly double[] weighted = new double[cells.Counts.Length];
    private readonly double[] sums = new double[cells.Counts.Length];
    private double size;

    public int Components { get; private set; }

    public int Iterations { get; private set; }

    /// <summary>False when rounding kept the residual above its tolerance: the solution is then the best there is.</summary>
    public bool IsConverged { get; private set; }

    /// <param name="copies">How often each reviewer counts: as that many reviewers who score alike.</param>
    /// <param name="leniency">Where to start from, then the solution: copies × leniency sums to 0 over each component.</param>
    public void Solve(ReadOnlySpan<double> copies, double shrinkage, Span<double> leniency)
    {
        Prepare(copies, shrinkage);
        Components = links.Link(cells, copies);
        var limit = Tolerance * Norm(right);
        Iterations = 0;
        for (var round = 0; ; round++)
        {
            // The residual of the recurrence drifts from the true one; each round begins with the true one.
            Apply(copies, shrinkage, leniency, image);
            for (var reviewer = 0; reviewer < right.Length; reviewer++)
            {
                residual[reviewer] = right[reviewer] - image[reviewer];
            }

            var enough = Math.Max(limit, Rounding * size * (1 + Largest(leniency)));
            IsConverged = Norm(residual) <= enough;
            if (IsConverged || round == MostRounds)
            {
                break;
            }

            Descend(copies, shrinkage, leniency, enough / 2);
        }

        // With λ > 0 the sum of the equations of a component says so already; with λ = 0 it is a choice.
        links.Centre(copies, leniency);
    }

    /// <summary>Mean of each application's scores less leniency, after <see cref="Solve"/>; NaN without a score.</summary>
    public void Adjust(ReadOnlySpan<double> copies, ReadOnlySpan<double> leniency, Span<double> adjusted)
    {
        var starts = cells.Starts;
        var reviewers = cells.Reviewers;
        for (var application = 0; application < cells.Applications; application++)
        {
            var sum = 0.0;
            for (var cell = starts[application]; cell < starts[application + 1]; cell++)
            {
                sum += copies[reviewers[cell]] * leniency[reviewers[cell]];
            }

            adjusted[application] =
                inverses[application] > 0 ? means[application] - (sum * inverses[application]) : double.NaN;
        }
    }

    private void Prepare(ReadOnlySpan<double> copies, double shrinkage)
    {
        var starts = cells.Starts;
        var reviewers = cells.Reviewers;
        var scores = cells.Scores;
        Array.Clear(right);
        Array.Clear(sums);
        var largest = 0.0;
        for (var application = 0; application < cells.Applications; application++)
        {
            var (count, sum) = (0.0, 0.0);
            for (var cell = starts[application]; cell < starts[application + 1]; cell++)
            {
                count += copies[reviewers[cell]];
                sum += copies[reviewers[cell]] * scores[cell];
            }

            inverses[application] = count > 0 ? 1 / count : 0;
            means[application] = count > 0 ? sum / count : 0;
            if (count > 0)
            {
                for (var cell = starts[application]; cell < starts[application + 1]; cell++)
                {
                    right[reviewers[cell]] += scores[cell] - means[application];
                    sums[reviewers[cell]] += inverses[application];
                    largest = Math.Max(largest, Math.Abs(scores[cell]));
                }
            }
        }

        size = 0;
        for (var reviewer = 0; reviewer < right.Length; reviewer++)
        {
            var count = cells.Counts[reviewer] + shrinkage;
            var diagonal = copies[reviewer] * (count - (copies[reviewer] * sums[reviewer]));
            right[reviewer] *= copies[reviewer];
            size = Math.Max(size, copies[reviewer] * count);

            // A reviewer whose applications nobody else scored: nothing to tell them by, and no equation.
            preconditioner[reviewer] = diagonal > 1e-12 * copies[reviewer] * count ? 1 / diagonal : 0;
        }

        size *= Math.Max(1, largest);
    }

    private void Descend(ReadOnlySpan<double> copies, double shrinkage, Span<double> leniency, double enough)
    {
        var product = 0.0;
        for (var reviewer = 0; reviewer < right.Length; reviewer++)
        {
            direction[reviewer] = preconditioner[reviewer] * residual[reviewer];
            product += direction[reviewer] * residual[reviewer];
        }

        var most = Iterations + 100 + (2 * right.Length);
        while (Iterations < most && product > 0)
        {
            Apply(copies, shrinkage, direction, image);
            var curvature = 0.0;
            for (var reviewer = 0; reviewer < right.Length; reviewer++)
            {
                curvature += direction[reviewer] * image[reviewer];
            }

            if (curvature <= 0)
            {
                return;
            }

            Iterations++;
            var step = product / curvature;
            var (next, norm) = (0.0, 0.0);
            for (var reviewer = 0; reviewer < right.Length; reviewer++)
            {
                leniency[reviewer] += step * direction[reviewer];
                var left = residual[reviewer] - (step * image[reviewer]);
                residual[reviewer] = left;
                next += left * left * preconditioner[reviewer];
                norm += left * left;
            }

            if (Math.Sqrt(norm) <= enough)
            {
                return;
            }

            var turn = next / product;
            product = next;
            for (var reviewer = 0; reviewer < right.Length; reviewer++)
            {
                direction[reviewer] = (preconditioner[reviewer] * residual[reviewer]) + (turn * direction[reviewer]);
            }
        }
    }

    private void Apply(ReadOnlySpan<double> copies, double shrinkage, ReadOnlySpan<double> from, Span<double> to)
    {
        var starts = cells.Starts;
        var reviewers = cells.Reviewers;
        var counts = cells.Counts;
        for (var reviewer = 0; reviewer < from.Length; reviewer++)
        {
            weighted[reviewer] = copies[reviewer] * from[reviewer];
            sums[reviewer] = 0;
        }

        for (var application = 0; application < inverses.Length; application++)
        {
            var row = reviewers[starts[application]..starts[application + 1]];
            var mean = 0.0;
            foreach (var reviewer in row)
            {
                mean += weighted[reviewer];
            }

            mean *= inverses[application];
            foreach (var reviewer in row)
            {
                sums[reviewer] += mean;
            }
        }

        for (var reviewer = 0; reviewer < from.Length; reviewer++)
        {
            to[reviewer] = copies[reviewer] * (((counts[reviewer] + shrinkage) * from[reviewer]) - sums[reviewer]);
        }
    }

    private static double Norm(ReadOnlySpan<double> vector)
    {
        var sum = 0.0;
        foreach (var value in vector)
        {
            sum += value * value;
        }

        return Math.Sqrt(sum);
    }

    private static double Largest(ReadOnlySpan<double> vector)
    {
        var largest = 0.0;
        foreach (var value in vector)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }
}
