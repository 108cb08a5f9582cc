using System.Runtime.InteropServices;

namespace AmiDashboard.Core.Scores.Statistics;

/// <summary>
/// One value for some pairs of application and reviewer, row by row of applications: the sparse table that a fit reads.
/// </summary>
internal sealed class ScoredCells
{
    private readonly int[] starts;
    private readonly int[] reviewers;
    private readonly double[] scores;
    private readonly int[] counts;

    /// <param name="cells">By index of application ascending, each pair once.</param>
    public ScoredCells(int applications, int reviewers, IReadOnlyList<ScoredCell> cells)
    {
        starts = new int[applications + 1];
        counts = new int[reviewers];
        this.reviewers = new int[cells.Count];
        scores = new double[cells.Count];
        for (var index = 0; index < cells.Count; index++)
        {
            var cell = cells[index];
            starts[cell.Application + 1]++;
            counts[cell.Reviewer]++;
            this.reviewers[index] = cell.Reviewer;
            scores[index] = cell.Score;
        }

        for (var index = 0; index < applications; index++)
        {
            starts[index + 1] += starts[index];
        }
    }

    public int Applications => starts.Length - 1;

    /// <summary>Where each application's cells begin; one more for the end.</summary>
    public ReadOnlySpan<int> Starts => starts;

    /// <summary>Index of the reviewer of each cell.</summary>
    public ReadOnlySpan<int> Reviewers => reviewers;

    public ReadOnlySpan<double> Scores => scores;

    /// <summary>Cells of each reviewer.</summary>
    public ReadOnlySpan<int> Counts => counts;

    /// <summary>What <paramref name="score"/> makes of each review; NaN leaves the pair out.</summary>
    public static ScoredCells Of(ScoreTable table, Func<GivenScores, double> score)
    {
        var cells = new List<ScoredCell>(table.Reviews.Length);
        for (var index = 0; index < table.Reviews.Length; index++)
        {
            var value = score(table.Reviews[index]);
            if (!double.IsNaN(value))
            {
                cells.Add(new ScoredCell(table.ApplicationOf[index], table.ReviewerOf[index], value));
            }
        }

        return new ScoredCells(table.Applications.Length, table.Reviewers.Length, cells);
    }
}

/// <summary>By indices, not by number and id.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ScoredCell(int Application, int Reviewer, double Score);
