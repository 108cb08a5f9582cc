using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Prototypes.Figures;

/// <summary>What those who tried said: trial by trial, by the day it was held, and prototype by prototype, by number.</summary>
public sealed record TrialSatisfaction(
    FigureScope Scope,
    ImmutableArray<TrialFindings> Trials,
    ImmutableArray<PrototypeFindings> Prototypes
)
{
    public static TrialSatisfaction Of(PrototypeFacts facts, FigureScope scope)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ImmutableArray<TrialFindings> trials =
        [
            .. TrialStanding
                .Of(facts, scope)
                .Where(trial => trial.IsHeld && trial.Last.Result is not null)
                .OrderBy(trial => trial.On)
                .ThenBy(trial => trial.Number)
                .ThenBy(trial => trial.Trial.Id)
                .Select(trial => new TrialFindings(trial, Findings.Of([trial.Last.Result!]))),
        ];
        return new(
            scope,
            trials,
            [
                .. trials
                    .GroupBy(one => one.Trial.Number)
                    .OrderBy(one => one.Key)
                    .Select(one => new PrototypeFindings(
                        one.Key,
                        one.First().Trial.Fact.Title,
                        one.Count(),
                        Findings.Of([.. one.Select(trial => trial.Trial.Last.Result!)])
                    )),
            ]
        );
    }
}

public sealed record TrialFindings(TrialStanding Trial, Findings Findings);

/// <param name="Trials">How many were held.</param>
public sealed record PrototypeFindings(int Number, string Title, int Trials, Findings Findings);

/// <summary>Of one trial, or of several: every answer and every task counts alike.</summary>
/// <param name="Usability">Null where nobody filled in the scale.</param>
/// <param name="SuccessRate">Tasks succeeded of those tried, from 0 to 1; null where none was tried.</param>
/// <param name="Satisfaction">Mean from 1 to 5; null where nobody said.</param>
/// <param name="SatisfactionAnswers">How many said how satisfied they are.</param>
public sealed record Findings(
    UsabilityMean? Usability,
    double? SuccessRate,
    double? Satisfaction,
    int SatisfactionAnswers
)
{
    internal static Findings Of(ImmutableArray<TrialResult> results)
    {
        var tried = results.Sum(result => (long)result.TasksTried);
        var answers = results.Sum(result => result.Answers);
        return new(
            UsabilityMean.Of([.. results.SelectMany(result => result.Usability)]),
            tried > 0 ? (double)results.Sum(result => (long)result.TasksSucceeded) / tried : null,
            answers > 0
                ? results.Where(result => result.Answers > 0).Sum(one => one.MeanSatisfaction!.Value * one.Answers)
                    / answers
                : null,
            answers
        );
    }
}
