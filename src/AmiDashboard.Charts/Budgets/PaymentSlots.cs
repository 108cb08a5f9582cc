using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Charts.Budgets;

/// <summary>One column: a month, or the quarter or year of several where there is no room for each.</summary>
internal sealed record PaymentSlot(
    Period Period,
    PaymentSum Due,
    PaymentSum Overdue,
    PaymentSum Paid,
    ProjectSet Projects
)
{
    public double Height => Paid.Amount.OnAxis() + Due.Amount.OnAxis() + Overdue.Amount.OnAxis();

    public int Payments => Paid.Payments + Due.Payments + Overdue.Payments;
}

/// <summary>The months of a calendar as columns without a gap, all of one length.</summary>
internal sealed record PaymentSlots(ImmutableArray<PaymentSlot> Slots, TimeSlots Times)
{
    /// <summary>Pixels that a column needs.</summary>
    private const double Least = 25;

    /// <param name="width">Pixels.</param>
    public static PaymentSlots Of(PaymentCalendar figure, double width)
    {
        var times = TimeSlots.Of(figure.Months[0].Month.From, figure.Months[^1].Month.From, width, Least);
        var parts = figure.Months.ToLookup(month => times.PeriodOf(month.Month.From));
        return new([.. times.Periods.Select(period => SlotOf(period, parts[period], figure.Scope))], times);
    }

    public string NameOf(PaymentSlot slot, ChartText text) => Times.NameOf(slot.Period, text);

    private static PaymentSlot SlotOf(Period period, IEnumerable<PaymentMonth> months, FigureScope scope)
    {
        PaymentMonth[] all = [.. months];
        return new(
            period,
            PaymentSum.Of(scope, all.Select(month => month.Due)),
            PaymentSum.Of(scope, all.Select(month => month.Overdue)),
            PaymentSum.Of(scope, all.Select(month => month.Paid)),
            ProjectSet.Of(
                scope,
                all.SelectMany(month => (ProjectSet[])[month.Due.Projects, month.Overdue.Projects, month.Paid.Projects])
            )
        );
    }
}
