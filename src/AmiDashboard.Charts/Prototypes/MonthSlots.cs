using System.Collections.Immutable;
using AmiDashboard.Charts.Budgets;
using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>Columns in a row, all of one length: months, or quarters or years where there is no room for months.</summary>
/// <param name="Unit">Months in a column: 1, 3 or 12.</param>
internal sealed record MonthSlots(ImmutableArray<Period> Slots, int Unit)
{
    /// <summary>Pixels that a column needs.</summary>
    private const double Least = 25;

    /// <param name="width">Pixels.</param>
    public static MonthSlots Of(DateOnly first, DateOnly last, double width)
    {
        var months = ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
        var unit =
            months * Least <= width ? 1
            : months / 3 * Least <= width ? 3
            : 12;
        var slots = ImmutableArray.CreateBuilder<Period>();
        for (var slot = SlotOf(first, unit); ; slot = SlotOf(slot.To.AddDays(1), unit))
        {
            slots.Add(slot);
            if (slot.To >= last)
            {
                return new(slots.ToImmutable(), unit);
            }
        }
    }

    public string NameOf(Period slot, ChartText text) =>
        Unit switch
        {
            1 => text.Month(slot.From),
            3 => text.Quarter(slot),
            _ => text.Of("Year", slot.From.Year),
        };

    private static Period SlotOf(DateOnly day, int unit) =>
        unit switch
        {
            1 => Period.MonthOf(day),
            3 => Period.QuarterOf(day),
            _ => Period.Year(day.Year),
        };
}
