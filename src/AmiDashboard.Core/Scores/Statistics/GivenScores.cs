using System.Collections.Immutable;

namespace AmiDashboard.Core.Scores.Statistics;

/// <summary>The submitted scores of one review, in points of the scale.</summary>
/// <param name="Application">Its number.</param>
/// <param name="Reviewer">Their id.</param>
/// <param name="Scores">By position of the criterion; null where it was not scored, which is never 0.</param>
public sealed record GivenScores(int Application, int Reviewer, ImmutableArray<double?> Scores)
{
    internal bool HasScore => Scores.Any(score => score is not null);
}
