using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Budgets.Figures;

public sealed class PeriodTests
{
    [Fact]
    public void Quarters_and_years_hold_their_first_and_last_day()
    {
        Assert.Equal(new Period(new(2020, 1, 1), new(2020, 3, 31)), Period.Quarter(2020, 1));
        Assert.Equal(new Period(new(2020, 10, 1), new(2020, 12, 31)), Period.Quarter(2020, 4));
        Assert.Equal(new Period(new(2020, 1, 1), new(2020, 12, 31)), Period.Year(2020));
        Assert.Equal(new Period(new(2020, 2, 1), new(2020, 2, 29)), Period.MonthOf(new(2020, 2, 15)));
        Assert.True(Period.Quarter(2020, 2).Contains(new(2020, 6, 30)));
        Assert.False(Period.Quarter(2020, 2).Contains(new(2020, 7, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Quarter(2020, 5));
    }

    [Fact]
    public void Every_day_is_in_the_quarter_that_holds_it()
    {
        for (var day = new DateOnly(2019, 1, 1); day.Year == 2019; day = day.AddDays(1))
        {
            Assert.True(Period.QuarterOf(day).Contains(day));
            Assert.Equal(Period.QuarterOf(day), Period.Quarter(2019, Period.QuarterOf(day).QuarterNumber));
        }
    }
}
