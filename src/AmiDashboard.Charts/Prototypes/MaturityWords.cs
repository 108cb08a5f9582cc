using AmiDashboard.Charts.Budgets;
using AmiDashboard.Charts.Scores;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>How ready prototypes are, in a sentence, for a mark and in a table.</summary>
internal static class MaturityWords
{
    private static readonly ReadinessLevel[] Levels = Enum.GetValues<ReadinessLevel>();

    public static string Takeaway(MaturityLadder figure, ChartText text)
    {
        if (figure.Rows.IsEmpty)
        {
            return text["Maturity_None"];
        }

        var sentence = text.Of(
            "Maturity_Takeaway",
            text.Projects(figure.Rows.Length),
            text.Counted("Maturity_Usable", Above(ReadinessLevel.PrototypeUsable)),
            text.Counted("Maturity_Tried", Above(ReadinessLevel.Tried))
        );
        return figure.WithGap.Count == 0
            ? sentence
            : text.Of("TwoSentences", sentence, text.Counted("Maturity_Gaps", figure.WithGap.Count));

        int Above(ReadinessLevel level) => figure.Rows.Count(row => row.Level >= level);
    }

    public static string Told(MaturityRow row, ChartText text) =>
        text.Of(
            "Mark",
            text.Application(row.Title, row.Number),
            string.Join(
                ", ",
                Levels
                    .Where(level => row.StateOf(level) != RungState.Missing)
                    .Select(level =>
                        text.Of(
                            "Maturity_Told",
                            text[$"Readiness_{level}"],
                            text.Counted("Proofs", row.Proofs[(int)level])
                        )
                    )
                    .DefaultIfEmpty(text["Readiness_NotYet"])
            )
        );

    public static ChartTable Table(MaturityLadder figure, ChartText text) =>
        new(
            [
                new(ChartCellKind.Text, text["Column_Project"]),
                new(ChartCellKind.Text, text["Column_LevelReached"]),
                .. Levels.Select(level => new ChartColumn(ChartCellKind.Count, text[$"Readiness_{level}"])),
                new(ChartCellKind.Text, text["Column_Gaps"]),
            ],
            [
                .. figure.Rows.Select(row => new ChartRow(
                    [
                        text.Application(row.Title, row.Number),
                        text[row.Level is { } level ? $"Readiness_{level}" : "Readiness_NotYet"],
                        .. row.Proofs.Select(proofs => (object)proofs),
                        Gaps(row, text),
                    ],
                    ProjectSet.Of(figure.Scope, row.Number).Rows
                )),
            ]
        );

    private static string Gaps(MaturityRow row, ChartText text)
    {
        string[] gaps =
        [
            .. Levels.Where(level => row.StateOf(level) == RungState.Gap).Select(level => text[$"Readiness_{level}"]),
        ];
        return gaps.Length == 0 ? text["Missing"] : string.Join(", ", gaps);
    }
}
