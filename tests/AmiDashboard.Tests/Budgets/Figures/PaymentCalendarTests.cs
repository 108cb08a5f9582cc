using AmiDashboard.Core.Budgets.Figures;
using static AmiDashboard.Budgets.Figures.SomeBudgets;

namespace AmiDashboard.Budgets.Figures;

public sealed class PaymentCalendarTests
{
    private static readonly ProjectBudget One = Project()
        .Signed(200, Day(1, 10))
        .Planned(1, 60, Day(2, 1))
        .Planned(2, 80, Day(6, 1))
        .Planned(3, 60, Day(9, 1))
        .Paid(1, 60, Day(3, 1))
        .Requested(2, 50, At(5, 1), completeAt: At(6, 10), due: Day(7, 10));

    [Fact]
    public void Paid_due_and_overdue_payments_stand_in_their_months()
    {
        var calendar = PaymentCalendar.Of(Facts(One), Scope());

        Assert.Equal(
            [
                (3, 0, 0, 1),
                // The part of the second instalment that nobody requested.
                (6, 0, 1, 0),
                (7, 1, 0, 0),
                (9, 1, 0, 0),
            ],
            calendar.Months.Select(month =>
                (month.Month.From.Month, month.Due.Payments, month.Overdue.Payments, month.Paid.Payments)
            )
        );
        Assert.Equal(
            (Thousand(110), Thousand(30), Thousand(60)),
            (calendar.Due.Amount, calendar.Overdue.Amount, calendar.Paid.Amount)
        );
    }

    [Fact]
    public void What_is_due_today_is_not_overdue_yet()
    {
        Assert.Equal(0, PaymentCalendar.Of(Facts(One), Scope(At(6, 1))).Overdue.Payments);
        Assert.Equal([1], PaymentCalendar.Of(Facts(One), Scope(At(6, 2))).Overdue.Projects.Numbers);
    }

    [Fact]
    public void On_a_past_day_a_payment_was_still_to_be_paid()
    {
        // Requested on 9 February for an instalment of the 1st; complete on the 19th, and due on 1 March from then on.
        Assert.Equal(Thousand(60), PaymentCalendar.Of(Facts(One), Scope(At(2, 15))).Overdue.Amount);
        Assert.Equal(Thousand(0), PaymentCalendar.Of(Facts(One), Scope(At(2, 20))).Overdue.Amount);
        Assert.Equal(0, PaymentCalendar.Of(Facts(One), Scope(At(2, 20))).Paid.Payments);
    }
}
