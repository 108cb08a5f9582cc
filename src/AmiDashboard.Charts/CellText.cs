using System.Globalization;
using AmiDashboard.Core;

namespace AmiDashboard.Charts;

/// <summary>A cell of a chart's table in a language, the same in a page and in a report.</summary>
public static class CellText
{
    public static string Of(object? value, ChartCellKind kind, CultureInfo? culture = null) =>
        value switch
        {
            null => "–",
            Money money => money.Written(culture ?? CultureInfo.CurrentCulture),
            DateOnly day => day.ToString("d", culture ?? CultureInfo.CurrentCulture),
            int number => number.ToString("N0", culture ?? CultureInfo.CurrentCulture),
            decimal points when kind == ChartCellKind.Points => points.ToString(
                "0.00",
                culture ?? CultureInfo.CurrentCulture
            ),
            decimal number => number.ToString("0.0", culture ?? CultureInfo.CurrentCulture),
            double number => number.ToString("0.0", culture ?? CultureInfo.CurrentCulture),
            _ => value.ToString() ?? "",
        };
}
