using System.Collections.Immutable;

namespace AmiDashboard.Core.Prototypes.Figures;

/// <summary>What people say of a score, worst first.</summary>
public enum UsabilityAdjective
{
    WorstImaginable,
    Awful,
    Poor,
    Fair,
    Good,
    Excellent,
    BestImaginable,
}

/// <summary>The mean of answers to the System Usability Scale, from 0 to 100.</summary>
/// <param name="Answers">At least one.</param>
/// <param name="Interval">Null with one answer: nothing is known of how they differ.</param>
public sealed record UsabilityMean(double Mean, int Answers, UsabilityInterval? Interval)
{
    /// <summary>The mean over many studies, by Sauro 2011, « A Practical Guide to the System Usability Scale ».</summary>
    public const double UsualMean = 68;

    /// <summary>
    /// The mean scores that went with each adjective, by Bangor, Kortum and Miller 2009, « Determining what individual SUS
    /// scores mean », Journal of Usability Studies 4 (3).
    /// </summary>
    private static readonly double[] MeanScores = [12.5, 20.3, 35.7, 50.9, 71.4, 85.5, 90.9];

    /// <summary>The one whose mean score is nearest.</summary>
    public UsabilityAdjective Adjective =>
        Enum.GetValues<UsabilityAdjective>().MinBy(adjective => Math.Abs(MeanScores[(int)adjective] - Mean));

    /// <summary>Null where nobody answered.</summary>
    public static UsabilityMean? Of(ImmutableArray<UsabilityAnswer> answers)
    {
        if (answers.IsEmpty)
        {
            return null;
        }

        double[] scores = [.. answers.Select(answer => answer.Score)];
        var mean = scores.Average();
        if (scores.Length == 1)
        {
            return new(mean, 1, Interval: null);
        }

        var variance = scores.Sum(score => (score - mean) * (score - mean)) / (scores.Length - 1);
        var half = StudentT.Of90Percent(scores.Length - 1) * Math.Sqrt(variance / scores.Length);
        return new(mean, scores.Length, new(Math.Max(0, mean - half), Math.Min(100, mean + half)));
    }
}

/// <summary>A 90 % interval of a mean by Student's t, clipped to the scale.</summary>
public sealed record UsabilityInterval(double Low, double High);
