using AmiDashboard.Core.Scores.Figures;

namespace AmiDashboard.Charts.Scores;

/// <summary>The whole ranking, whatever the drawing has room for; without a rank last.</summary>
internal static class RankingTable
{
    public static ChartTable Of(RankingFigure figure, ChartText text) =>
        new(
            [
                new(ChartCellKind.Count, text["Column_Rank"]),
                new(ChartCellKind.Text, text["Column_Number"]),
                new(ChartCellKind.Text, text["Column_Title"]),
                new(ChartCellKind.Points, text["Column_Mean"]),
                new(ChartCellKind.Points, text["Column_AdjustedMean"]),
                new(ChartCellKind.Count, text["Column_RawRank"]),
                new(ChartCellKind.Text, text["Column_Interval"]),
                new(ChartCellKind.Count, text["Column_Reviews"]),
                new(ChartCellKind.Points, text["Column_Spread"]),
                new(ChartCellKind.Text, text["Column_Verdict"]),
            ],
            [
                .. figure.Rows.Select(row => new ChartRow(
                    [
                        row.Application.AdjustedRank,
                        text.Of("Application_Number", row.Application.Number),
                        text.Application(row.Title, row.Application.Number),
                        ScoreWords.Cell(row.Application.Mean),
                        ScoreWords.Cell(row.Application.AdjustedMean),
                        row.Application.Rank,
                        row.Interval is null ? null : IntervalOf(row, text),
                        row.Application.Reviews,
                        ScoreWords.Cell(row.Application.Spread),
                        row.Verdict is { } verdict ? text[$"Verdict_{verdict}"] : null,
                    ],
                    ApplicationSet.Of(figure.Edition, row.Application.Number).Rows
                )),
            ]
        );

    /// <summary>« 3–9 ».</summary>
    public static string IntervalOf(RankingRow row, ChartText text) =>
        text.Of("Interval", text.Number(row.Interval!.Best), text.Number(row.Interval.Worst));
}
