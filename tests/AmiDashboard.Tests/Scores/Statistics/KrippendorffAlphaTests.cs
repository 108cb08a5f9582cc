using AmiDashboard.Core.Scores.Statistics;
using CsCheck;

namespace AmiDashboard.Scores.Statistics;

public sealed class KrippendorffAlphaTests
{
    /// <summary>Krippendorff 2011, Computing Krippendorff's Alpha-Reliability: four coders, twelve units, holes.</summary>
    private static readonly double?[][] Example =
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
        [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
    ];

    [Theory]
    [InlineData(AlphaMetric.Nominal, .743421)]
    [InlineData(AlphaMetric.Ordinal, .815388)]
    [InlineData(AlphaMetric.Interval, .849107)]
    [InlineData(AlphaMetric.Ratio, .797403)]
    public void Krippendorffs_worked_example_has_his_values(AlphaMetric metric, double expected) =>
        Assert.Equal(expected, KrippendorffAlpha.Of(Example, metric)!.Value, 5e-7);

    [Fact]
    public void A_unit_with_one_value_does_not_count()
    {
        // The last unit has only a 3; another value, or none, says as much.
        var without = Example.Select(row => row[..11]).ToArray();

        Assert.Equal(
            KrippendorffAlpha.Of(without, AlphaMetric.Interval)!.Value,
            KrippendorffAlpha.Of(Example, AlphaMetric.Interval)!.Value,
            1e-12
        );
    }

    [Fact]
    public void It_is_what_the_matrix_of_coincidences_written_out_gives() =>
        Gen.Select(
                Gen.OneOf(Gen.Const((double?)null), Gen.Int[0, 5].Select(value => (double?)value)).Array[6].Array[2, 5],
                Gen.Enum<AlphaMetric>()
            )
            .Sample(
                (rows, metric) =>
                {
                    var expected = WrittenOut(rows, metric);
                    var found = KrippendorffAlpha.Of(rows, metric);

                    Assert.Equal(expected is null, found is null);
                    Assert.Equal(expected ?? 0, found ?? 0, 1e-10);
                },
                iter: 1000
            );

    [Fact]
    public void Nothing_to_compare_or_nothing_that_differs_is_no_agreement_rather_than_some()
    {
        Assert.Null(KrippendorffAlpha.Of([], AlphaMetric.Nominal));
        Assert.Null(
            KrippendorffAlpha.Of(
                [
                    [1, null],
                    [null, 2],
                ],
                AlphaMetric.Nominal
            )
        );
        Assert.Null(
            KrippendorffAlpha.Of(
                [
                    [2, 2],
                    [2, 2],
                ],
                AlphaMetric.Interval
            )
        );
    }

    [Fact]
    public void Coders_of_not_as_many_units_are_refused() =>
        Assert.Throws<ArgumentException>(() =>
            KrippendorffAlpha.Of(
                [
                    [1, 2],
                    [1],
                ],
                AlphaMetric.Nominal
            )
        );

    [Fact]
    public void A_value_below_zero_has_no_ratio() =>
        Assert.Throws<ArgumentException>(() =>
            KrippendorffAlpha.Of(
                [
                    [-1, 2],
                    [1, 2],
                ],
                AlphaMetric.Ratio
            )
        );

    private static double? WrittenOut(double?[][] rows, AlphaMetric metric)
    {
        var matrix = Enumerable.Range(0, 6).Select(_ => new double[6]).ToArray();
        for (var unit = 0; unit < 6; unit++)
        {
            var values = rows.Select(row => row[unit]).OfType<double>().Select(value => (int)value).ToArray();
            for (var one = 0; one < values.Length; one++)
            {
                for (var other = 0; other < values.Length; other++)
                {
                    matrix[values[one]][values[other]] += one == other ? 0 : 1.0 / (values.Length - 1);
                }
            }
        }

        var levels = Enumerable.Range(0, 6).ToArray();
        var counts = levels.Select(c => levels.Sum(k => matrix[c][k])).ToArray();
        double Squared(int c, int k) =>
            metric switch
            {
                AlphaMetric.Nominal => c == k ? 0 : 1,
                AlphaMetric.Interval => Math.Pow(c - k, 2),
                AlphaMetric.Ratio => c == k ? 0 : Math.Pow((c - k) / (double)(c + k), 2),
                _ => Math.Pow(
                    levels.Where(g => g >= Math.Min(c, k) && g <= Math.Max(c, k)).Sum(g => counts[g])
                        - ((counts[c] + counts[k]) / 2),
                    2
                ),
            };
        var pairs = levels.SelectMany(c => levels.Select(k => (c, k))).ToArray();
        var observed = pairs.Sum(pair => matrix[pair.c][pair.k] * Squared(pair.c, pair.k));
        var expected = pairs.Sum(pair => counts[pair.c] * counts[pair.k] * Squared(pair.c, pair.k));
        return expected > 0 ? 1 - ((counts.Sum() - 1) * observed / expected) : null;
    }
}
