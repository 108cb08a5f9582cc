using System.Collections.Immutable;

namespace AmiDashboard.Core.Prototypes;

/// <summary>What a plan must be, and what may be said of its milestones.</summary>
public static class PlanRules
{
    public const int MostMonths = 60;

    public const int MostMilestones = 60;

    /// <summary>Years after the end of support within which a milestone may still be expected.</summary>
    public const int MostYearsLate = 5;

    /// <summary>
    /// Null where plans can be drawn from it: named, weighed, owned, within the months of support, and each after those it
    /// waits for, both in place and in time.
    /// </summary>
    /// <param name="months">Of support.</param>
    public static Refusal? CheckTemplate(ImmutableArray<TemplateMilestone> milestones, int months)
    {
        if (milestones.IsDefaultOrEmpty || milestones.Length > MostMilestones)
        {
            return new Refusal("Refusal_TemplateLength", MostMilestones);
        }

        for (var index = 0; index < milestones.Length; index++)
        {
            if (CheckMilestone(milestones, index, months) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private static Refusal? CheckMilestone(ImmutableArray<TemplateMilestone> milestones, int index, int months)
    {
        var (one, position) = (milestones[index], index + 1);
        return PlanText.IsEmpty(one.Name) || one.Name.Length > Prototype.LongestName
                ? new Refusal("Refusal_MilestoneName", position, Prototype.LongestName)
            : PlanText.IsEmpty(one.Owner) || one.Owner.Length > Prototype.LongestName
                ? new Refusal("Refusal_MilestoneOwner", position, Prototype.LongestName)
            : one.Weight is < 1 or > 100 ? new Refusal("Refusal_MilestoneWeight", position)
            : one.Months < 0 || one.Days is < 0 or > 30 || IsLater(one.Months, one.Days, months, 0)
                ? new Refusal("Refusal_MilestoneMonth", position, months)
            : one.After.IsDefault || one.After.Any(before => before < 1 || before >= position)
                ? new Refusal("Refusal_MilestoneOrder", position)
            : one.After.Any(before =>
                IsLater(milestones[before - 1].Months, milestones[before - 1].Days, one.Months, one.Days)
            )
                ? new Refusal("Refusal_MilestoneBefore", position)
            : null;
    }

    /// <summary>
    /// Whether so many months and days may fall after others, on whatever day support begins: a month has 28 days at least,
    /// and more than that is not to be counted on.
    /// </summary>
    private static bool IsLater(int months, int days, int thanMonths, int thanDays) =>
        months > thanMonths || days - thanDays > 28 * (thanMonths - months);

    /// <summary>The milestones of a plan whose support begins on a day.</summary>
    public static IEnumerable<Milestone> Draw(
        ImmutableArray<TemplateMilestone> template,
        int edition,
        int number,
        DateOnly start
    ) =>
        template.Select(
            (one, index) =>
                new Milestone
                {
                    Edition = edition,
                    Number = number,
                    Position = index + 1,
                    Phase = one.Phase,
                    Name = PlanText.Tidy(one.Name)!,
                    Weight = one.Weight,
                    Owner = PlanText.Tidy(one.Owner)!,
                    BaselineOn = one.On(start),
                    After = [.. one.After.Distinct().Order()],
                }
        );

    /// <summary>
    /// Null where a milestone may be expected on another day: not reached, with a reason, not before support nor
    /// <see cref="MostYearsLate"/> years after it.
    /// </summary>
    public static Refusal? CheckForecast(Prototype prototype, Milestone milestone, DateOnly on, string? reason)
    {
        ArgumentNullException.ThrowIfNull(prototype);
        return ReachedOn(milestone) is not null
            ? new Refusal("Refusal_MilestoneReached")
            : CheckExpected(prototype, on) ?? PlanText.CheckReason(reason);
    }

    /// <summary>
    /// Null where it may be said to be reached: not twice, not in the future, not before support began, and not before
    /// those it waits for, which are reached themselves.
    /// </summary>
    /// <param name="today">The Paris day.</param>
    public static Refusal? CheckReached(Prototype prototype, Milestone milestone, DateOnly on, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(prototype);
        ArgumentNullException.ThrowIfNull(milestone);
        if (ReachedOn(milestone) is not null)
        {
            return new Refusal("Refusal_MilestoneReached");
        }

        if (on > today)
        {
            return new Refusal("Refusal_InFuture");
        }

        if (on < prototype.StartsOn)
        {
            return new Refusal("Refusal_BeforeSupport", prototype.StartsOn);
        }

        foreach (var before in prototype.Milestones.Where(other => milestone.After.Contains(other.Position)))
        {
            if (ReachedOn(before) is not { } reached)
            {
                return new Refusal("Refusal_WaitsFor", before.Name);
            }

            if (reached > on)
            {
                return new Refusal("Refusal_ReachedBefore", before.Name, reached);
            }
        }

        return null;
    }

    /// <summary>
    /// Null where it may be said that a milestone was not reached after all: it was, with a reason, none that waits for it
    /// is, and it is not expected before support.
    /// </summary>
    public static Refusal? CheckReopening(Prototype prototype, Milestone milestone, DateOnly on, string? reason)
    {
        ArgumentNullException.ThrowIfNull(prototype);
        ArgumentNullException.ThrowIfNull(milestone);
        return ReachedOn(milestone) is null ? new Refusal("Refusal_MilestoneNotReached")
            : prototype.Milestones.Find(other =>
                other.After.Contains(milestone.Position) && ReachedOn(other) is not null
            )
                is { } later
                ? new Refusal("Refusal_WaitedFor", later.Name)
            : CheckExpected(prototype, on) ?? PlanText.CheckReason(reason);
    }

    /// <summary>A day mistyped by a century would stretch every chart that shows it.</summary>
    private static Refusal? CheckExpected(Prototype prototype, DateOnly on) =>
        on < prototype.StartsOn ? new Refusal("Refusal_BeforeSupport", prototype.StartsOn)
        : on > prototype.EndsOn.AddYears(MostYearsLate)
            ? new Refusal("Refusal_ExpectedTooLate", prototype.EndsOn.AddYears(MostYearsLate))
        : null;

    /// <summary>The Paris day on which it was reached, by the last word; null while it is not.</summary>
    public static DateOnly? ReachedOn(Milestone milestone)
    {
        ArgumentNullException.ThrowIfNull(milestone);
        return
            milestone.Revisions.MaxBy(revision => (revision.RecordedAt, revision.Id))
                is { Kind: RevisionKind.Reached } last
            ? last.On
            : null;
    }
}
