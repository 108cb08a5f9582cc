using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Figures;
using static AmiDashboard.Budgets.Figures.SomeBudgets;

namespace AmiDashboard.Budgets.Figures;

public sealed class ProjectStandingTests
{
    private static readonly ProjectBudget Signed = Project()
        .Signed(200, Day(1, 10))
        .Planned(1, 60, Day(2, 1))
        .Planned(2, 140, Day(9, 1));

    [Fact]
    public void Of_an_instalment_paid_in_part_only_the_rest_is_expected()
    {
        var standing = ProjectStanding.Of(Signed.Paid(1, 25, Day(3, 1)), At(6, 30));

        Assert.Equal([Thousand(35), Thousand(140)], standing.Expected.Select(one => one.Amount));
    }

    [Fact]
    public void What_is_paid_and_what_is_expected_are_the_schedule()
    {
        var standing = ProjectStanding.Of(Signed.Paid(1, 60, Day(3, 1)).Paid(2, 10, Day(4, 1)), At(6, 30));

        Assert.Equal(Thousand(200), standing.Balance.Paid + standing.ExpectedInAll);
    }

    [Fact]
    public void A_payment_known_to_the_ledger_alone_is_taken_from_the_earliest_instalment()
    {
        var standing = ProjectStanding.Of(Signed.Entry(EntryKind.Payment, Thousand(70), Day(3, 1)), At(6, 30));

        var rest = Assert.Single(standing.Expected);
        Assert.Equal((2, Thousand(130)), (rest.Instalment.Id, rest.Amount));
    }

    [Fact]
    public void A_payment_sent_back_is_expected_again()
    {
        var paid = Signed.Paid(1, 60, Day(3, 1));
        var payment = paid.Payments[0];
        var returned = paid.Entry(EntryKind.Payment, Money.Zero - Thousand(60), Day(3, 20)) with
        {
            Payments = [payment with { Steps = payment.Steps.Add(new(PaymentState.Returned, At(3, 20))) }],
        };

        Assert.Equal(Thousand(140), ProjectStanding.Of(returned, At(3, 19)).ExpectedInAll);
        Assert.Equal(Thousand(200), ProjectStanding.Of(returned, At(3, 21)).ExpectedInAll);
    }

    [Fact]
    public void A_payment_recorded_later_was_not_known_on_the_day()
    {
        var late = Signed.Entry(EntryKind.Payment, Thousand(60), Day(3, 1), recordedOn: Day(3, 10));

        Assert.Equal(Money.Zero, ProjectStanding.Of(late, At(3, 9)).Balance.Paid);
        Assert.Equal(Thousand(60), ProjectStanding.Of(late, At(3, 10)).Balance.Paid);
    }

    [Fact]
    public void The_forecast_is_the_last_one_that_was_known()
    {
        var revised = Project()
            .Signed(100, Day(1, 10))
            .Planned(1, 100, Day(3, 1), Forecast(Day(5, 1), At(2, 1)), Forecast(Day(8, 1), At(4, 1)));

        Assert.Equal(Day(3, 1), ForecastOn(At(1, 31)));
        Assert.Equal(Day(5, 1), ForecastOn(At(2, 2)));
        Assert.Equal(Day(8, 1), ForecastOn(At(4, 2)));

        DateOnly ForecastOn(DateTime asOf) => Assert.Single(ProjectStanding.Of(revised, asOf).Expected).ForecastOn;
    }

    [Fact]
    public void What_was_expected_in_the_past_is_expected_today_and_late()
    {
        var advance = ProjectStanding.Of(Signed, At(6, 30)).Expected[0];

        Assert.True(advance.IsLate);
        Assert.Equal((Day(2, 1), Day(6, 30)), (advance.ForecastOn, advance.ExpectedOn));
        Assert.False(ProjectStanding.Of(Signed, At(2, 1)).Expected[0].IsLate);
    }

    [Fact]
    public void A_payment_is_due_on_its_own_day_once_its_documents_are_complete()
    {
        var requested = Signed.Requested(2, 50, At(5, 1), completeAt: At(5, 20), due: Day(6, 19));

        Assert.Equal([Day(2, 1), Day(9, 1), Day(9, 1)], DueDays(At(5, 2)));
        Assert.Equal([Day(2, 1), Day(6, 19), Day(9, 1)], DueDays(At(5, 21)));
        Assert.Equal(Thousand(200), ProjectStanding.Of(requested, At(5, 21)).ExpectedInAll);

        IEnumerable<DateOnly> DueDays(DateTime asOf) =>
            ProjectStanding.Of(requested, asOf).Expected.Select(one => one.DueOn);
    }

    [Fact]
    public void Nothing_is_expected_of_a_closed_convention_and_what_it_gave_back_is_planned_no_more()
    {
        var closed = Closed(Day(6, 1), Day(6, 1));

        Assert.NotEmpty(ProjectStanding.Of(closed, At(5, 31)).Expected);
        var after = ProjectStanding.Of(closed, At(6, 1));
        Assert.Empty(after.Expected);
        Assert.Equal(after.Balance.Paid, Money.Sum(after.Schedule.Select(one => one.Amount)));
    }

    [Fact]
    public void A_closing_counts_once_it_is_known()
    {
        var closed = Closed(Day(6, 1), recordedOn: Day(6, 10));

        Assert.NotEmpty(ProjectStanding.Of(closed, At(6, 9)).Expected);
        Assert.Empty(ProjectStanding.Of(closed, At(6, 10)).Expected);
    }

    private static ProjectBudget Closed(DateOnly on, DateOnly recordedOn) =>
        Signed with
        {
            ConventionSteps = Signed.ConventionSteps.Add(new(ConventionState.Closed, on, recordedOn)),
        };

    [Fact]
    public void An_amended_schedule_counts_from_its_amendment_on()
    {
        var amended = Signed with
        {
            Instalments =
            [
                Signed.Instalments[0],
                Signed.Instalments[1] with
                {
                    ReplacedAt = At(5, 1),
                },
                Signed.Instalments[1] with
                {
                    Id = 3,
                    PlannedOn = Day(12, 1),
                    ValidFrom = At(5, 1),
                },
            ],
        };

        Assert.Equal([1L, 2L], ProjectStanding.Of(amended, At(4, 30)).Schedule.Select(one => one.Id));
        Assert.Equal([1L, 3L], ProjectStanding.Of(amended, At(5, 2)).Schedule.Select(one => one.Id));
    }
}
