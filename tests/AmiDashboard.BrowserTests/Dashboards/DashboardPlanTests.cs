using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Dashboards;

namespace AmiDashboard.Dashboards;

public sealed class DashboardPlanTests
{
    [Fact]
    public void Each_page_shows_figures_alerts_and_charts_that_exist_each_once()
    {
        Assert.Equal(["dinsic", "ditp", "sgpi", "cdc", "direction"], DashboardPlan.All.Select(plan => plan.Name));
        Assert.All(
            DashboardPlan.All,
            plan =>
            {
                Assert.Same(plan, DashboardPlan.Find(plan.Name));
                Assert.Equal(plan.Figures.Length, plan.Figures.Distinct().Count());
                Assert.Equal(plan.Alerts.Length, plan.Alerts.Distinct().Count());
                Assert.NotEmpty(plan.Charts);
                Assert.DoesNotContain(plan.Charts, chart => chart is null);
                Assert.Equal(plan.Charts.Length, plan.Charts.Select(chart => chart.Name).Distinct().Count());
            }
        );
        Assert.Null(DashboardPlan.Find("other"));
    }

    [Fact]
    public void Everybody_lands_on_the_page_of_their_body_and_who_sees_no_figures_on_none()
    {
        Assert.All(
            Enum.GetValues<Profile>(),
            profile =>
            {
                var viewer = Person(profile);
                var own = DashboardPlan.OwnOf(viewer);
                Assert.Equal(viewer.Can(Right.SeeFigures), own is not null);
                Assert.Equal(viewer.Can(Right.SeeFigures), DashboardPlan.OpenTo(viewer).Any());
                Assert.Equal(
                    DashboardPlan.All.FirstOrDefault(plan => plan.Profile == profile)?.Name
                        ?? (own is null ? null : "direction"),
                    own?.Name
                );
            }
        );
        Assert.Null(DashboardPlan.OwnOf(new Viewer(1, "Personne", [])));
    }

    [Fact]
    public void Who_has_a_page_sees_all_of_its_figures() =>
        Assert.All(
            DashboardPlan.All,
            plan =>
                Assert.All(
                    plan.Figures.Concat(plan.Alerts),
                    figure => Assert.True(Person(plan.Profile).Can(figure.Right), $"{plan.Name}, {figure.Name}")
                )
        );

    [Fact]
    public void A_filter_and_its_day_come_back_from_their_address()
    {
        var filter = new ApplicationFilter
        {
            Edition = 2,
            Stage = Stage.Laureate,
            Ministry = "",
            Technique = "Vision & langage",
            Search = SearchWords.Of("é?"),
            DepositedFrom = new(2018, 6, 14),
            DepositedTo = new(2018, 9, 14),
            Step = Step.Review,
            Numbers = NumberSet.Of(100_001, 100_007),
            AsOf = new(2018, 11, 21),
        };
        var address = FilterAddress.Of("/tableaux/sgpi", filter);

        Assert.Contains("asOf=2018-11-21", address, StringComparison.Ordinal);
        Assert.Equal(filter, FilterAddress.Read(address));
        Assert.Equal(ApplicationFilter.All, FilterAddress.Read("/tableaux/sgpi?asOf=21/11/2018&edition=x"));
    }

    private static Viewer Person(Profile profile) =>
        new(1, $"{profile}", [new HeldProfile(profile, Perimeter.Everything)]);
}
