using System.Globalization;
using AmiDashboard.Charts;
using AmiDashboard.Exchange.Spreadsheets;

namespace AmiDashboard.Web.Exports;

/// <summary>A chart on its way out: light on white, wide enough for a page, and its table as a sheet.</summary>
internal static class ChartExport
{
    private const int Width = 1100;

    public static ChartStyle Style(ChartDefinition chart) =>
        new(ChartTheme.Light, CultureInfo.CurrentUICulture, Width, chart.HeightAt(Width));

    public static Sheet Sheet(string title, ChartTable table) =>
        new(
            title,
            [.. table.Columns.Select(column => new Column(KindOf(column.Kind), column.Title))],
            table.Rows.Concat(table.Total is { } total ? [total] : []).Select(row => (IReadOnlyList<object?>)row.Cells)
        );

    private static CellKind KindOf(ChartCellKind kind) =>
        kind switch
        {
            ChartCellKind.Text => CellKind.Text,
            ChartCellKind.Count => CellKind.WholeNumber,
            ChartCellKind.Days or ChartCellKind.Points => CellKind.Number,
            ChartCellKind.Date => CellKind.Date,
            ChartCellKind.Money => CellKind.Money,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
