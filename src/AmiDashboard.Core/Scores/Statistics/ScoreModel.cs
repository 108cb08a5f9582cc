using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace AmiDashboard.Core.Scores.Statistics;

/// <summary>
/// One <see cref="AdditiveFit"/> for each criterion. The heavy step is done once; weights can then be moved at the pace of
/// a hand, since a fit is linear in its scores: the weighted mean of the fits is the fit of the weighted means.
/// </summary>
public sealed class ScoreModel
{
    private readonly ImmutableArray<double?>[] means;
    private readonly ImmutableArray<double?>[] adjusted;
    private readonly int[] reviews;

    private ScoreModel(ScoreTable table, double shrinkage)
    {
        Table = table;
        Shrinkage = shrinkage;
        Fits =
        [
            .. Enumerable.Range(0, table.Criteria).Select(criterion => AdditiveFit.Of(table, criterion, shrinkage)),
        ];
        means = RawMeans(table);
        adjusted =
        [
            .. Enumerable
                .Range(0, table.Applications.Length)
                .Select(application => Fits.Select(fit => fit.Adjusted[application]).ToImmutableArray()),
        ];
        reviews = new int[table.Applications.Length];
        for (var index = 0; index < table.Reviews.Length; index++)
        {
            reviews[table.ApplicationOf[index]] += table.Reviews[index].HasScore ? 1 : 0;
        }
    }

    public ScoreTable Table { get; }

    /// <summary>λ: scores of a reviewer at which half of their severity is allowed for. 0 allows for all of it.</summary>
    public double Shrinkage { get; }

    /// <summary>By position of the criterion.</summary>
    public ImmutableArray<AdditiveFit> Fits { get; }

    /// <summary>Adjusted means by index of the application, then position of the criterion.</summary>
    internal ReadOnlySpan<ImmutableArray<double?>> Adjusted => adjusted;

    /// <param name="shrinkage">λ, from 0.</param>
    public static ScoreModel Fit(ScoreTable table, double shrinkage)
    {
        ArgumentNullException.ThrowIfNull(table);
        CheckShrinkage(shrinkage);
        return new ScoreModel(table, shrinkage);
    }

    /// <param name="weights">One for each criterion, from 0, not all 0; others are refused (ArgumentException).</param>
    public Ranking Rank(ImmutableArray<double> weights)
    {
        WeightedMean.CheckWeights(weights, Table.Criteria);
        var count = Table.Applications.Length;
        var (raw, fitted) = (new double[count], new double[count]);
        var (rawRanks, ranks) = (new int[count], new int[count]);
        for (var index = 0; index < count; index++)
        {
            raw[index] = WeightedMean.Of(weights.AsSpan(), means[index]);
            fitted[index] = WeightedMean.Of(weights.AsSpan(), adjusted[index]);
        }

        var order = new RankOrder(count);
        order.Rank(raw, rawRanks);
        order.Rank(fitted, ranks);
        var holders = ranks.CountBy(rank => rank).ToDictionary();
        var spreads = Spreads(weights.AsSpan());
        var rows = new RankedApplication[count];
        for (var index = 0; index < count; index++)
        {
            rows[index] = new RankedApplication
            {
                Number = Table.Applications[index],
                Reviews = reviews[index],
                Mean = WeightedMean.OrNull(raw[index]),
                AdjustedMean = WeightedMean.OrNull(fitted[index]),
                Rank = rawRanks[index] > 0 ? rawRanks[index] : null,
                AdjustedRank = ranks[index] > 0 ? ranks[index] : null,
                IsTied = ranks[index] > 0 && holders[ranks[index]] > 1,
                IsComplete = means[index].All(mean => mean is not null),
                Spread = spreads[index],
                CriterionMeans = means[index],
                AdjustedCriterionMeans = adjusted[index],
            };
        }

        return new Ranking(
            weights,
            [.. rows.OrderBy(row => row.AdjustedRank ?? int.MaxValue).ThenBy(row => row.Number)],
            Fits.Where((_, criterion) => weights[criterion] > 0).Max(fit => fit.Components)
        );
    }

    /// <summary>By id; who scored nothing that weighs is left out.</summary>
    public ImmutableArray<ReviewerSeverity> Severities(ImmutableArray<double> weights)
    {
        WeightedMean.CheckWeights(weights, Table.Criteria);
        var counts = Table.Reviews.Where(review => review.HasScore).CountBy(review => review.Reviewer).ToDictionary();
        var severities = ImmutableArray.CreateBuilder<ReviewerSeverity>();
        for (var index = 0; index < Table.Reviewers.Length; index++)
        {
            ImmutableArray<double?> leniencies = [.. Fits.Select(fit => fit.Leniency[index])];
            var leniency = WeightedMean.Of(weights.AsSpan(), leniencies);
            if (!double.IsNaN(leniency))
            {
                var reviewer = Table.Reviewers[index];
                severities.Add(new ReviewerSeverity(reviewer, -leniency, counts[reviewer]));
            }
        }

        return severities.DrainToImmutable();
    }

    internal static void CheckShrinkage(double shrinkage)
    {
        if (!double.IsFinite(shrinkage) || shrinkage < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(shrinkage), shrinkage, "Shrinkage is a number from 0.");
        }
    }

    private static ImmutableArray<double?>[] RawMeans(ScoreTable table)
    {
        var (sums, counts) = (
            new double[table.Applications.Length * table.Criteria],
            new int[table.Applications.Length * table.Criteria]
        );
        for (var index = 0; index < table.Reviews.Length; index++)
        {
            for (var criterion = 0; criterion < table.Criteria; criterion++)
            {
                if (table.Reviews[index].Scores[criterion] is { } score)
                {
                    var at = (table.ApplicationOf[index] * table.Criteria) + criterion;
                    sums[at] += score;
                    counts[at]++;
                }
            }
        }

        var all = new double?[sums.Length];
        for (var at = 0; at < all.Length; at++)
        {
            all[at] = counts[at] > 0 ? sums[at] / counts[at] : null;
        }

        return [.. all.Chunk(table.Criteria).Select(ImmutableCollectionsMarshal.AsImmutableArray)];
    }

    /// <summary>One pass over reviews, which come by application (Welford 1962).</summary>
    private double?[] Spreads(ReadOnlySpan<double> weights)
    {
        var count = Table.Applications.Length;
        var (counts, centres, squares) = (new int[count], new double[count], new double[count]);
        for (var index = 0; index < Table.Reviews.Length; index++)
        {
            var mean = WeightedMean.Of(weights, Table.Reviews[index].Scores);
            if (!double.IsNaN(mean))
            {
                var at = Table.ApplicationOf[index];
                var before = mean - centres[at];
                centres[at] += before / ++counts[at];
                squares[at] += before * (mean - centres[at]);
            }
        }

        var spreads = new double?[count];
        for (var at = 0; at < count; at++)
        {
            spreads[at] = counts[at] > 1 ? Math.Sqrt(squares[at] / (counts[at] - 1)) : null;
        }

        return spreads;
    }
}
