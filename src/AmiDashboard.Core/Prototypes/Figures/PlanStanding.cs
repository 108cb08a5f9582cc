using System.Collections.Immutable;

namespace AmiDashboard.Core.Prototypes.Figures;

/// <summary>
/// A plan at an instant: each milestone as it was then expected (see <see cref="PlanReading"/>), and what of the whole was
/// planned and earned.
/// </summary>
/// <param name="Day">The instant's Paris day.</param>
/// <param name="Milestones">In the order of the plan.</param>
public sealed record PlanStanding(PrototypeFact Fact, DateOnly Day, ImmutableArray<MilestoneStanding> Milestones)
{
    public int Number => Fact.Number;

    public DateOnly StartsOn => Fact.Plan.StartsOn;

    /// <summary>Paris day of the last baseline: what the forecast's slip is measured against.</summary>
    public DateOnly BaselineEnd =>
        Milestones.IsEmpty ? Fact.Plan.EndsOn : Milestones.Max(one => one.Milestone.BaselineOn);

    /// <summary>Paris day on which the last milestone is expected, or was reached.</summary>
    public DateOnly ForecastEnd => Milestones.IsEmpty ? Fact.Plan.EndsOn : Milestones.Max(one => one.ExpectedOn);

    /// <summary>Whole days by which the end is expected after the last baseline; negative for early.</summary>
    public int SlipDays => ForecastEnd.DayNumber - BaselineEnd.DayNumber;

    public int Weight => Milestones.Sum(one => one.Milestone.Weight);

    /// <summary>Points planned by the day, by the baseline.</summary>
    public int PlannedWeight =>
        Milestones.Where(one => one.Milestone.BaselineOn <= Day).Sum(one => one.Milestone.Weight);

    /// <summary>Points earned by the day: a milestone counts once it is reached, and not before (the 0/100 rule).</summary>
    public int EarnedWeight => Milestones.Where(one => one.IsReached).Sum(one => one.Milestone.Weight);

    public bool IsFinished => !Milestones.IsEmpty && Milestones.All(one => one.IsReached);

    /// <summary>The first that is not reached, by the day it is expected on; null once all are.</summary>
    public MilestoneStanding? Next =>
        Milestones
            .Where(one => !one.IsReached)
            .OrderBy(one => one.ExpectedOn)
            .ThenBy(one => one.Position)
            .FirstOrDefault();

    /// <param name="asOf">UTC.</param>
    public static PlanStanding Of(PrototypeFact fact, DateTime asOf)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return new(fact, ParisTime.DayOf(asOf), new PlanReading(fact.Plan).At(asOf));
    }
}

/// <param name="StatedOn">Paris day it was last said to be expected on; the baseline's where nobody said.</param>
/// <param name="ReachedOn">Paris day; null while it is not.</param>
/// <param name="ExpectedOn">Paris day: reached on, or expected on with the delays of those it waits for.</param>
/// <param name="Days">What the baseline leaves between those it waits for (or the start) and it.</param>
/// <param name="DelayedBy">Position of the one whose delay it follows; null where it follows none.</param>
/// <param name="Day">The Paris day of the standing.</param>
public sealed record MilestoneStanding(
    Milestone Milestone,
    DateOnly StatedOn,
    DateOnly? ReachedOn,
    DateOnly ExpectedOn,
    int Days,
    int? DelayedBy,
    DateOnly Day
)
{
    public int Position => Milestone.Position;

    public bool IsReached => ReachedOn is not null;

    /// <summary>Whole days after the baseline; negative for early.</summary>
    public int SlipDays => ExpectedOn.DayNumber - Milestone.BaselineOn.DayNumber;

    /// <summary>Whether the day it was expected on is past, and it is not reached.</summary>
    public bool IsOverdue => !IsReached && StatedOn < Day;
}
