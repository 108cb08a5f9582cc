namespace AmiDashboard.Core.Prototypes;

/// <summary>What may be said of a trial.</summary>
public static class TrialRules
{
    public const int MostPeople = 100_000;

    /// <summary>Whole months before the end of support by which a trial must be planned.</summary>
    public const int MonthsBeforeEnd = 3;

    /// <summary>Null where a trial may be planned for so many people.</summary>
    public static Refusal? CheckPeople(int people) =>
        people is < 1 or > MostPeople ? new Refusal("Refusal_TrialPeople", MostPeople) : null;

    /// <summary>
    /// Null where a result may be kept: held in the past, tasks that add up, whole answers of no more people than came.
    /// </summary>
    /// <param name="today">The Paris day.</param>
    public static Refusal? CheckResult(DateOnly on, int people, TrialResult result, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(result);
        return CheckPeople(people)
            ?? (
                on > today ? new Refusal("Refusal_InFuture")
                : result.TasksTried < 0 || result.TasksSucceeded < 0 || result.TasksSucceeded > result.TasksTried
                    ? new Refusal("Refusal_Tasks")
                : result.Usability.Any(answer => !answer.IsWhole)
                    ? new Refusal("Refusal_UsabilityLine", 1, UsabilityAnswer.ItemCount)
                : result.Satisfaction.Length is not (0 or 5) || result.Satisfaction.Any(count => count < 0)
                    ? new Refusal("Refusal_Satisfaction")
                : result.Usability.Length > people || result.Answers > people
                    ? new Refusal("Refusal_MoreAnswersThanPeople", people)
                : PlanText.IsEmpty(result.Learnt) ? new Refusal("Refusal_NothingLearnt")
                : PlanText.CheckLength(result.Learnt, result.Changed)
            );
    }
}
