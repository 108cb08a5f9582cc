using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.Prototypes.Figures;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>Every month with a session, whatever columns the drawing has room for.</summary>
internal static class SupportTable
{
    private static readonly string[] Columns = ["Column_HoursPlanned", "Column_HoursHeld", "Column_HoursOverdue"];

    public static ChartTable Of(SupportHours figure, ChartText text)
    {
        return new(
            [
                new(ChartCellKind.Text, text["Column_Month"]),
                new(ChartCellKind.Count, text["Column_Projects"]),
                .. figure.Tracks.SelectMany(track =>
                    Columns.Select(name => new ChartColumn(
                        ChartCellKind.Points,
                        text.Of(name, text[$"Track_{track.Track}"])
                    ))
                ),
            ],
            [
                .. figure.Months.Select(month =>
                    Row(
                        text.Month(month.Month.From),
                        month.Projects,
                        figure.Tracks.Select(track => month.Of(track.Track))
                    )
                ),
            ],
            Row(
                text["Total"],
                ProjectSet.Of(figure.Scope, figure.Months.Select(month => month.Projects)),
                figure.Tracks.Select(track => track.Sum)
            )
        );

        static ChartRow Row(string name, ProjectSet projects, IEnumerable<SupportSum> sums) =>
            new(
                [
                    name,
                    projects.Count,
                    .. sums.SelectMany(sum =>
                        (object[])
                            [
                                PrototypeWords.HoursCell(sum.Planned),
                                PrototypeWords.HoursCell(sum.Held),
                                PrototypeWords.HoursCell(sum.Overdue),
                            ]
                    ),
                ],
                projects.Rows
            );
    }
}
