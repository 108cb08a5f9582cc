using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using static AmiDashboard.Prototypes.Figures.SmallPrototype;

namespace AmiDashboard.Prototypes.Figures;

/// <summary>Each alert on the day before it is raised, and on the day.</summary>
public sealed class PrototypeAlertsTests
{
    private static PrototypeFact Plain(int number = 1) => Prototype(number, Step(1, Day(10, 1)));

    [Fact]
    public void A_milestone_is_overdue_after_the_day_it_was_expected_on()
    {
        var fact = Prototype(1, Step(1, Day(3, 1)), Step(2, Day(10, 1), 10, 1));

        Rises(PrototypeAlert.MilestoneSlipped, fact, At(3, 2));
    }

    [Fact]
    public void A_milestone_slips_with_fifteen_days_and_not_with_fourteen()
    {
        var slipped = Prototype(1, Step(1, Day(10, 1)).Revised(RevisionKind.Forecast, Day(10, 16), At(4, 10)));
        Rises(PrototypeAlert.MilestoneSlipped, slipped, At(4, 10));

        var less = Prototype(1, Step(1, Day(10, 1)).Revised(RevisionKind.Forecast, Day(10, 15), At(4, 10)));
        Assert.False(IsRaised(PrototypeAlert.MilestoneSlipped, less, At(4, 10)));
    }

    [Fact]
    public void A_milestone_reached_late_is_no_alert()
    {
        var fact = Prototype(1, Step(1, Day(3, 1)).Reached(Day(4, 1)), Step(2, Day(10, 1)));

        Assert.True(IsRaised(PrototypeAlert.MilestoneSlipped, fact, At(3, 31)));
        Assert.False(IsRaised(PrototypeAlert.MilestoneSlipped, fact, At(4, 1)));
    }

    [Fact]
    public void A_weather_is_stale_after_thirty_five_days()
    {
        Rises(PrototypeAlert.WeatherStale, Plain(), After(36));
        Rises(PrototypeAlert.WeatherStale, Plain().Reported(2, Weather.Sun, After(30)), After(66));
    }

    [Fact]
    public void A_report_published_later_does_not_refresh()
    {
        var fact = Plain().Reported(2, Weather.Sun, After(40));

        Assert.True(IsRaised(PrototypeAlert.WeatherStale, fact, After(39)));
        Assert.False(IsRaised(PrototypeAlert.WeatherStale, fact, After(40)));
    }

    [Fact]
    public void A_weather_worsens_from_one_report_to_the_next()
    {
        var fact = Plain().Reported(2, Weather.Sun, At(2, 28)).Reported(3, Weather.Overcast, At(3, 31));

        Rises(PrototypeAlert.WeatherWorsening, fact, At(3, 31));
    }

    [Fact]
    public void A_weather_worsens_over_three_reports_and_not_over_four()
    {
        var fact = Plain()
            .Reported(2, Weather.Sun, At(2, 28))
            .Reported(3, Weather.Cloud, At(3, 31))
            .Reported(4, Weather.Overcast, At(4, 30));
        Assert.True(IsRaised(PrototypeAlert.WeatherWorsening, fact, At(5, 1)));

        var settled = fact.Reported(5, Weather.Overcast, At(5, 31));
        Assert.False(IsRaised(PrototypeAlert.WeatherWorsening, settled, At(6, 1)));
    }

    [Fact]
    public void A_weather_that_stays_or_betters_does_not_worsen()
    {
        Assert.False(IsRaised(PrototypeAlert.WeatherWorsening, Plain(), At(6, 1)));
        var fact = Plain().Reported(2, Weather.Storm, At(2, 28)).Reported(3, Weather.Storm, At(3, 31));
        Assert.False(IsRaised(PrototypeAlert.WeatherWorsening, fact, At(6, 1)));
        Assert.False(IsRaised(PrototypeAlert.WeatherWorsening, fact.Reported(4, Weather.Sun, At(4, 30)), At(6, 1)));
    }

    [Fact]
    public void Support_is_missed_after_forty_five_days_without_a_session()
    {
        Rises(PrototypeAlert.NoSupport, Plain(), After(45));
        Rises(PrototypeAlert.NoSupport, Plain().Met(After(20)), After(65));
    }

