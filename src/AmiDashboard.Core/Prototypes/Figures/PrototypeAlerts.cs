using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Core.Prototypes.Figures;

/// <summary>What of a prototype wants looking at. One that is finished raises none.</summary>
public enum PrototypeAlert
{
    /// <summary>
    /// A milestone that is not reached is past the day it was expected on, or expected
    /// <see cref="PrototypeAlerts.DaysSlipped"/> days or more after its baseline.
    /// </summary>
    MilestoneSlipped,

    /// <summary>The last weather is stale (<see cref="ReportRules.StaleOn"/>); before the first, counted from the start of support.</summary>
    WeatherStale,

    /// <summary>The last weather is worse than the one before, or than the second before it.</summary>
    WeatherWorsening,

    /// <summary>
    /// While support runs: no session of either track was held for <see cref="PrototypeAlerts.SilentDays"/> days or more; before the first,
    /// counted from the start of support.
    /// </summary>
    NoSupport,

    /// <summary>The end is expected within <see cref="TrialRules.MonthsBeforeEnd"/> months, and no trial is planned or held.</summary>
    TrialUnplanned,
}

/// <summary>One counter for each alert, the empty ones too, in the order of the enumeration.</summary>
public sealed record PrototypeAlerts(FigureScope Scope, ImmutableArray<PrototypeAlertCount> Counts)
{
    public const int DaysSlipped = 15;

    public const int SilentDays = 45;

    public static PrototypeAlerts Of(PrototypeFacts facts, FigureScope scope)
    {
        ArgumentNullException.ThrowIfNull(facts);
        PlanStanding[] standings = [.. facts.Admitted(scope).Select(fact => PlanStanding.Of(fact, scope.AsOf))];
        return new(
            scope,
            [
                .. Enum.GetValues<PrototypeAlert>()
                    .Select(alert => new PrototypeAlertCount(
                        alert,
                        ProjectSet.Of(
                            scope,
                            standings.Where(one => IsRaised(alert, one, scope.AsOf)).Select(one => one.Number)
                        )
                    )),
            ]
        );
    }

    /// <param name="asOf">UTC: the instant of the standing.</param>
    public static bool IsRaised(PrototypeAlert alert, PlanStanding standing, DateTime asOf)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return !standing.IsFinished
            && alert switch
            {
                PrototypeAlert.MilestoneSlipped => standing.Milestones.Any(one =>
                    !one.IsReached && (one.IsOverdue || one.SlipDays >= DaysSlipped)
                ),
                PrototypeAlert.WeatherStale => StaleOn(standing, asOf) <= standing.Day,
                PrototypeAlert.WeatherWorsening => IsWorsening(standing.Fact, asOf),
                PrototypeAlert.NoSupport => standing.Day <= standing.Fact.Plan.EndsOn
                    && LastHeldOn(standing, asOf).AddDays(SilentDays) <= standing.Day,
                PrototypeAlert.TrialUnplanned => standing.ForecastEnd.AddMonths(-TrialRules.MonthsBeforeEnd)
                    <= standing.Day
                    && !TrialStanding.Of(standing.Fact, asOf).Any(),
                _ => throw new ArgumentOutOfRangeException(nameof(alert), alert, null),
            };
    }

    private static DateOnly StaleOn(PlanStanding standing, DateTime asOf) =>
        standing.Fact.ReportAt(asOf)?.PublishedAt is { } published
            ? ReportRules.StaleOn(published)
            : standing.StartsOn.AddDays(ReportRules.FreshDays + 1);

    private static bool IsWorsening(PrototypeFact fact, DateTime asOf)
    {
        Weather[] said =
        [
            .. fact
                .Reports.Where(report => report.PublishedAt <= asOf)
                .OrderByDescending(report => report.Month)
                .Take(3)
                .Select(report => report.Text.Weather)
                .OfType<Weather>(),
        ];
        // The worst comes first in the scale.
        return said.Skip(1).Any(before => said[0] < before);
    }

    private static DateOnly LastHeldOn(PlanStanding standing, DateTime asOf) =>
        standing
            .Fact.Sessions.Select(session => session.Steps.LastOrDefault(step => step.RecordedAt <= asOf))
            .Where(last => last is { Step: SessionStep.Held })
            .Select(last => ParisTime.DayOf(last!.StartsAt))
            .Append(standing.StartsOn)
            .Max();
}

public sealed record PrototypeAlertCount(PrototypeAlert Alert, ProjectSet Projects);
