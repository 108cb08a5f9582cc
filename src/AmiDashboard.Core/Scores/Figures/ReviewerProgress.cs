using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Scores.Figures;

/// <summary>What each reviewer has submitted of what was asked of them, who has most left first.</summary>
public sealed record ReviewerProgress(FigureScope Scope, ImmutableArray<ReviewerLoad> Reviewers)
{
    public int Left => Reviewers.Sum(reviewer => reviewer.Left);

    public static ReviewerProgress Of(ScoreFacts facts, FigureScope scope)
    {
        var admitted = new AdmittedScores(facts, scope);
        return new ReviewerProgress(
            scope,
            [
                .. admitted
                    .Asked()
                    .Where(review => review.IsAskedAt(scope.AsOf))
                    .GroupBy(review => review.Reviewer)
                    .Select(group => new ReviewerLoad(
                        group.Key,
                        facts.Reviewers.GetValueOrDefault(group.Key),
                        group.Count(review => review.IsSubmittedAt(scope.AsOf)),
                        admitted.Set(group.Select(review => review.Application))
                    ))
                    .OrderByDescending(load => load.Left)
                    .ThenByDescending(load => load.Submitted)
                    .ThenBy(load => load.Name, StringComparer.Ordinal)
                    .ThenBy(load => load.Reviewer),
            ]
        );
    }
}

/// <param name="Name">A letter where names are not for the one who reads; null where none is known.</param>
/// <param name="Asked">Applications asked of them at the scope's instant, the submitted ones too.</param>
public sealed record ReviewerLoad(int Reviewer, string? Name, int Submitted, ApplicationSet Asked)
{
    public int Left => Asked.Count - Submitted;
}
