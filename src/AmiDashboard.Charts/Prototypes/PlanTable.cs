using AmiDashboard.Charts.Scores;
using AmiDashboard.Core.Prototypes.Figures;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>Every prototype, whatever lines the drawing has room for.</summary>
internal static class PlanTable
{
    public static ChartTable Of(PlanPortfolio figure, ChartText text) =>
        new(
            [
                new(ChartCellKind.Text, text["Column_Project"]),
                new(ChartCellKind.Text, text["Column_Ministries"]),
                new(ChartCellKind.Date, text["Column_SupportStart"]),
                new(ChartCellKind.Date, text["Column_PlannedEnd"]),
                new(ChartCellKind.Date, text["Column_ExpectedEnd"]),
                new(ChartCellKind.Count, text["Column_SlipDays"]),
                new(ChartCellKind.Text, text["Column_NextMilestone"]),
                new(ChartCellKind.Date, text["Column_NextOn"]),
                new(ChartCellKind.Count, text["Column_OverdueMilestones"]),
                new(ChartCellKind.Count, text["Column_PlannedShare"]),
                new(ChartCellKind.Count, text["Column_EarnedShare"]),
            ],
            [.. figure.Rows.Select(row => Row(row, text))]
        );

    private static ChartRow Row(PlanRow row, ChartText text) =>
        new(
            [
                text.Application(row.Title, row.Number),
                text.Ministry(row.Ministry),
                row.Plan.StartsOn,
                row.PlannedEnd,
                row.ExpectedEnd,
                row.SlipDays,
                row.Next?.Milestone.Name,
                row.Next?.ExpectedOn,
                row.Overdue,
                PrototypeWords.Percent(row.Plan.PlannedWeight, row.Plan.Weight),
                PrototypeWords.Percent(row.Plan.EarnedWeight, row.Plan.Weight),
            ],
            row.Project.Rows
        );
}
