using System.Collections.Immutable;
using AmiDashboard.Core.Scores.Figures;

namespace AmiDashboard.Core.Budgets.Figures;

/// <summary>
/// What is contracted for each point that a project's decision rested on, criterion by criterion: dear points stand out. Of
/// one edition, since criteria are an edition's own.
/// </summary>
public sealed record BenefitTable(DecidedScores Scores, ImmutableArray<BenefitRow> Rows)
{
    public static BenefitTable Of(EuroTable euros, DecidedScores scores)
    {
        ArgumentNullException.ThrowIfNull(euros);
        ArgumentNullException.ThrowIfNull(scores);
        return new(
            scores,
            [
                .. euros
                    .Rows.Where(row => row.Edition == scores.Edition)
                    .Select(row =>
                        BenefitRow.Of(row, scores.Means.GetValueOrDefault(row.Number, Unscored(scores.Criteria.Length)))
                    ),
            ]
        );
    }

    private static ImmutableArray<double?> Unscored(int criteria) => [.. Enumerable.Repeat<double?>(null, criteria)];
}

/// <param name="Means">One for each criterion, in points; null where nobody scored it.</param>
/// <param name="PerPoint">
/// Contracted over the mean, to the nearest cent; null where the mean is null or zero, or nothing is contracted.
/// </param>
public sealed record BenefitRow(
    int Number,
    string Title,
    Money Contracted,
    ImmutableArray<double?> Means,
    ImmutableArray<Money?> PerPoint
)
{
    internal static BenefitRow Of(EuroRow row, ImmutableArray<double?> means) =>
        new(
            row.Number,
            row.Title,
            row.Balance.Contracted,
            means,
            [.. means.Select(mean => PerPointOf(row.Balance.Contracted, mean))]
        );

    private static Money? PerPointOf(Money contracted, double? mean) =>
        mean is > 0 and { } points && contracted > Money.Zero
            ? new Money((long)decimal.Round(contracted.Cents / (decimal)points, MidpointRounding.AwayFromZero))
            : null;
}
