using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Scores.Statistics;

namespace AmiDashboard.Core.Scores.Figures;

/// <summary>
/// Each application's mean on each criterion, by adjusted rank. Means are those of the scores as given: what one can check
/// by hand.
/// </summary>
/// <param name="Gaps">
/// By criterion: mean of the applications within the places less mean of the others, in points; null where either has none.
/// </param>
public sealed record ScoreHeatmap(
    FigureScope Scope,
    int Edition,
    Scale Scale,
    int Places,
    ImmutableArray<CriterionFact> Criteria,
    ImmutableArray<HeatmapRow> Rows,
    ImmutableArray<double?> Gaps
)
{
    public static ScoreHeatmap Of(ScoreFacts facts, FigureScope scope)
    {
        var admitted = new AdmittedScores(facts, scope).Numbers;
        ImmutableArray<HeatmapRow> rows =
        [
            .. RankedRows
                .Of(facts)
                .Where(row => row.AdjustedRank is not null && admitted.Contains(row.Number))
                .Select(row => new HeatmapRow(
                    row,
                    facts.Titles.GetValueOrDefault(row.Number),
                    row.AdjustedRank <= facts.Places
                )),
        ];
        return new ScoreHeatmap(
            scope,
            facts.Edition.Number,
            facts.Scale,
            facts.Places,
            facts.Criteria,
            rows,
            [
                .. facts.Criteria.Select(
                    (_, index) => MeanOf(rows, index, isWithin: true) - MeanOf(rows, index, isWithin: false)
                ),
            ]
        );
    }

    private static double? MeanOf(ImmutableArray<HeatmapRow> rows, int criterion, bool isWithin) =>
        rows.Where(row => row.IsWithinPlaces == isWithin).Average(row => row.MeanOf(criterion));
}

public sealed record HeatmapRow(RankedApplication Application, string? Title, bool IsWithinPlaces)
{
    /// <summary>In points; null where nobody scored it.</summary>
    public double? MeanOf(int criterion) =>
        Application.CriterionMeans.IsDefault ? null : Application.CriterionMeans.ElementAtOrDefault(criterion);
}
