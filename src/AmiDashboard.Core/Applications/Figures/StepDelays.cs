using System.Collections.Immutable;

namespace AmiDashboard.Core.Applications.Figures;

/// <summary>How long each step of the way took, over the applications that finished it.</summary>
public sealed record StepDelays(FigureScope Scope, ImmutableArray<StepDelay> Steps)
{
    public static StepDelays Of(IEnumerable<ApplicationFact> facts, FigureScope scope)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(scope);
        var steps = Enum.GetValues<Step>()
            .Where(step => scope.Filter.Step is not { } wanted || wanted == step)
            .ToArray();
        var delays = steps.ToDictionary(step => step, _ => new List<double>());
        foreach (var fact in scope.Admitted(facts))
        {
            foreach (var step in steps)
            {
                if (fact.DelayOf(step) is { } delay)
                {
                    delays[step].Add(delay.TotalDays);
                }
            }
        }

        return new StepDelays(scope, [.. steps.Select(step => StepDelay.Of(step, delays[step], scope.Filter))]);
    }
}

/// <summary>Days, as quantiles of type 7 (Hyndman and Fan 1996, The American Statistician 50); null without any application.</summary>
public sealed record StepDelay(
    Step Step,
    Count Count,
    double? Shortest,
    double? FirstQuartile,
    double? Median,
    double? ThirdQuartile,
    double? Longest
)
{
    internal static StepDelay Of(Step step, List<double> days, ApplicationFilter filter)
    {
        days.Sort();
        var count = new Count(days.Count, filter with { Step = step });
        return days.Count == 0
            ? new StepDelay(step, count, null, null, null, null, null)
            : new StepDelay(
                step,
                count,
                days[0],
                Quantile(days, .25),
                Quantile(days, .5),
                Quantile(days, .75),
                days[^1]
            );
    }

    /// <summary>Linear interpolation at (n − 1)p, on sorted values.</summary>
    private static double Quantile(List<double> sorted, double p)
    {
        var at = (sorted.Count - 1) * p;
        var below = (int)Math.Floor(at);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }
}
