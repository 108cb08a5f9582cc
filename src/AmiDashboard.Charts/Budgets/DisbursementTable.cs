using AmiDashboard.Core;
using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Charts.Budgets;

/// <summary>Quarter by quarter; what has not happened yet has no number.</summary>
internal static class DisbursementTable
{
    public static ChartTable Of(Trajectory figure, ChartText text) =>
        new(
            [
                new(ChartCellKind.Text, text["Column_Quarter"]),
                new(ChartCellKind.Count, text["Column_Projects"]),
                new(ChartCellKind.Money, text["Column_Planned"]),
                new(ChartCellKind.Money, text["Column_Forecast"]),
                new(ChartCellKind.Money, text["Envelope_Paid"]),
                new(ChartCellKind.Money, text["Column_Gap"]),
            ],
            [
                .. figure.Quarters.Select(quarter => new ChartRow(
                    [
                        text.Quarter(quarter.Period),
                        quarter.Projects.Count,
                        quarter.Planned,
                        quarter.Forecast,
                        quarter.Actual,
                        quarter.Gap,
                    ],
                    quarter.Projects.Rows
                )),
            ],
            Total(figure, text)
        );

    private static ChartRow Total(Trajectory figure, ChartText text)
    {
        var projects = ProjectSet.Of(figure.Scope, figure.Quarters.Select(quarter => quarter.Projects));
        return new(
            [
                text["Total"],
                projects.Count,
                figure.Sums.Planned,
                figure.Sums.Forecast,
                Money.Sum(figure.Quarters.Select(quarter => quarter.Actual).OfType<Money>()),
                Money.Sum(figure.Quarters.Select(quarter => quarter.Gap).OfType<Money>()),
            ],
            projects.Rows
        );
    }
}
