using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Core.Prototypes.Figures;

/// <summary>Adds up milestones at the ends of months, and on the figure's own day.</summary>
internal sealed class BurnUpFold
{
    private readonly FigureScope scope;
    private readonly DateOnly day;
    private readonly (PlanStanding Plan, MilestoneStanding Milestone)[] milestones;
    private readonly DateOnly[] days;
    private readonly int today;

    // At each day: what came on it, or since the day before.
    private readonly int[] planned;
    private readonly int[] earned;
    private readonly int[] expected;
    private readonly HashSet<int>[] projects;

    public BurnUpFold(IReadOnlyCollection<PlanStanding> plans, FigureScope scope)
    {
        (this.scope, day) = (scope, ParisTime.DayOf(scope.AsOf));
        milestones = [.. plans.SelectMany(plan => plan.Milestones.Select(one => (plan, one)))];
        days = [.. DaysOf(plans.Where(plan => !plan.Milestones.IsEmpty))];
        today = Array.BinarySearch(days, day);
        (planned, earned, expected) = (new int[days.Length], new int[days.Length], new int[days.Length]);
        projects = [.. days.Select(_ => new HashSet<int>())];
        foreach (var (plan, one) in milestones)
        {
            Put(planned, one.Milestone.BaselineOn, one.Milestone.Weight, plan.Number);
            Put(one.IsReached ? earned : expected, one.ExpectedOn, one.Milestone.Weight, plan.Number);
        }
    }

    public MilestoneBurnUp ToFigure()
    {
        var reached = milestones.Where(one => one.Milestone.IsReached).Sum(one => WeightOf(one.Milestone));
        return new(
            scope,
            day,
            milestones.Sum(one => WeightOf(one.Milestone)),
            milestones.Where(one => BaselineOf(one.Milestone) <= day).Sum(one => WeightOf(one.Milestone)),
            reached,
            EarnedSchedule.DaysAhead(
                milestones.Select(one => (BaselineOf(one.Milestone), (long)WeightOf(one.Milestone))),
                reached,
                day
            ),
            milestones.Length == 0 ? null : milestones.Max(one => BaselineOf(one.Milestone)),
            milestones.Length == 0 ? null : milestones.Max(one => one.Milestone.ExpectedOn),
            [.. Levels()],
            [.. Months()]
        );
    }

    private static int WeightOf(MilestoneStanding one) => one.Milestone.Weight;

    private static DateOnly BaselineOf(MilestoneStanding one) => one.Milestone.BaselineOn;

    private void Put(int[] sums, DateOnly on, int weight, int number)
    {
        var found = Array.BinarySearch(days, Horizon.Clamp(on, day));
        var index = found >= 0 ? found : ~found;
        sums[index] += weight;
        projects[index].Add(number);
    }

    private IEnumerable<BurnUpLevel> Levels()
    {
        var (plan, reached, rest) = (0, 0, 0);
        for (var index = 0; index < days.Length; index++)
        {
            plan += planned[index];
            reached += earned[index];
            rest += expected[index];
            yield return new(days[index], plan, index > today ? null : reached, index < today ? null : reached + rest);
        }
    }

    private IEnumerable<BurnUpMonth> Months()
    {
        BurnUpLevel[] levels = [.. Levels()];
        return days.Select((on, index) => (Month: Period.MonthOf(on), Index: index))
            .GroupBy(one => one.Month, one => one.Index)
            .Select(month => new BurnUpMonth(
                month.Key,
                month.Sum(index => planned[index]),
                month.Key.From <= day ? month.Sum(index => earned[index]) : null,
                month.Sum(index => earned[index] + expected[index]),
                levels[month.Last()] with
                {
                    Earned = month.Select(index => levels[index].Earned).LastOrDefault(known => known is not null),
                },
                ProjectSet.Of(scope, month.SelectMany(index => projects[index]))
            ));
    }

    /// <summary>The end of each month from the first of support to the last of which something is known, and the day itself.</summary>
    private SortedSet<DateOnly> DaysOf(IEnumerable<PlanStanding> plans)
    {
        var known = plans
            .SelectMany(plan =>
                plan.Milestones.SelectMany(one => (DateOnly[])[one.Milestone.BaselineOn, one.ExpectedOn])
                    .Append(plan.StartsOn)
            )
            .Select(on => Horizon.Clamp(on, day))
            .ToHashSet();
        var ends = new SortedSet<DateOnly>();
        if (known.Count > 0)
        {
            known.Add(day);
            var last = Period.MonthOf(known.Max()).To;
            for (var month = Period.MonthOf(known.Min()); ; month = Period.MonthOf(month.To.AddDays(1)))
            {
                ends.Add(month.To);
                if (month.To >= last)
                {
                    break;
                }
            }

            ends.Add(day);
        }

        return ends;
    }
}