    [Fact]
    public void A_session_planned_called_off_or_told_later_is_no_support()
    {
        var planned = Plain()
            .Met(After(30), SessionStep.Planned, After(10))
            .Met(After(31), SessionStep.Cancelled, After(32));
        Assert.True(IsRaised(PrototypeAlert.NoSupport, planned, After(45)));

        var told = Plain().Met(After(30), recordedAt: After(50));
        Assert.True(IsRaised(PrototypeAlert.NoSupport, told, After(49)));
        Assert.False(IsRaised(PrototypeAlert.NoSupport, told, After(50)));
    }

    [Fact]
    public void Support_is_not_missed_once_it_is_over()
    {
        Assert.True(IsRaised(PrototypeAlert.NoSupport, Plain(), At(11, 7)));
        Assert.False(IsRaised(PrototypeAlert.NoSupport, Plain(), At(11, 8)));
    }

    [Fact]
    public void A_trial_is_planned_three_months_before_the_end_that_one_expects()
    {
        Rises(PrototypeAlert.TrialUnplanned, Plain(), At(7, 1));

        var later = Prototype(1, Step(1, Day(10, 1)).Revised(RevisionKind.Forecast, Day(10, 20), At(6, 1)));
        Rises(PrototypeAlert.TrialUnplanned, later, At(7, 20));
    }

    [Fact]
    public void A_trial_planned_or_held_by_then_is_enough_and_one_called_off_is_not()
    {
        Assert.False(IsRaised(PrototypeAlert.TrialUnplanned, Plain().WillTry(Day(9, 1), 10), At(8, 1)));
        Assert.False(IsRaised(PrototypeAlert.TrialUnplanned, Plain().Tried(Day(7, 1), 10), At(8, 1)));
        Assert.True(IsRaised(PrototypeAlert.TrialUnplanned, Plain().Tried(Day(8, 2), 10), At(8, 1)));
        var off = Plain()
            .With(
                Audience.Agents,
                Told(TrialStep.Planned, Day(9, 1), 10, At(2, 1)),
                Told(TrialStep.Cancelled, Day(9, 1), 10, At(7, 15))
            );
        Rises(PrototypeAlert.TrialUnplanned, off, At(7, 15));
    }

    [Fact]
    public void One_that_is_finished_raises_none()
    {
        var fact = Prototype(1, Step(1, Day(3, 1)).Reached(Day(6, 1)))
            .Reported(2, Weather.Sun, At(2, 28))
            .Reported(3, Weather.Storm, At(3, 31));
        Assert.All(Enum.GetValues<PrototypeAlert>(), alert => Assert.False(IsRaised(alert, fact, At(6, 1))));
        Assert.True(IsRaised(PrototypeAlert.MilestoneSlipped, fact, At(5, 31)));
    }

    [Fact]
    public void Counters_name_their_projects_and_are_there_when_empty()
    {
        var facts = Facts(Plain(1), Plain(2).Met(After(40)), Prototype(3, 2, Step(1, Day(10, 1))));

        var alerts = PrototypeAlerts.Of(facts, Scope(After(50), new() { Edition = 1 }));

        Assert.Equal(Enum.GetValues<PrototypeAlert>(), alerts.Counts.Select(one => one.Alert));
        Assert.Equal([0, 2, 0, 1, 0], alerts.Counts.Select(one => one.Projects.Count));
        var silent = alerts.Counts[(int)PrototypeAlert.NoSupport].Projects;
        Assert.Equal([1], silent.Rows!.Numbers!.Numbers);
        Assert.Equal(1, silent.Edition);
    }

    /// <summary>Raised at an instant, and not a day before.</summary>
    private static void Rises(PrototypeAlert alert, PrototypeFact fact, DateTime at)
    {
        Assert.False(IsRaised(alert, fact, at.AddDays(-1)));
        Assert.True(IsRaised(alert, fact, at));
    }

    private static bool IsRaised(PrototypeAlert alert, PrototypeFact fact, DateTime at) =>
        PrototypeAlerts.Of(Facts(fact), Scope(at)).Counts[(int)alert].Projects.Count == 1;
}
