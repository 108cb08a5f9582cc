using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using static AmiDashboard.Prototypes.Figures.SomePrototypes;

namespace AmiDashboard.Prototypes.Figures;

public sealed class WeatherGridTests
{
    [Fact]
    public void A_row_tells_each_months_weather_and_how_old_the_last_is()
    {
        var row = Row(
            Project().Report(Weather.Sun, Day(4, 1), Day(5, 2)).Report(Weather.Cloud, Day(5, 1), Day(6, 3)),
            At(6, 30)
        );

        Assert.Equal([new(Day(4, 1), Weather.Sun), new(Day(5, 1), Weather.Cloud)], row.Months);
        Assert.Equal((Weather.Cloud, Day(6, 3), 27, false), (row.Current, row.PublishedOn, row.AgeDays, row.IsStale));
    }

    [Fact]
    public void A_report_is_not_known_before_it_is_published()
    {
        var fact = Project().Report(Weather.Sun, Day(4, 1), Day(5, 2)).Report(Weather.Cloud, Day(5, 1), Day(6, 3));

        var row = Row(fact, At(6, 2));

        Assert.Equal((Weather.Sun, 31), (row.Current, row.AgeDays));
        Assert.Equal([Day(4, 1)], row.Months.Keys);
        Assert.Null(Row(fact, At(5, 1)).Current);
    }

    [Theory]
    [InlineData(6, 7, false)]
    [InlineData(6, 8, true)]
    public void A_weather_is_stale_after_thirty_five_days(int month, int day, bool isStale) =>
        Assert.Equal(isStale, Row(Project().Report(Weather.Sun, Day(4, 1), Day(5, 3)), At(month, day)).IsStale);

    [Theory]
    [InlineData(2, 5, false)]
    [InlineData(2, 6, true)]
    public void Where_nothing_was_said_the_days_count_from_the_start(int month, int day, bool isStale) =>
        Assert.Equal(isStale, Row(Project(), At(month, day)).IsStale);

    [Fact]
    public void One_that_is_finished_is_not_stale()
    {
        var fact = Project().Milestone(Day(3, 1)).Reached(1, Day(3, 1)).Report(Weather.Sun, Day(2, 1), Day(3, 1));

        var row = Row(fact, At(6, 30));

        Assert.Equal((true, false), (row.IsFinished, row.IsStale));
    }

    [Fact]
    public void The_worst_come_first_then_the_stale_and_the_finished_last()
    {
        var figure = WeatherGrid.Of(
            Facts(
                Project(1).Report(Weather.Sun, Day(5, 1), Day(6, 3)),
                Project(2).Report(Weather.Overcast, Day(3, 1), Day(4, 3)),
                Project(3).Report(Weather.Cloud, Day(5, 1), Day(6, 3)),
                Project(4).Report(Weather.Storm, Day(5, 1), Day(6, 3)),
                Project(5).Milestone(Day(3, 1)).Reached(1, Day(3, 1)).Report(Weather.Storm, Day(2, 1), Day(3, 1)),
                Project(6).Report(Weather.Storm, Day(4, 1), Day(5, 3)),
                Project(7)
            ),
            Scope()
        );

        Assert.Equal([6, 4, 3, 7, 2, 1, 5], figure.Rows.Select(row => row.Number));
        Assert.Equal([Day(2, 1), Day(3, 1), Day(4, 1), Day(5, 1)], figure.Months);
        Assert.Equal(6, figure.Running.Count());
    }

    private static WeatherRow Row(PrototypeFact fact, DateTime asOf) =>
        Assert.Single(WeatherGrid.Of(Facts(fact), Scope(asOf)).Rows);
}
