using AmiDashboard.Charts.Scores;
using AmiDashboard.Core.Prototypes.Figures;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>Every project and every month that a report speaks of, whatever the drawing has room for.</summary>
internal static class WeatherTable
{
    public static ChartTable Of(WeatherGrid figure, ChartText text)
    {
        var months = figure.Months;
        return new(
            [
                new(ChartCellKind.Text, text["Column_Project"]),
                new(ChartCellKind.Text, text["Column_Ministries"]),
                new(ChartCellKind.Text, text["Column_Weather"]),
                new(ChartCellKind.Date, text["Column_PublishedOn"]),
                new(ChartCellKind.Count, text["Column_AgeDays"]),
                new(ChartCellKind.Text, text["Column_Freshness"]),
                .. months.Select(month => new ChartColumn(ChartCellKind.Text, text.Month(month))),
            ],
            [
                .. figure.Rows.Select(row => new ChartRow(
                    [
                        text.Application(row.Title, row.Number),
                        text.Ministry(row.Ministry),
                        text.Weather(row.Current),
                        row.PublishedOn,
                        row.PublishedOn is null ? null : row.AgeDays,
                        text[FreshnessOf(row)],
                        .. months.Select(month =>
                            row.Months.TryGetValue(month, out var weather) ? text.Weather(weather) : null
                        ),
                    ],
                    row.Project.Rows
                )),
            ]
        );
    }

    private static string FreshnessOf(WeatherRow row) =>
        row.IsFinished ? "Weather_Finished"
        : row.IsStale ? "Weather_IsStale"
        : "Weather_IsFresh";
}
