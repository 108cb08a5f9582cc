using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using static AmiDashboard.Prototypes.Figures.SomePrototypes;

namespace AmiDashboard.Prototypes.Figures;

public sealed class SupportHoursTests
{
    [Fact]
    public void A_session_held_counts_where_it_was_planned_and_where_it_was_held()
    {
        var figure = SupportHours.Of(
            Facts(
                Project()
                    .Session(
                        SupportTrack.Technical,
                        new(SessionStep.Planned, Day(3, 28), 120, Day(2, 1)),
                        new(SessionStep.Held, Day(4, 2), 90, Day(4, 3))
                    )
            ),
            Scope()
        );

        Assert.Equal([Period.MonthOf(Day(3, 1)), Period.MonthOf(Day(4, 1))], figure.Months.Select(one => one.Month));
        Assert.Equal(new(1, 120, 0, 0, 0, 0), figure.Months[0].Technical);
        Assert.Equal(new(0, 0, 1, 90, 0, 0), figure.Months[1].Technical);
        Assert.Equal(new(SupportTrack.Technical, 120, new(1, 120, 1, 90, 0, 0)), figure.Tracks[0]);
        Assert.Equal(new(SupportTrack.Strategic, 0, new(0, 0, 0, 0, 0, 0)), figure.Tracks[1]);
    }

    [Fact]
    public void The_last_step_known_counts()
    {
        var facts = Facts(
            Project()
                .Session(
                    SupportTrack.Strategic,
                    new(SessionStep.Planned, Day(3, 10), 60, Day(2, 1)),
                    new(SessionStep.Planned, Day(5, 10), 180, Day(3, 5)),
                    new(SessionStep.Cancelled, Day(5, 10), 180, Day(5, 2))
                )
        );

        Assert.Equal(60, Of(facts, At(3, 1)).Planned);
        Assert.Equal(180, Of(facts, At(4, 1)).Planned);
        Assert.Equal([5], SupportHours.Of(facts, Scope(At(4, 1))).Months.Select(one => one.Month.From.Month));
        Assert.Equal(0, Of(facts, At(5, 3)).Planned);
        Assert.Empty(SupportHours.Of(facts, Scope(At(5, 3))).Months);
        Assert.Empty(SupportHours.Of(facts, Scope(At(1, 15))).Months);

        static SupportSum Of(PrototypeFacts facts, DateTime asOf) => SupportHours.Of(facts, Scope(asOf)).Tracks[1].Sum;
    }

    [Fact]
    public void A_session_whose_time_is_past_and_of_which_nothing_is_said_is_overdue()
    {
        // From noon to one o'clock.
        var facts = Facts(
            Project().Session(SupportTrack.Technical, new Step(SessionStep.Planned, Day(3, 10), 60, Day(2, 1)))
        );

        Assert.Equal(0, SupportHours.Of(facts, Scope(At(3, 10))).Tracks[0].Sum.OverdueSessions);
        var total = SupportHours.Of(facts, Scope(At(3, 10).AddHours(1))).Tracks[0];
        Assert.Equal(new(SupportTrack.Technical, 60, new(1, 60, 0, 0, 1, 60)), total);
    }

    [Fact]
    public void What_is_to_come_is_planned_but_not_to_date()
    {
        var facts = Facts(
            Project().Session(SupportTrack.Technical, new Step(SessionStep.Planned, Day(9, 10), 60, Day(2, 1))),
            Project(2).Session(SupportTrack.Technical, new Step(SessionStep.Held, Day(9, 10), 45, Day(2, 1)))
        );

        var figure = SupportHours.Of(facts, Scope());

        Assert.Equal(new(SupportTrack.Technical, 0, new(1, 60, 1, 45, 0, 0)), figure.Tracks[0]);
        Assert.Equal([1, 2], Assert.Single(figure.Months).Projects.Numbers);
    }

    [Fact]
    public void A_session_at_midnight_in_Paris_is_of_that_day()
    {
        var fact = Project();
        var session = new SupportSession
        {
            Edition = 1,
            Number = 1,
            Track = SupportTrack.Technical,
        };
        session.Steps.Add(
            new()
            {
                Step = SessionStep.Held,
                StartsAt = Core.ParisTime.StartOf(Day(4, 1)),
                Minutes = 30,
                Coach = "dinsic",
                Topic = "Données",
                RecordedAt = At(4, 2),
                RecordedBy = "dinsic",
            }
        );

        var figure = SupportHours.Of(Facts(fact with { Sessions = [session] }), Scope());

        Assert.Equal(Day(4, 1), Assert.Single(figure.Months).Month.From);
    }
}
