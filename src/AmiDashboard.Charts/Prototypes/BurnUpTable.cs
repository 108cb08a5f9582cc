using AmiDashboard.Core.Prototypes.Figures;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>Month by month, what came in it and what there is at its end; what has not happened yet has no number.</summary>
internal static class BurnUpTable
{
    public static ChartTable Of(MilestoneBurnUp figure, ChartText text) =>
        new(
            [
                new(ChartCellKind.Text, text["Column_Month"]),
                new(ChartCellKind.Count, text["Column_Projects"]),
                new(ChartCellKind.Count, text["Column_PlannedPoints"]),
                new(ChartCellKind.Count, text["Column_EarnedPoints"]),
                new(ChartCellKind.Count, text["Column_ExpectedPoints"]),
                new(ChartCellKind.Count, text["Column_PlannedShare"]),
                new(ChartCellKind.Count, text["Column_EarnedShare"]),
                new(ChartCellKind.Count, text["Column_ExpectedShare"]),
            ],
            [
                .. figure.Months.Select(month => new ChartRow(
                    [
                        text.Month(month.Month.From),
                        month.Projects.Count,
                        month.Planned,
                        month.Earned,
                        month.Expected,
                        PrototypeWords.Percent(month.End.Planned, figure.Points),
                        month.End.Earned is { } earned ? PrototypeWords.Percent(earned, figure.Points) : null,
                        month.End.Expected is { } expected ? PrototypeWords.Percent(expected, figure.Points) : null,
                    ],
                    month.Projects.Rows
                )),
            ]
        );
}
