using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Web.Prototypes;

/// <summary>What a trial found, as it is typed.</summary>
public sealed class TypedTrial
{
    /// <summary>Paris day.</summary>
    public DateOnly? On { get; set; }

    public int People { get; set; }

    public int TasksTried { get; set; }

    public int TasksSucceeded { get; set; }

    /// <summary>A line a person; see <see cref="UsabilityAnswer.Read"/>.</summary>
    public string? Usability { get; set; }

    /// <summary>How many said 1 to 5.</summary>
    public int[] Satisfaction { get; } = new int[5];

    public string? Learnt { get; set; }

    public string? Changed { get; set; }

    public string? Reason { get; set; }

    public Outcome<TrialResult> ToResult()
    {
        var answers = UsabilityAnswer.Read(Usability);
        return answers.Refusal is { } refusal
            ? refusal
            : new TrialResult(
                TasksTried,
                TasksSucceeded,
                answers.Value,
                Array.TrueForAll(Satisfaction, count => count == 0) ? [] : [.. Satisfaction],
                Learnt,
                Changed
            );
    }

    public static TypedTrial Of(UserTrialStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        var typed = new TypedTrial { On = step.On, People = step.People };
        if (step.Result is { } result)
        {
            (typed.TasksTried, typed.TasksSucceeded) = (result.TasksTried, result.TasksSucceeded);
            typed.Usability = string.Join('\n', result.Usability.Select(answer => string.Join(' ', answer.Items)));
            (typed.Learnt, typed.Changed) = (result.Learnt, result.Changed);
            result.Satisfaction.CopyTo(typed.Satisfaction);
        }

        return typed;
    }
}
