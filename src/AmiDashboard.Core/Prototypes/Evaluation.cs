using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;

namespace AmiDashboard.Core.Prototypes;

/// <summary>What came of an expected benefit. Stored by these names.</summary>
public enum BenefitOutcome
{
    Attained,
    PartlyAttained,
    NotAttained,
    NotMeasured,
}

/// <summary>A benefit that the application promised, and what the evaluation found.</summary>
public sealed record EvaluatedBenefit(string Expected, string? Observed, BenefitOutcome Outcome);

/// <summary>The final evaluation against the expected benefits. Each version is added; the last one counts.</summary>
public sealed class Evaluation
{
    public long Id { get; init; }

    public required int Edition { get; init; }

    public required int Number { get; init; }

    public required ImmutableArray<EvaluatedBenefit> Benefits { get; init; }

    public required string Conclusion { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}

/// <summary>The two bodies that say whether to roll out. Stored by these names.</summary>
public enum RollOutBody
{
    Dinsic,
    Ditp,
}

/// <summary>Stored by these names.</summary>
public enum RollOutAdvice
{
    Go,
    GoWithConditions,
    NoGo,
}

/// <summary>What one of the two bodies says of a roll-out. Added, never edited; the last of each body counts.</summary>
public sealed class RollOutVerdict
{
    public long Id { get; init; }

    public required int Edition { get; init; }

    public required int Number { get; init; }

    public required RollOutBody Body { get; init; }

    public required RollOutAdvice Advice { get; init; }

    /// <summary>Paris day.</summary>
    public required DateOnly On { get; init; }

    public required string Reason { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}

/// <summary>What an evaluation must be, and when a verdict may be given.</summary>
public static class EvaluationRules
{
    public const int MostBenefits = 20;

    /// <summary>Whose word it is: the right to give a body's advice.</summary>
    public static Right RightOf(RollOutBody body) =>
        body == RollOutBody.Dinsic ? Right.SupportTechnically : Right.SupportStrategically;

    /// <summary>Null where it may be kept: each benefit named, what was measured told, a conclusion.</summary>
    public static Refusal? Check(ImmutableArray<EvaluatedBenefit> benefits, string? conclusion) =>
        benefits.IsDefaultOrEmpty || benefits.Length > MostBenefits ? new Refusal("Refusal_Benefits", MostBenefits)
        : benefits.Any(benefit => PlanText.IsEmpty(benefit.Expected)) ? new Refusal("Refusal_BenefitUnnamed")
        : benefits.Any(benefit => benefit.Outcome != BenefitOutcome.NotMeasured && PlanText.IsEmpty(benefit.Observed))
            ? new Refusal("Refusal_BenefitUnobserved")
        : PlanText.IsEmpty(conclusion) ? new Refusal("Refusal_Conclusion")
        : PlanText.CheckLength([conclusion, .. benefits.SelectMany(one => new[] { one.Expected, one.Observed })]);

    /// <summary>Null where a verdict may be given: after an evaluation, not in the future, with its reason.</summary>
    /// <param name="today">The Paris day.</param>
    public static Refusal? CheckVerdict(bool isEvaluated, DateOnly on, DateOnly today, string? reason) =>
        !isEvaluated ? new Refusal("Refusal_NotEvaluated")
        : on > today ? new Refusal("Refusal_InFuture")
        : reason?.Length > StageRules.LongestReason ? new Refusal("Refusal_ReasonTooLong", StageRules.LongestReason)
        : PlanText.IsEmpty(reason) ? new Refusal("Refusal_ReasonMissing")
        : null;
}
