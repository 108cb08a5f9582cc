using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Charts.Budgets;

/// <summary>Every month with a payment, whatever columns the drawing has room for.</summary>
internal static class PaymentsDueTable
{
    public static ChartTable Of(PaymentCalendar figure, ChartText text)
    {
        return new(
            [
                new(ChartCellKind.Text, text["Column_Month"]),
                new(ChartCellKind.Count, text["Column_Projects"]),
                new(ChartCellKind.Count, text["Column_PaidPayments"]),
                new(ChartCellKind.Money, text["Column_PaidAmount"]),
                new(ChartCellKind.Count, text["Column_DuePayments"]),
                new(ChartCellKind.Money, text["Column_DueAmount"]),
                new(ChartCellKind.Count, text["Column_OverduePayments"]),
                new(ChartCellKind.Money, text["Column_OverdueAmount"]),
            ],
            [.. figure.Months.Select(month => Row(text.Month(month.Month.From), month.Paid, month.Due, month.Overdue))],
            Row(text["Total"], figure.Paid, figure.Due, figure.Overdue)
        );

        ChartRow Row(string name, PaymentSum paid, PaymentSum due, PaymentSum overdue)
        {
            var projects = ProjectSet.Of(figure.Scope, [paid.Projects, due.Projects, overdue.Projects]);
            return new(
                [
                    name,
                    projects.Count,
                    paid.Payments,
                    paid.Amount,
                    due.Payments,
                    due.Amount,
                    overdue.Payments,
                    overdue.Amount,
                ],
                projects.Rows
            );
        }
    }
}
