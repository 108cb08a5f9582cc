using AmiDashboard.Core.Budgets.Figures;
using static AmiDashboard.Budgets.Figures.SomeBudgets;

namespace AmiDashboard.Budgets.Figures;

public sealed class EarnedScheduleTests
{
    // The plan comes to 100 on 1 February, to 200 on 1 May, to 300 on 1 September.
    private static readonly (DateOnly, Core.Money)[] Plan =
    [
        (Day(5, 1), Thousand(100)),
        (Day(2, 1), Thousand(100)),
        (Day(9, 1), Thousand(100)),
    ];

    [Theory]
    [InlineData(100, 4, 30, 0)]
    [InlineData(100, 5, 1, 0)]
    [InlineData(100, 5, 11, -10)]
    [InlineData(150, 5, 11, -10)]
    [InlineData(0, 5, 11, -99)]
    [InlineData(200, 5, 11, 0)]
    [InlineData(200, 4, 21, 10)]
    [InlineData(150, 4, 21, 10)]
    [InlineData(0, 1, 1, 0)]
    [InlineData(300, 8, 22, 10)]
    public void Days_count_to_where_the_plan_was_where_the_payments_are(int paid, int month, int day, int ahead) =>
        Assert.Equal(ahead, EarnedSchedule.DaysAhead(Plan, Thousand(paid), Day(month, day)));

    [Fact]
    public void More_than_the_plan_ever_comes_to_has_no_day() =>
        Assert.Null(EarnedSchedule.DaysAhead(Plan, Thousand(301), Day(10, 1)));

    [Fact]
    public void Without_a_plan_there_is_no_gap_in_days() =>
        Assert.Null(EarnedSchedule.DaysAhead([], Thousand(1), Day(10, 1)));
}
