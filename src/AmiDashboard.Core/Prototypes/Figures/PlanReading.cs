using System.Collections.Immutable;

namespace AmiDashboard.Core.Prototypes.Figures;

/// <summary>
/// Reads when milestones are expected. Delays follow dependencies: what was last said of a milestone (its baseline, where
/// nobody said anything) holds for what one knew then of those it waits for, and moves by the days these have slipped since;
/// it is never expected before them, and what is not reached is never expected in the past. Where they make up for their
/// delay, it does too: nothing derived is kept.
/// </summary>
internal sealed class PlanReading(Prototype plan)
{
    private readonly Dictionary<int, Milestone> milestones = plan.Milestones.ToDictionary(one => one.Position);
    private readonly Dictionary<(int Position, DateTime Instant), MilestoneStanding> read = [];

    /// <summary>In the order of the plan.</summary>
    /// <param name="instant">UTC.</param>
    public ImmutableArray<MilestoneStanding> At(DateTime instant) =>
        [.. milestones.Keys.Order().Select(position => Of(position, instant))];

    private MilestoneStanding Of(int position, DateTime instant)
    {
        // A statement looks back at the instant it was made: without memory the same would be read over and over.
        if (!read.TryGetValue((position, instant), out var known))
        {
            read[(position, instant)] = known = Read(milestones[position], instant);
        }

        return known;
    }

    private MilestoneStanding Read(Milestone milestone, DateTime instant)
    {
        var day = ParisTime.DayOf(instant);
        var last = milestone.Revisions.LastOrDefault(revision => revision.RecordedAt <= instant);
        MilestoneStanding[] waitedFor =
        [
            .. milestone.After.Where(milestones.ContainsKey).Select(position => Of(position, instant)),
        ];
        var baseline = waitedFor.Length == 0 ? plan.StartsOn : waitedFor.Max(one => one.Milestone.BaselineOn);
        var days = Math.Max(0, milestone.BaselineOn.DayNumber - baseline.DayNumber);
        if (last is { Kind: RevisionKind.Reached })
        {
            return new(
                milestone,
                StatedOn: last.On,
                ReachedOn: last.On,
                ExpectedOn: last.On,
                days,
                DelayedBy: null,
                day
            );
        }

        var stated = last?.On ?? milestone.BaselineOn;
        if (waitedFor.MaxBy(one => one.ExpectedOn) is not { } latest)
        {
            return new(milestone, stated, null, Later(day, stated), days, DelayedBy: null, day);
        }

        var readyThen = last is null
            ? baseline
            : milestone.After.Where(milestones.ContainsKey).Max(position => Of(position, last.RecordedAt).ExpectedOn);
        var slipped = Math.Max(0, latest.ExpectedOn.DayNumber - readyThen.DayNumber);
        var following = Later(stated.AddDays(slipped), latest.ExpectedOn);
        return new(
            milestone,
            stated,
            null,
            Later(day, following),
            days,
            following > stated ? latest.Position : null,
            day
        );
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
