using AmiDashboard.Core;
using AmiDashboard.Core.Budgets.Figures;
using static AmiDashboard.Budgets.Figures.SomeBudgets;

namespace AmiDashboard.Budgets.Figures;

public sealed class TrajectoryTests
{
    // 60 planned in February and paid in March, 80 planned in June and late, 60 planned in February 2020.
    private static readonly ProjectBudget One = Project()
        .Signed(200, Day(1, 10))
        .Planned(1, 60, Day(2, 1))
        .Planned(2, 80, Day(6, 1))
        .Planned(3, 60, Day(2, 1, 2020))
        .Paid(1, 60, Day(3, 1));

    // 100 planned in May, and expected in November.
    private static readonly ProjectBudget Two = Project(2, ministry: null, edition: 2)
        .Signed(100, Day(1, 10))
        .Planned(4, 100, Day(5, 2), Forecast(Day(11, 1), At(4, 1)));

    [Fact]
    public void Sums_tell_the_gap_in_euros_and_in_days_and_what_is_late()
    {
        var sums = Trajectory.Of(Facts(One, Two), Scope()).Sums;

        Assert.Equal((Thousand(300), Thousand(240), Thousand(60)), (sums.Planned, sums.PlannedToDate, sums.Paid));
        Assert.Equal(Thousand(-180), sums.Gap);
        // What is paid covers the plan up to 2 May.
        Assert.Equal(Day(5, 2).DayNumber - Day(6, 30).DayNumber, sums.GapDays);
        Assert.Equal((Thousand(80), 1), (sums.Late, Assert.Single(sums.LateProjects.Numbers)));
        Assert.Equal(Thousand(300), sums.Forecast);
    }

    [Fact]
    public void The_year_ends_with_what_was_paid_in_it_and_what_is_expected_until_its_last_day()
    {
        var sums = Trajectory.Of(Facts(One, Two), Scope()).Sums;

        Assert.Equal((2019, Thousand(240), Thousand(60)), (sums.Year, sums.YearPlanned, sums.YearPaid));
        Assert.Equal(Thousand(60 + 80 + 100), sums.YearForecast);
        Assert.Equal(Money.Zero, sums.YearGap);

        var next = Trajectory.Of(Facts(One, Two), Scope(At(1, 15, 2020))).Sums;
        Assert.Equal((2020, Thousand(60), Money.Zero), (next.Year, next.YearPlanned, next.YearPaid));
        Assert.Equal(Thousand(80 + 100 + 60), next.YearForecast);
    }

    [Fact]
    public void Quarters_follow_one_another_and_add_up_to_the_sums()
    {
        var trajectory = Trajectory.Of(Facts(One, Two), Scope());
        var (quarters, sums) = (trajectory.Quarters, trajectory.Sums);

        Assert.Equal(
            [
                Period.Quarter(2019, 1),
                Period.Quarter(2019, 2),
                Period.Quarter(2019, 3),
                Period.Quarter(2019, 4),
                Period.Quarter(2020, 1),
            ],
            quarters.Select(quarter => quarter.Period)
        );
        Assert.Equal([60, 180, 0, 0, 60], quarters.Select(quarter => (int)quarter.Planned.Euros / 1000));
        Assert.Equal([60, 80, 0, 100, 60], quarters.Select(quarter => (int)quarter.Forecast.Euros / 1000));
        Assert.Equal([Thousand(60), Money.Zero, null, null, null], quarters.Select(quarter => quarter.Actual));
        Assert.Equal([Money.Zero, Thousand(-180), null, null, null], quarters.Select(quarter => quarter.Gap));
        Assert.Equal(sums.Planned, Money.Sum(quarters.Select(quarter => quarter.Planned)));
        Assert.Equal(sums.Forecast, Money.Sum(quarters.Select(quarter => quarter.Forecast)));
        Assert.Equal([1], quarters[0].Projects.Numbers);
        Assert.Equal([2], quarters[3].Projects.Numbers);
    }

    [Fact]
    public void Points_are_cumulative_and_split_at_the_day_looked_at()
    {
        var trajectory = Trajectory.Of(Facts(One, Two), Scope(At(6, 15)));

        var today = trajectory.Points.Single(point => point.Day == Day(6, 15));
        Assert.Equal((Thousand(240), Thousand(140), Thousand(60)), (today.Planned, today.Forecast, today.Actual));
        var before = trajectory.Points.Single(point => point.Day == Day(5, 31));
        Assert.Equal((Thousand(160), null, Thousand(60)), (before.Planned, before.Forecast, before.Actual));
        var last = trajectory.Points[^1];
        Assert.Equal(
            (Day(3, 31, 2020), Thousand(300), Thousand(300), null),
            (last.Day, last.Planned, last.Forecast!.Value, last.Actual)
        );
    }

    [Fact]
    public void A_past_day_shows_what_was_known_then()
    {
        var sums = Trajectory.Of(Facts(One, Two), Scope(At(2, 15))).Sums;

        Assert.Equal((Thousand(60), Money.Zero), (sums.PlannedToDate, sums.Paid));
        Assert.Equal(Day(2, 1).DayNumber - Day(2, 15).DayNumber, sums.GapDays);
        // The forecast was still May.
        Assert.Equal(Thousand(240), sums.YearForecast);
    }

    [Theory]
    [InlineData(TrajectoryGroup.Edition, "Édition 1 (2018)|Édition 2 (2019)")]
    [InlineData(TrajectoryGroup.Ministry, "|Justice")]
    [InlineData(TrajectoryGroup.Project, "Projet 1|Projet 2")]
    public void Rows_of_a_grouping_add_up_to_the_whole(TrajectoryGroup group, string names)
    {
        var rows = Trajectory.By(group, Facts(One, Two), Scope());
        var whole = Trajectory.Of(Facts(One, Two), Scope()).Sums;

        Assert.Equal(names, string.Join('|', rows.Select(row => row.Name)));
        Assert.Equal(whole.Gap, Money.Sum(rows.Select(row => row.Sums.Gap)));
        Assert.Equal(whole.YearForecast, Money.Sum(rows.Select(row => row.Sums.YearForecast)));
        Assert.All(rows, row => Assert.Single(row.Projects.Numbers));
    }

    [Fact]
    public void Without_plan_or_payment_there_is_nothing_to_show()
    {
        var trajectory = Trajectory.Of(Facts(Project()), Scope());

        Assert.Empty(trajectory.Points);
        Assert.Empty(trajectory.Quarters);
        Assert.Null(trajectory.Sums.GapDays);
    }

    [Fact]
    public void A_day_a_thousand_years_away_neither_loses_money_nor_makes_endless_quarters()
    {
        var slip = Project().Signed(100, Day(1, 10)).Planned(1, 40, Day(2, 1, 19)).Planned(2, 60, Day(2, 1, 2919));
        var trajectory = Trajectory.Of(Facts(slip), Scope());

        Assert.InRange(trajectory.Quarters.Length, 1, 404);
        Assert.Equal(Thousand(100), Money.Sum(trajectory.Quarters.Select(quarter => quarter.Planned)));
        Assert.Equal(Thousand(100), trajectory.Points[^1].Planned);
    }
}
