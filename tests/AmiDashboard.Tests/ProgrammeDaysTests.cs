using AmiDashboard.Core;

namespace AmiDashboard;

public sealed class ProgrammeDaysTests
{
    [Theory]
    [InlineData("0001-01-01", false)]
    [InlineData("1999-12-31", false)]
    [InlineData("2000-01-01", true)]
    [InlineData("2100-12-31", true)]
    [InlineData("2101-01-01", false)]
    [InlineData("9999-12-31", false)]
    public void A_day_that_nobody_means_is_refused(string day, bool isMeant)
    {
        var read = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(isMeant, ProgrammeDays.Holds(read));
        Assert.Equal(isMeant, ProgrammeDays.Check(ParisTime.StartOf(read)) is null);
    }

    [Fact]
    public void The_ends_of_time_are_instants_too()
    {
        foreach (var day in new[] { DateOnly.MinValue, DateOnly.MaxValue })
        {
            Assert.InRange(ParisTime.StartOf(day), DateTime.MinValue, ParisTime.EndOf(day));
            Assert.Equal(DateTimeKind.Utc, ParisTime.StartOf(day).Kind);
            Assert.Equal(DateTimeKind.Utc, ParisTime.EndOf(day).Kind);
            Assert.Equal(day, ParisTime.DayOf(ParisTime.EndOf(day)));
        }

        Assert.Equal(default, ParisTime.ToUtc(default));
    }
}
