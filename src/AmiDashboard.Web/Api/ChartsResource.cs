using System.Globalization;
using AmiDashboard.Charts;
using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Web.Charts;
using AmiDashboard.Web.Exports;
using AmiDashboard.Web.Preferences;

namespace AmiDashboard.Web.Api;

/// <summary>
/// The table of a chart: the rows that the page shows under it, with its columns in French whatever the language, and
/// without its total, which a pivot table would count twice.
/// </summary>
internal sealed class ChartsResource(ChartDrawings drawings) : ApiResource
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo(Languages.French);

    public override string Path => "charts/{name}";

    public override string Name => "Charts";

    /// <summary>Each chart has a right of its own, which is looked at as well.</summary>
    public override Right Right => Right.SeeApplications;

    public override IReadOnlyList<ApiColumn> Columns => [];

    public override IReadOnlyList<ApiParameter> Parameters { get; } =
    [
        new(
            "name",
            ApiType.Text,
            "budget-projects",
            text => ChartCatalog.Find(text) is not null,
            [.. ChartCatalog.All.Select(chart => chart.Name)]
        )
        {
            Text = "chart",
            IsInPath = true,
        },
        .. ApiFilter.All,
    ];

    public override async Task<Outcome<ApiAnswer>> OpenAsync(ApiQuestion question, CancellationToken cancellation)
    {
        var chart = ChartCatalog.Find(question["name"]!)!;
        if (!question.Viewer.Can(chart.Right))
        {
            return Refusal.NoRight;
        }

        var style = ChartExport.Style(chart) with { Culture = French };
        var shown = await drawings.DrawAsync(question.Viewer, chart, question.Filter, style, cancellation);
        var table = shown.Drawing.Table;
        return new ApiAnswer(
            $"{shown.Version}",
            [
                .. table.Columns.Select(
                    (column, index) => new ApiColumn(NameOf(table, index), TypeOf(column.Kind), null)
                ),
            ],
            (after, most, _) =>
                Task.FromResult<IReadOnlyList<ApiRow>>([
                    .. table
                        .Rows.Select((row, index) => new ApiRow(index + 1, row.Cells))
                        .Where(row => after is null || row.Key > after)
                        .Take(most),
                ])
        );
    }

    /// <summary>The column's title, and its place where another before it has the same.</summary>
    private static string NameOf(ChartTable table, int index)
    {
        var title = table.Columns[index].Title;
        return table.Columns.Take(index).Any(before => before.Title == title) ? $"{title} ({index + 1})" : title;
    }

    private static ApiType TypeOf(ChartCellKind kind) =>
        kind switch
        {
            ChartCellKind.Text => ApiType.Text,
            ChartCellKind.Count => ApiType.WholeNumber,
            ChartCellKind.Days or ChartCellKind.Points => ApiType.Number,
            ChartCellKind.Date => ApiType.Day,
            ChartCellKind.Money => ApiType.Money,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
