using System.Collections.Immutable;

namespace AmiDashboard.Core.Scores.Statistics;

/// <summary>The applications of a table in order, by given weights.</summary>
/// <param name="Weights">As given, one for each criterion; what counts is the share in their sum.</param>
/// <param name="Rows">By adjusted rank, then number; what takes no rank comes last.</param>
/// <param name="Components">
/// The most that a criterion that weighs has: above 1 there is no common scale, see <see cref="AdditiveFit"/>.
/// </param>
public sealed record Ranking(ImmutableArray<double> Weights, ImmutableArray<RankedApplication> Rows, int Components);

/// <summary>
/// Means are in points of the scale. Σ w·mean / Σ w over the criteria that somebody scored for the application: one that
/// nobody scored leaves both sums, and is never a 0. Null without any score that weighs.
/// </summary>
public sealed record RankedApplication
{
    public required int Number { get; init; }

    /// <summary>Reviews with at least one score.</summary>
    public required int Reviews { get; init; }

    /// <summary>Of the raw means by criterion, each over those who scored it.</summary>
    public double? Mean { get; init; }

    /// <summary>Of the means by criterion once reviewers' severity is allowed for.</summary>
    public double? AdjustedMean { get; init; }

    /// <summary>By <see cref="Mean"/>: 1, 2, 2, 4. Means within 1e-9 points are a tie.</summary>
    public int? Rank { get; init; }

    /// <summary>By <see cref="AdjustedMean"/>, likewise.</summary>
    public int? AdjustedRank { get; init; }

    /// <summary>Another one has the same adjusted rank.</summary>
    public bool IsTied { get; init; }

    /// <summary>Each criterion, whatever its weight, is scored by somebody.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Sample standard deviation of its reviewers' own weighted means, in points; null under two of them.</summary>
    public double? Spread { get; init; }

    /// <summary>Raw, by position of the criterion; null when nobody scored it.</summary>
    public ImmutableArray<double?> CriterionMeans { get; init; } = [];

    /// <summary>Adjusted, by position of the criterion; null when nobody scored it.</summary>
    public ImmutableArray<double?> AdjustedCriterionMeans { get; init; } = [];
}

/// <summary>How far a reviewer stands from the others, over the criteria they scored, weighted.</summary>
/// <param name="Severity">
/// Points below the others on the same applications, after shrinkage; under 0 for a generous one. It compares reviewers
/// of one connected component only.
/// </param>
/// <param name="Reviews">Theirs with at least one score.</param>
public sealed record ReviewerSeverity(int Reviewer, double Severity, int Reviews);
