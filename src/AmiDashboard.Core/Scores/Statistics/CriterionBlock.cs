using System.Collections.Immutable;

namespace AmiDashboard.Core.Scores.Statistics;

/// <summary>
/// Criteria that weigh and have their holes in the same places: one fit of their weighted mean serves them all, exactly,
/// since a fit is linear in its scores. When every review is complete there is one block.
/// </summary>
internal sealed record CriterionBlock(double Weight, ScoredCells Cells)
{
    public static ImmutableArray<CriterionBlock> Of(ScoreTable table, ImmutableArray<double> weights) =>
        [
            .. Enumerable
                .Range(0, table.Criteria)
                .Where(criterion => weights[criterion] > 0)
                .GroupBy(criterion => Holes(table, criterion), StringComparer.Ordinal)
                .Select(block => Of(table, weights, [.. block])),
        ];

    private static CriterionBlock Of(ScoreTable table, ImmutableArray<double> weights, int[] criteria)
    {
        var total = criteria.Sum(criterion => weights[criterion]);
        return new CriterionBlock(
            total,
            ScoredCells.Of(
                table,
                review =>
                    criteria.Sum(criterion => weights[criterion] * (review.Scores[criterion] ?? double.NaN)) / total
            )
        );
    }

    private static string Holes(ScoreTable table, int criterion) =>
        string.Create(
            table.Reviews.Length,
            (table.Reviews, criterion),
            static (holes, given) =>
            {
                for (var index = 0; index < holes.Length; index++)
                {
                    holes[index] = given.Reviews[index].Scores[given.criterion] is null ? ' ' : 'x';
                }
            }
        );
}
