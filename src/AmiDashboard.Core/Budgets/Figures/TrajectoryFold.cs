using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Budgets.Figures;

/// <summary>
/// Adds up projects at the ends of months, and on the figure's own day: a project is asked for its balance at each of
/// these, and never for its entries.
/// </summary>
internal sealed class TrajectoryFold
{
    private readonly IReadOnlyCollection<ProjectStanding> standings;
    private readonly FigureScope scope;
    private readonly DateOnly day;
    private readonly DateOnly[] days;
    private readonly int today;

    // At each day: what came on it, or since the day before.
    private readonly Money[] planned;
    private readonly Money[] expected;
    private readonly Money[] actual;
    private readonly List<int>[] projects;

    public TrajectoryFold(IReadOnlyCollection<ProjectStanding> standings, FigureScope scope)
    {
        (this.standings, this.scope, day) = (standings, scope, ParisTime.DayOf(scope.AsOf));
        days = [.. DaysOf(standings, day)];
        today = Array.BinarySearch(days, day);
        (planned, expected, actual) = (new Money[days.Length], new Money[days.Length], new Money[days.Length]);
        projects = [.. days.Select(_ => new List<int>())];
        foreach (var standing in standings.Where(_ => days.Length > 0))
        {
            Add(standing);
        }
    }

    public Trajectory ToTrajectory() =>
        new(scope, day, TrajectorySums.Of(standings, scope), [.. Points()], [.. Quarters()]);

    private void Add(ProjectStanding standing)
    {
        foreach (var instalment in standing.Schedule)
        {
            Put(planned, instalment.PlannedOn, instalment.Amount);
        }

        foreach (var payment in standing.Expected)
        {
            Put(expected, payment.ExpectedOn, payment.Amount);
        }

        var before = Money.Zero;
        for (var index = 0; index <= today; index++)
        {
            var paid = standing.Project.Balances.At(days[index], knownOn: day).Paid;
            if (paid != before)
            {
                actual[index] += paid - before;
                projects[index].Add(standing.Number);
                before = paid;
            }
        }

        void Put(Money[] sums, DateOnly on, Money amount)
        {
            var found = Array.BinarySearch(days, Horizon.Clamp(on, day));
            var index = found >= 0 ? found : ~found;
            sums[index] += amount;
            projects[index].Add(standing.Number);
        }
    }

    private IEnumerable<TrajectoryPoint> Points()
    {
        var (plan, forecast, paid) = (Money.Zero, Money.Zero, Money.Zero);
        for (var index = 0; index < days.Length; index++)
        {
            plan += planned[index];
            paid += actual[index];
            forecast += expected[index];
            yield return new(days[index], plan, index < today ? null : paid + forecast, index > today ? null : paid);
        }
    }

    private IEnumerable<TrajectoryQuarter> Quarters() =>
        days.Select((on, index) => (Period: Period.QuarterOf(on), Index: index))
            .GroupBy(one => one.Period, one => one.Index)
            .Select(quarter =>
            {
                var hasBegun = quarter.Key.From <= day;
                var paid = Sum(actual, quarter);
                return new TrajectoryQuarter(
                    quarter.Key,
                    Sum(planned, quarter),
                    paid + Sum(expected, quarter),
                    hasBegun ? paid : null,
                    hasBegun ? paid - Sum(planned, quarter.Where(index => index <= today)) : null,
                    ProjectSet.Of(scope, quarter.SelectMany(index => projects[index]))
                );
            });

    private static Money Sum(Money[] sums, IEnumerable<int> indices) => Money.Sum(indices.Select(index => sums[index]));

    /// <summary>The end of each month from the first quarter of which something is known to the last, and the day itself.</summary>
    private static SortedSet<DateOnly> DaysOf(IReadOnlyCollection<ProjectStanding> standings, DateOnly day)
    {
        var known = standings
            .SelectMany(one =>
                one.Schedule.Select(instalment => instalment.PlannedOn)
                    .Concat(one.Expected.Select(payment => payment.ExpectedOn))
                    .Concat(one.Balance.Paid == Money.Zero ? [] : [one.Project.Balances.Days[0].On])
            )
            .Select(on => Horizon.Clamp(on, day))
            .ToList();
        var ends = new SortedSet<DateOnly>();
        if (known.Count > 0)
        {
            known.Add(day);
            var last = Period.QuarterOf(known.Max()).To;
            for (
                var month = Period.MonthOf(Period.QuarterOf(known.Min()).From);
                ;
                month = Period.MonthOf(month.To.AddDays(1))
            )
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
