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

    /// <summary>The rows of the table; under them, after an empty line, what was said of days of the chart.</summary>
    public static Sheet Sheet(string title, ChartTable table)
    {
        var text = new ChartText(CultureInfo.CurrentUICulture);
        IReadOnlyList<object?>[] foot = table.Notes.IsEmpty
            ? []
            :
            [
                [],
                [text["Column_Note"], text["Column_Day"], text["Column_NoteText"], text["Column_NoteBy"]],
                .. table.Notes.Select(IReadOnlyList<object?> (note) => [note.Number, note.Day, note.Text, note.By]),
            ];
        var missing = foot.Max(line => (int?)line.Count) - table.Columns.Length ?? 0;
        return new(
            title,
            [
                .. table.Columns.Select(column => new Column(KindOf(column.Kind), column.Title)),
                // As wide as the notes: a sheet is a rectangle.
                .. Enumerable.Repeat(new Column(CellKind.Text, ""), Math.Max(0, missing)),
            ],
            table
                .Rows.Concat(table.Total is { } total ? [total] : [])
                .Select(row =>
                    (IReadOnlyList<object?>)[.. row.Cells, .. Enumerable.Repeat<object?>(null, Math.Max(0, missing))]
                )
        )
        {
            Foot = foot,
        };
    }

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
