using AmiDashboard.Applications.Figures;
using AmiDashboard.Budgets.Figures;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.Prototypes.Figures;
using static AmiDashboard.Budgets.Figures.SomeBudgets;

namespace AmiDashboard.Dashboards;

public sealed class KeyFigureTests
{
    [Fact]
    public void A_sum_adds_up_what_each_project_brings_and_leaves_out_who_brings_nothing()
    {
        var reading = Read("paid", Project(2).Signed(50, Day(1, 10)).Paid(1, 20, Day(2, 1)), Project(1), Other);

        Assert.Equal([2, 3], reading.Parts.Select(part => part.Number!.Value));
        Assert.Equal((3_000_000, 0, 2), (reading.Value.Amount, reading.Value.Of, reading.Value.Sources));
        Assert.Equal(3_000_000, reading.Value.Number);
    }

    [Fact]
    public void A_ratio_is_that_of_the_sums_not_the_mean_of_ratios()
    {
        var reading = Read("paidShare", Project(2).Signed(300, Day(1, 10)), Other);

        Assert.Equal((1_000_000, 40_000_000), (reading.Value.Amount, reading.Value.Of));
        Assert.Equal(0.025m, reading.Value.Number);
    }

    [Fact]
    public void A_ratio_to_nothing_is_not_known_and_neither_is_its_change()
    {
        var (none, some) = (Read("paidShare", Project(1)).Value, Read("paidShare", Other).Value);

        Assert.Null(none.Number);
        Assert.Null(some.Since(none));
        Assert.Null(none.Since(some));
        Assert.Null(some.Since(null));
        Assert.Equal(0, some.Since(some));
    }

    [Fact]
    public void What_one_may_not_see_is_not_zero()
    {
        var standing = ProgrammeStanding.Of(new(null, null, Facts(Other), null), Scope());

        Assert.Null(KeyFigures.Of("applications").ValueOf(standing));
        Assert.Null(KeyFigures.Of("trials-held").Explain(standing));
        Assert.NotNull(KeyFigures.Of("paid").ValueOf(standing));
    }

    [Fact]
    public void An_envelope_is_shown_of_whole_editions_alone()
    {
        var facts = Facts(Other).WithEdition(1, 500, fees: 5);
        decimal Left(Core.Applications.ApplicationFilter? filter = null) =>
            KeyFigures
                .Of("left")
                .ValueOf(ProgrammeStanding.Of(new(null, null, facts, null), Scope(filter: filter)))!
                .Amount;

        Assert.Equal(Thousand(395).Cents, Left());
        Assert.Equal(Thousand(395).Cents, Left(new() { Edition = 1 }));
        Assert.Equal(0, Left(new() { Ministry = "Justice" }));
        Assert.Equal(0, Left(new() { Edition = 2 }));
    }

    [Fact]
    public void Each_figure_is_found_by_its_name_and_each_alert_has_one()
    {
        Assert.Equal(KeyFigures.All.Count, KeyFigures.All.Select(figure => figure.Name).Distinct().Count());
        Assert.All(KeyFigures.All, figure => Assert.Same(figure, KeyFigures.Find(figure.Name)));
        Assert.All(Enum.GetValues<BudgetAlert>(), alert => Assert.NotNull(KeyFigures.Of(alert)));
        Assert.All(Enum.GetValues<PrototypeAlert>(), alert => Assert.NotNull(KeyFigures.Of(alert)));
        Assert.Null(KeyFigures.Find("other"));
        Assert.Null(KeyFigures.Find(null));
    }

    private static ProjectBudget Other => Project(3).Signed(100, Day(1, 10)).Paid(1, 10, Day(2, 1));

    private static FigureReading Read(string name, params ProjectBudget[] projects) =>
        KeyFigures.Of(name).Explain(ProgrammeStanding.Of(new(null, null, Facts(projects), null), Scope()))!;
}
