using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Prototypes.Figures;

/// <summary>A trial as it was known at an instant: planned or held, by its last step. One called off stands no more.</summary>
public sealed record TrialStanding(PrototypeFact Fact, UserTrial Trial, UserTrialStep Last)
{
    public int Number => Fact.Number;

    public Audience Audience => Trial.Audience;

    /// <summary>Paris day: held on, or planned on.</summary>
    public DateOnly On => Last.On;

    public int People => Last.People;

    public bool IsHeld => Last.Step == TrialStep.Held;

    /// <summary>Those that a scope admits.</summary>
    public static IEnumerable<TrialStanding> Of(PrototypeFacts facts, FigureScope scope)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Admitted(scope).SelectMany(fact => Of(fact, scope.AsOf));
    }

    /// <param name="asOf">UTC.</param>
    public static IEnumerable<TrialStanding> Of(PrototypeFact fact, DateTime asOf)
    {
        ArgumentNullException.ThrowIfNull(fact);
        foreach (var trial in fact.Trials)
        {
            if (trial.Steps.LastOrDefault(step => step.RecordedAt <= asOf) is { Step: not TrialStep.Cancelled } last)
            {
                yield return new(fact, trial, last);
            }
        }
    }
}
