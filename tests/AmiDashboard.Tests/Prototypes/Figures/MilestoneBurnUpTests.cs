using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using static AmiDashboard.Prototypes.Figures.SomePrototypes;

namespace AmiDashboard.Prototypes.Figures;

public sealed class MilestoneBurnUpTests
{
    // 10 points on 1 March, reached on 10 March; 30 after it on 1 May, not reached; 60 after that on 1 September.
    private static PrototypeFact One() =>
        Project().Milestone(Day(3, 1)).Milestone(Day(5, 1), 30, 1).Milestone(Day(9, 1), 60, 2).Reached(1, Day(3, 10));

    [Fact]
    public void Points_planned_are_held_against_points_earned()
    {
        var figure = MilestoneBurnUp.Of(Facts(One()), Scope());

        Assert.Equal((100, 40, 10, -30), (figure.Points, figure.PlannedToDate, figure.Earned, figure.Gap));
        // Earned schedule: the plan had more than 10 points since 1 May.
        Assert.Equal(-60, figure.GapDays);
        Assert.Equal((Day(9, 1), Day(10, 31)), (figure.PlannedEnd, figure.ExpectedEnd));
    }

    [Fact]
    public void Levels_add_up_by_the_ends_of_months_and_what_is_late_is_expected_today()
    {
        var levels = MilestoneBurnUp.Of(Facts(One()), Scope(At(6, 15))).Levels;

        Assert.Equal(11, levels.Length);
        Assert.Equal((Day(1, 31), Day(10, 31)), (levels[0].Day, levels[^1].Day));
        Assert.Equal(new(Day(3, 31), 10, 10, null), levels[2]);
        Assert.Equal(new(Day(5, 31), 40, 10, null), levels[4]);
        Assert.Equal(new(Day(6, 15), 40, 10, 40), levels[5]);
        Assert.Equal(new(Day(6, 30), 40, null, 40), levels[6]);
        Assert.Equal(new(Day(10, 31), 100, null, 100), levels[10]);
    }

    [Fact]
    public void Months_count_what_came_in_them_and_name_the_projects()
    {
        var figure = MilestoneBurnUp.Of(
            Facts(One(), Project(2).Milestone(Day(3, 1), 20).Milestone(Day(6, 1), 20).Reached(1, Day(6, 2))),
            Scope(At(6, 15))
        );

        var march = figure.Months[2];
        Assert.Equal((30, 10, 10), (march.Planned, march.Earned, march.Expected));
        Assert.Equal([1, 2], march.Projects.Numbers);
        var june = figure.Months[5];
        Assert.Equal((20, 20, 70), (june.Planned, june.Earned, june.Expected));
        Assert.Equal(new(Day(6, 30), 80, 30, 80), june.End);
        Assert.Null(figure.Months[6].Earned);
        Assert.Equal(figure.Points, figure.Months.Sum(month => month.Planned));
        Assert.Equal(figure.Points, figure.Months.Sum(month => month.Expected));
    }

    [Fact]
    public void A_milestone_reopened_is_not_earned_since_it_was_said()
    {
        var facts = Facts(One().Said(1, RevisionKind.Reopened, Day(7, 15), At(6, 20)));

        Assert.Equal(10, MilestoneBurnUp.Of(facts, Scope(At(6, 19))).Earned);
        var figure = MilestoneBurnUp.Of(facts, Scope(At(6, 21)));
        Assert.Equal((0, 0), (figure.Earned, figure.Months[2].Earned));
        Assert.Equal(-112, figure.GapDays);
    }

    [Fact]
    public void A_delay_moves_the_forecast_once_it_is_said()
    {
        var facts = Facts(One().Said(2, RevisionKind.Forecast, Day(7, 20), At(6, 10)));

        Assert.Equal(Day(10, 10), MilestoneBurnUp.Of(facts, Scope(At(6, 9))).ExpectedEnd);
        Assert.Equal(Day(11, 20), MilestoneBurnUp.Of(facts, Scope(At(6, 11))).ExpectedEnd);
    }

    [Fact]
    public void Ahead_of_the_plan_is_told_in_days_too()
    {
        var figure = MilestoneBurnUp.Of(Facts(One().Reached(2, Day(4, 11))), Scope(At(4, 21)));

        Assert.Equal((30, 10), (figure.Gap, figure.GapDays));
    }

    [Fact]
    public void Editions_that_lie_years_apart_share_the_months()
    {
        var figure = MilestoneBurnUp.Of(
            Facts(One(), Project(2, startsOn: Day(1, 1, 2022)).Milestone(Day(3, 1, 2022))),
            Scope(At(6, 1, 2022))
        );

        Assert.Equal((46, 47), (figure.Months.Length, figure.Levels.Length));
        Assert.Equal((110, 10), (figure.Points, figure.Earned));
    }

    [Fact]
    public void Days_that_nobody_can_have_meant_lose_no_point()
    {
        var figure = MilestoneBurnUp.Of(
            Facts(One().Said(3, RevisionKind.Forecast, Day(12, 31, 2919), At(6, 10))),
            Scope()
        );

        Assert.Equal((100, 100), (figure.Levels[^1].Planned, figure.Levels[^1].Expected));
    }

    [Fact]
    public void Without_a_milestone_there_is_nothing()
    {
        var figure = MilestoneBurnUp.Of(Facts(Project()), Scope());

        Assert.Equal((0, null, null), (figure.Points, figure.GapDays, figure.PlannedEnd));
        Assert.Empty(figure.Levels);
        Assert.Empty(figure.Months);
    }
}
