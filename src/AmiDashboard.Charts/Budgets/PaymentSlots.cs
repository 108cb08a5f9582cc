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
/// <param name="Unit">Months in a column: 1, 3 or 12.</param>
internal sealed record PaymentSlots(ImmutableArray<PaymentSlot> Slots, int Unit)
{
    /// <summary>Pixels that a column needs.</summary>
    private const double Least = 25;

    /// <param name="width">Pixels.</param>
    public static PaymentSlots Of(PaymentCalendar figure, double width)
    {
        var (first, last) = (figure.Months[0].Month, figure.Months[^1].Month);
        var months = ((last.From.Year - first.From.Year) * 12) + last.From.Month - first.From.Month + 1;
        var unit =
            months * Least <= width ? 1
            : months / 3 * Least <= width ? 3
            : 12;
        var parts = figure.Months.ToLookup(month => PeriodOf(month.Month.From, unit));
        var slots = ImmutableArray.CreateBuilder<PaymentSlot>();
        for (var period = PeriodOf(first.From, unit); ; period = PeriodOf(period.To.AddDays(1), unit))
        {
            slots.Add(SlotOf(period, parts[period], figure.Scope));
            if (period.To >= last.To)
            {
                return new(slots.ToImmutable(), unit);
            }
        }
    }

    public string NameOf(PaymentSlot slot, ChartText text) =>
        Unit switch
        {
            1 => text.Month(slot.Period.From),
            3 => text.Quarter(slot.Period),
            _ => text.Of("Year", slot.Period.From.Year),
        };

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

    private static Period PeriodOf(DateOnly day, int unit) =>
        unit switch
        {
            1 => Period.MonthOf(day),
            3 => Period.QuarterOf(day),
            _ => Period.Year(day.Year),
        };
}
