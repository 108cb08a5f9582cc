using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Applications.Figures;

public sealed class DepositCurveTests
{
    [Fact]
    public void Deposits_add_up_day_by_day()
    {
        var curve = Of(
            SomeFacts.One(SomeFacts.At(2018, 9, 10)),
            SomeFacts.One(SomeFacts.At(2018, 9, 12, 9)),
            SomeFacts.One(SomeFacts.At(2018, 9, 12, 18)),
            SomeFacts.One(SomeFacts.At(2018, 9, 14))
        );

        Assert.Equal([1, 2, 1], curve.Days.Select(day => day.Deposits));
        Assert.Equal([1, 3, 4], curve.Days.Select(day => day.SoFar.Applications));
        Assert.Equal(new DateOnly(2018, 9, 12), curve.Days[1].Day);
        Assert.Equal(4, curve.Total);
    }

    [Fact]
    public void A_deposit_at_the_deadline_is_in_time_and_one_a_second_later_is_late()
    {
        var curve = Of(
            SomeFacts.One(SomeFacts.First.Deadline),
            SomeFacts.One(SomeFacts.First.Deadline.AddSeconds(1)),
            SomeFacts.One(SomeFacts.First.Deadline.AddDays(30))
        );

        Assert.Equal(2, curve.Late);
        Assert.Equal(3, curve.Total);
    }

    [Theory]
    // Summer time is two hours ahead of UTC, winter time one.
    [InlineData("2018-09-10T21:59:59Z", "2018-09-10")]
    [InlineData("2018-09-10T22:00:00Z", "2018-09-11")]
    [InlineData("2018-12-10T22:59:59Z", "2018-12-10")]
    [InlineData("2018-12-10T23:00:00Z", "2018-12-11")]
    // The day the clocks go back has 25 hours, the day they go forward 23.
    [InlineData("2018-10-27T22:00:00Z", "2018-10-28")]
    [InlineData("2018-10-28T22:59:59Z", "2018-10-28")]
    [InlineData("2018-10-28T23:00:00Z", "2018-10-29")]
    [InlineData("2019-03-30T23:00:00Z", "2019-03-31")]
    [InlineData("2019-03-31T21:59:59Z", "2019-03-31")]
    [InlineData("2019-03-31T22:00:00Z", "2019-04-01")]
    public void A_deposit_counts_on_its_Paris_day(string instant, string day)
    {
        var deposited = DateTime.Parse(
            instant,
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AdjustToUniversal
        );

        var counted = Assert.Single(Of(SomeFacts.One(deposited)).Days);

        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), counted.Day);
        Assert.True(counted.SoFar.Rows.Admits(SomeFacts.One(deposited)));
    }

    [Fact]
    public void What_came_after_the_day_looked_at_is_not_there_yet()
    {
        ApplicationFact[] facts =
        [
            SomeFacts.One(SomeFacts.At(2018, 9, 10, 9)),
            SomeFacts.One(SomeFacts.At(2018, 9, 10, 17)),
        ];

        Assert.Equal(1, DepositCurve.Of(facts, SomeFacts.Scope(asOf: SomeFacts.At(2018, 9, 10, 12))).Total);
        Assert.Equal(2, DepositCurve.Of(facts, SomeFacts.Scope(asOf: SomeFacts.At(2018, 9, 10, 17))).Total);
        Assert.Equal(0, DepositCurve.Of(facts, SomeFacts.Scope(asOf: SomeFacts.At(2018, 9, 1))).Total);
    }

    [Fact]
    public void Each_edition_has_its_curve_and_an_empty_one_is_told()
    {
        var curve = DepositCurve.Of([SomeFacts.One(edition: 2)], SomeFacts.Scope());

        Assert.Equal([0, 1], curve.Editions.Select(edition => edition.Total));
        Assert.Single(DepositCurve.Of([], SomeFacts.Scope(new() { Edition = 2 })).Editions);
    }

    private static EditionDeposits Of(params ApplicationFact[] facts) =>
        Assert.Single(DepositCurve.Of(facts, SomeFacts.Scope(new() { Edition = 1 })).Editions);
}
