using AmiDashboard.Core.Scores.Statistics;

namespace AmiDashboard.Scores.Statistics;

public sealed class IntraclassCorrelationTests
{
    [Fact]
    public void Table_2_of_Shrout_and_Fleiss_1979_has_its_six_correlations()
    {
        var found = IntraclassCorrelation.OfComplete(ShroutAndFleiss.Table)!;

        Assert.Equal(11.241667, found.Bms, 5e-7);
        Assert.Equal(6.263889, found.Wms, 5e-7);
        Assert.Equal(32.486111, found.Jms, 5e-7);
        Assert.Equal(1.019444, found.Ems, 5e-7);
        Assert.Equal(.165742, found.Icc11!.Value, 5e-7);
        Assert.Equal(.289764, found.Icc21!.Value, 5e-7);
        Assert.Equal(.714841, found.Icc31!.Value, 5e-7);
        Assert.Equal(.442797, found.Icc1k!.Value, 5e-7);
        Assert.Equal(.620051, found.Icc2k!.Value, 5e-7);
        Assert.Equal(.909316, found.Icc3k!.Value, 5e-7);
    }

    [Fact]
    public void Judges_who_agree_entirely_correlate_entirely()
    {
        var found = IntraclassCorrelation.OfComplete([
            [1, 1],
            [4, 4],
            [3, 3],
        ])!;

        Assert.Equal(
            [1, 1, 1, 1, 1, 1],
            new[] { found.Icc11, found.Icc21, found.Icc31, found.Icc1k, found.Icc2k, found.Icc3k }.Select(icc =>
                Math.Round(icc!.Value, 12)
            )
        );
    }

    [Fact]
    public void Nothing_to_tell_apart_is_no_correlation_rather_than_zero()
    {
        Assert.Null(IntraclassCorrelation.OfComplete([]));
        Assert.Null(
            IntraclassCorrelation.OfComplete([
                [1, 2, 3],
            ])
        );
        Assert.Null(
            IntraclassCorrelation.OfComplete([
                [1],
                [2],
            ])
        );
        Assert.Null(
            IntraclassCorrelation.OfComplete([
                [3, 3],
                [3, 3],
            ])
        );
    }

    [Fact]
    public void A_table_with_holes_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            IntraclassCorrelation.OfComplete([
                [1, 2],
                [3],
            ])
        );
}
