using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using static AmiDashboard.Prototypes.Figures.SomePrototypes;

namespace AmiDashboard.Prototypes.Figures;

public sealed class PlanPortfolioTests
{
    private static PrototypeFacts Facts() =>
        SomePrototypes.Facts(
            Project().Milestone(Day(3, 1)).Milestone(Day(9, 1), 30, 1).Reached(1, Day(3, 1)),
            // Reached a month late, and so the rest.
            Project(2).Milestone(Day(3, 1)).Milestone(Day(9, 1), 30, 1).Reached(1, Day(4, 1)),
            // Not reached: it slips to the day itself.
            Project(3).Milestone(Day(3, 1)).Milestone(Day(8, 1), 30, 1),
            Project(4, edition: 2).Milestone(Day(2, 1)).Reached(1, Day(6, 1))
        );

    [Fact]
    public void Those_under_way_come_first_most_behind_first()
    {
        var figure = PlanPortfolio.Of(Facts(), Scope());

        Assert.Equal([3, 2, 1, 4], figure.Rows.Select(row => row.Number));
        Assert.Equal([121, 31, 0, 120], figure.Rows.Select(row => row.SlipDays));
        Assert.Equal([3, 2], figure.Late.Select(row => row.Number));
        Assert.Equal(1, figure.Overdue);
    }

    [Fact]
    public void A_row_tells_its_ends_its_points_and_what_comes_next()
    {
        var row = PlanPortfolio.Of(Facts(), Scope()).Rows[1];

        Assert.Equal((Day(9, 1), Day(10, 2)), (row.PlannedEnd, row.ExpectedEnd));
        Assert.Equal((2, Day(10, 2)), (row.Next!.Position, row.Next.ExpectedOn));
        Assert.Equal((10, 10, 40), (row.Plan.PlannedWeight, row.Plan.EarnedWeight, row.Plan.Weight));
        Assert.Equal([2], row.Project.Numbers);
    }

    [Fact]
    public void Equal_delays_are_told_by_the_end()
    {
        var facts = SomePrototypes.Facts(
            Project(1).Milestone(Day(10, 1)),
            Project(2).Milestone(Day(8, 1)),
            Project(3).Milestone(Day(9, 1))
        );

        Assert.Equal([2, 3, 1], PlanPortfolio.Of(facts, Scope()).Rows.Select(row => row.Number));
    }

    [Fact]
    public void What_was_recorded_later_is_not_known()
    {
        var facts = SomePrototypes.Facts(
            Project().Milestone(Day(9, 1)).Said(1, RevisionKind.Forecast, Day(9, 21), At(5, 10))
        );

        Assert.Equal(0, PlanPortfolio.Of(facts, Scope(At(5, 9))).Rows[0].SlipDays);
        Assert.Equal(20, PlanPortfolio.Of(facts, Scope(At(5, 11))).Rows[0].SlipDays);
        Assert.Empty(PlanPortfolio.Of(facts, Scope(At(12, 1, 2018))).Rows);
    }

    [Fact]
    public void Support_that_lasts_longer_than_the_plan_does_not_hide_a_delay()
    {
        var facts = SomePrototypes.Facts(
            Project().Milestone(Day(9, 1)).Said(1, RevisionKind.Forecast, Day(9, 11), At(5, 10))
        );

        var row = PlanPortfolio.Of(facts, Scope()).Rows[0];

        Assert.True(row.ExpectedEnd < row.Plan.Fact.Plan.EndsOn);
        Assert.Equal(10, row.SlipDays);
    }

    [Fact]
    public void Without_a_milestone_a_plan_ends_with_its_support() =>
        Assert.Equal((Day(11, 1), 0, null), Told(PlanPortfolio.Of(SomePrototypes.Facts(Project()), Scope()).Rows[0]));

    [Fact]
    public void Only_what_the_filter_admits_is_there()
    {
        var figure = PlanPortfolio.Of(Facts(), Scope(filter: new ApplicationFilter { Edition = 2 }));

        Assert.Equal([4], figure.Rows.Select(row => row.Number));
    }

    private static (DateOnly, int, MilestoneStanding?) Told(PlanRow row) => (row.PlannedEnd, row.SlipDays, row.Next);
}
