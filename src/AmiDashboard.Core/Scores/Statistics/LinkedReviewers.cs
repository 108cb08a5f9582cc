namespace AmiDashboard.Core.Scores.Statistics;

/// <summary>
/// Which reviewers are linked by common applications, directly or through others: the connected components of the graph
/// of reviewers and applications. Only within one can severities be told from merits (Weeks and Williams 1964).
/// </summary>
internal sealed class LinkedReviewers(int reviewers)
{
    private readonly int[] parents = new int[reviewers];
    private readonly double[] sums = new double[reviewers];
    private readonly double[] weights = new double[reviewers];

    /// <param name="copies">How often each reviewer counts; one that counts 0 times links nobody.</param>
    /// <returns>The components that hold a score.</returns>
    public int Link(ScoredCells cells, ReadOnlySpan<double> copies)
    {
        var components = 0;
        for (var reviewer = 0; reviewer < parents.Length; reviewer++)
        {
            parents[reviewer] = reviewer;
            components += copies[reviewer] > 0 && cells.Counts[reviewer] > 0 ? 1 : 0;
        }

        var starts = cells.Starts;
        var cellReviewers = cells.Reviewers;
        for (var application = 0; application < cells.Applications; application++)
        {
            var first = -1;
            for (var cell = starts[application]; cell < starts[application + 1]; cell++)
            {
                if (copies[cellReviewers[cell]] <= 0)
                {
                    continue;
                }

                var root = RootOf(cellReviewers[cell]);
                if (first < 0)
                {
                    first = root;
                }
                else if (root != first)
                {
                    parents[root] = first;
                    components--;
                }
            }
        }

        return components;
    }

    /// <summary>Takes from each component its mean, so that its reviewers sum to 0.</summary>
    public void Centre(ReadOnlySpan<double> copies, Span<double> leniency)
    {
        Array.Clear(sums);
        Array.Clear(weights);
        for (var reviewer = 0; reviewer < parents.Length; reviewer++)
        {
            var root = RootOf(reviewer);
            sums[root] += copies[reviewer] * leniency[reviewer];
            weights[root] += copies[reviewer];
        }

        for (var reviewer = 0; reviewer < parents.Length; reviewer++)
        {
            var root = RootOf(reviewer);
            leniency[reviewer] = copies[reviewer] > 0 ? leniency[reviewer] - (sums[root] / weights[root]) : 0;
        }
    }

    private int RootOf(int reviewer)
    {
        while (parents[reviewer] != reviewer)
        {
            parents[reviewer] = parents[parents[reviewer]];
            reviewer = parents[reviewer];
        }

        return reviewer;
    }
}
