using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Charts.Budgets;

/// <summary>How many payments are overdue, and when the next ones are due.</summary>
internal static class PaymentsDueTakeaway
{
    public static string Of(PaymentCalendar figure, ChartText text)
    {
        if (figure.Months.IsEmpty)
        {
            return text["Calendar_Takeaway_None"];
        }

        var (due, overdue, paid) = (figure.Due, figure.Overdue, figure.Paid);
        var late = text.Counted("Calendar_Late", overdue.Payments, text.ShortMoney(overdue.Amount));
        return due.Payments > 0
            ? text.Counted(
                "Calendar_Takeaway_Next",
                due.Payments,
                late,
                text.ShortMoney(due.Amount),
                text.Month(figure.Months.First(month => month.Due.Payments > 0).Month.From)
            )
            : text.Of("Calendar_Takeaway_Last", late, text.Payments(paid.Payments, paid.Amount));
    }
}
