using System.Globalization;
using AmiDashboard.Charts;
using AmiDashboard.Core;

namespace AmiDashboard.Web.Charts;

/// <summary>A cell of a chart's table in the page's language.</summary>
internal static class CellText
{
    public static string Of(object? value, ChartCellKind kind) =>
        value switch
        {
            null => "–",
            Money money => money.Written(CultureInfo.CurrentCulture),
            DateOnly day => day.ToString("d", CultureInfo.CurrentCulture),
            int number => number.ToString("N0", CultureInfo.CurrentCulture),
            decimal points when kind == ChartCellKind.Points => points.ToString("0.00", CultureInfo.CurrentCulture),
            decimal number => number.ToString("0.0", CultureInfo.CurrentCulture),
            double number => number.ToString("0.0", CultureInfo.CurrentCulture),
            _ => value.ToString() ?? "",
        };
}
