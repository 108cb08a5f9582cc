using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Scores.Statistics;

namespace AmiDashboard.Core.Scores.Figures;

/// <summary>
/// How much lower or higher each reviewer scores than the others on equal applications, the most severe first. Estimated
/// from all their reviews: the filter only chooses which reviewers are shown.
/// </summary>
/// <param name="Components">Groups of applications without a common reviewer: more than one has no common scale.</param>
public sealed record ReviewerSeverities(FigureScope Scope, int Components, ImmutableArray<SeverityRow> Rows)
{
    /// <summary>Points between the most severe and the most generous; null for fewer than two.</summary>
    public double? Gap => Rows.Length < 2 ? null : Rows[^1].Lean - Rows[0].Lean;

    public static ReviewerSeverities Of(ScoreFacts facts, FigureScope scope)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Of(facts, scope, facts.Model?.Severities(facts.Weights) ?? []);
    }

    public static ReviewerSeverities Of(
        ScoreFacts facts,
        FigureScope scope,
        ImmutableArray<ReviewerSeverity> severities
    )
    {
        var admitted = new AdmittedScores(facts, scope);
        var reviewed = admitted.Counting.ToLookup(one => one.Reviewer, one => one.Application);
        return new ReviewerSeverities(
            scope,
            facts.Ranking?.Components ?? 0,
            [
                .. severities
                    .Where(severity => reviewed.Contains(severity.Reviewer))
                    .Select(severity => new SeverityRow(
                        severity.Reviewer,
                        facts.Reviewers.GetValueOrDefault(severity.Reviewer),
                        -severity.Severity,
                        severity.Reviews,
                        admitted.Set(reviewed[severity.Reviewer])
                    ))
                    .OrderBy(row => row.Lean)
                    .ThenBy(row => row.Name, StringComparer.Ordinal)
                    .ThenBy(row => row.Reviewer),
            ]
        );
    }
}

/// <param name="Name">A letter where names are not for the one who reads; null where none is known.</param>
/// <param name="Lean">Points above what others would give: negative for a severe reviewer, positive for a generous one.</param>
/// <param name="Reviews">That the estimate rests on.</param>
/// <param name="Applications">Of those that the filter admits.</param>
public sealed record SeverityRow(int Reviewer, string? Name, double Lean, int Reviews, ApplicationSet Applications);
