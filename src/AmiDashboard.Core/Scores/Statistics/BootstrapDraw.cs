using System.Collections.Immutable;

namespace AmiDashboard.Core.Scores.Statistics;

/// <summary>Everything one thread needs to rank the applications of one draw after another without allocating.</summary>
internal sealed class BootstrapDraw
{
    private readonly ImmutableArray<CriterionBlock> blocks;
    private readonly double[][] starts;
    private readonly double shrinkage;
    private readonly LeniencySolver[] solvers;
    private readonly double[] copies;
    private readonly double[] leniency;
    private readonly double[] adjusted;
    private readonly double[] sums;
    private readonly double[] weights;
    private readonly RankOrder order;

    /// <param name="starts">Leniency of each block's point fit: where every draw begins, so that order is nothing.</param>
    public BootstrapDraw(ScoreTable table, ImmutableArray<CriterionBlock> blocks, double[][] starts, double shrinkage)
    {
        this.blocks = blocks;
        this.starts = starts;
        this.shrinkage = shrinkage;
        solvers = [.. blocks.Select(block => new LeniencySolver(block.Cells))];
        copies = new double[table.Reviewers.Length];
        leniency = new double[table.Reviewers.Length];
        adjusted = new double[table.Applications.Length];
        sums = new double[table.Applications.Length];
        weights = new double[table.Applications.Length];
        Ranks = new int[table.Applications.Length];
        order = new RankOrder(table.Applications.Length);
    }

    /// <summary>By index of the application; 0 for none.</summary>
    public int[] Ranks { get; }

    /// <summary>Leniency of each block when every reviewer counts once.</summary>
    public static double[][] PointFits(ImmutableArray<CriterionBlock> blocks, int reviewers, double shrinkage)
    {
        var once = new double[reviewers];
        Array.Fill(once, 1);
        var fits = new double[blocks.Length][];
        for (var block = 0; block < fits.Length; block++)
        {
            fits[block] = new double[reviewers];
            new LeniencySolver(blocks[block].Cells).Solve(once, shrinkage, fits[block]);
        }

        return fits;
    }

    /// <summary>Fills <see cref="Ranks"/>, counted among the applications that somebody drawn has scored.</summary>
    /// <returns>How many those are.</returns>
    public int Rank(int seed, int draw)
    {
        ResampledReviewers.Draw(seed, draw, copies);
        Array.Clear(sums);
        Array.Clear(weights);
        for (var block = 0; block < solvers.Length; block++)
        {
            starts[block].CopyTo(leniency);
            solvers[block].Solve(copies, shrinkage, leniency);
            solvers[block].Adjust(copies, leniency, adjusted);
            for (var application = 0; application < adjusted.Length; application++)
            {
                if (!double.IsNaN(adjusted[application]))
                {
                    sums[application] += blocks[block].Weight * adjusted[application];
                    weights[application] += blocks[block].Weight;
                }
            }
        }

        for (var application = 0; application < adjusted.Length; application++)
        {
            adjusted[application] = weights[application] > 0 ? sums[application] / weights[application] : double.NaN;
        }

        return order.Rank(adjusted, Ranks);
    }
}
