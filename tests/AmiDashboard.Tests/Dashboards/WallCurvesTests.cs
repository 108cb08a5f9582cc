using AmiDashboard.Applications.Figures;
using AmiDashboard.Budgets.Figures;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Prototypes.Figures;

namespace AmiDashboard.Dashboards;

public sealed class WallCurvesTests
{
    private static readonly DateTime AsOf = SomeFacts.At(2019, 9, 1);

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(15)]
    public void Every_point_of_the_money_is_the_sum_of_at_least_five_projects(int projects)
    {
        var standing = ProgrammeStanding.Of(
            new(null, null, new BudgetProgramme { Projects = projects }.Draw(AsOf), null),
            SomeFacts.Scope(asOf: AsOf)
        );

        var figure = WallCurves.OfMoney(standing);

        Assert.Equal(projects < 5, figure.Curves.IsEmpty);
        foreach (var point in figure.Find(WallSeries.Planned)?.Points ?? [])
        {
            var planned = standing
                .Projects.Select(one =>
                    one.Schedule.Where(part => part.PlannedOn <= point.Day).Sum(part => part.Amount.Cents)
                )
                .Where(sum => sum != 0)
                .ToList();
            Assert.True(planned.Count >= 5);
            Assert.Equal((planned.Sum(), planned.Count), (point.Sum, point.Projects));
        }

        foreach (var point in figure.Find(WallSeries.Paid)?.Points ?? [])
        {
            var paid = standing
                .Projects.Select(one => one.Project.Balances.At(point.Day, standing.Day).Paid.Cents)
                .Where(sum => sum != 0)
                .ToList();
            Assert.True(paid.Count >= 5);
            Assert.Equal((paid.Sum(), paid.Count), (point.Sum, point.Projects));
            Assert.True(point.Day <= standing.Day);
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(12)]
    public void Every_point_of_the_milestones_is_the_share_of_at_least_five_projects(int projects)
    {
        var standing = ProgrammeStanding.Of(
            new(null, null, null, new PrototypeProgramme { Projects = projects }.Draw(AsOf)),
            SomeFacts.Scope(asOf: AsOf)
        );

        var figure = WallCurves.OfMilestones(standing);

        Assert.Equal(projects < 5, figure.Curves.IsEmpty);
        foreach (var point in figure.Find(WallSeries.Earned)?.Points ?? [])
        {
            var earned = standing
                .Plans.Select(plan =>
                    plan.Milestones.Where(one => one.ReachedOn <= point.Day).Sum(one => one.Milestone.Weight)
                )
                .Where(weight => weight > 0)
                .ToList();
            Assert.True(earned.Count >= 5);
            Assert.Equal(earned.Sum() / (decimal)standing.Plans.Sum(plan => plan.Weight), point.Sum, 6);
        }
    }
}
