using AmiDashboard.Budgets.Figures;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Prototypes.Figures;
using static AmiDashboard.Prototypes.Figures.SmallPrototype;

namespace AmiDashboard.Prototypes.Figures;

public sealed class EarnedValueTests
{
    private static readonly DateTime Now = At(6, 30);

    /// <summary>Half of the work was to be done by the end of June; four tenths are.</summary>
    private static PrototypeFact Late(int number = 1) =>
        Prototype(
            number,
            Step(1, Day(3, 1), 40).Reached(Day(3, 20)),
            Step(2, Day(6, 30), 10, 1),
            Step(3, Day(10, 1), 50, 2)
        );

    [Fact]
    public void The_worked_example_of_the_reference_values_budget_100_000_planned_50_done_40_spent_60_000()
    {
        var value = EarnedValue.Of(PlanStanding.Of(Late().Funded(100, paid: 60), Now));

        Assert.Equal(new EarnedMoney(Euros(100_000), Euros(50_000), Euros(40_000), Euros(60_000)), value.Money);
        Assert.Equal((Euros(-10_000), Euros(-20_000)), (value.ScheduleVariance, value.CostVariance));
        Assert.Equal(.8m, value.SchedulePerformance);
        Assert.Equal(.666667m, decimal.Round(value.CostPerformance!.Value, 6));
        Assert.Equal(Euros(150_000), value.EstimateAtCompletion);
        Assert.Equal(Euros(90_000), value.EstimateToComplete);
        Assert.Equal(Euros(-50_000), value.VarianceAtCompletion);
        Assert.Equal(1.5m, value.ToCompletePerformance);
    }

    [Fact]
    public void Without_money_only_the_schedule_is_known()
    {
        var value = EarnedValue.Of(PlanStanding.Of(Late(), Now));

        Assert.Equal(.8m, value.SchedulePerformance);
        Assert.Null(value.Money);
        Assert.Null(value.ScheduleVariance);
        Assert.Null(value.CostVariance);
        Assert.Null(value.CostPerformance);
        Assert.Null(value.EstimateAtCompletion);
        Assert.Null(value.EstimateToComplete);
        Assert.Null(value.VarianceAtCompletion);
        Assert.Null(value.ToCompletePerformance);
    }

    [Fact]
    public void What_divides_by_nothing_is_unknown_and_not_zero()
    {
        var early = EarnedValue.Of(PlanStanding.Of(Late().Funded(100), At(1, 20)));
        Assert.Null(early.SchedulePerformance);
        Assert.Null(early.CostPerformance);
        Assert.Null(early.EstimateAtCompletion);
        Assert.Null(early.EstimateToComplete);
        Assert.Equal(1, early.ToCompletePerformance);

        var spent = EarnedValue.Of(PlanStanding.Of(Prototype(1, Step(1, Day(9, 1))).Funded(100, paid: 100), Now));
        Assert.Equal(0, spent.CostPerformance);
        Assert.Null(spent.EstimateAtCompletion);
        Assert.Null(spent.ToCompletePerformance);

        var unplanned = EarnedValue.Of(PlanStanding.Of(Prototype().Funded(100), Now));
        Assert.Equal(new EarnedValue(null, null), unplanned);
    }

    [Fact]
    public void What_was_recorded_later_does_not_count()
    {
        var fact = Late().Funded(100, paid: 60);

        var before = EarnedValue.Of(PlanStanding.Of(fact, At(1, 31)));
        Assert.Equal((Money.Zero, Money.Zero), (before.Money!.Actual, before.Money.Earned));
        Assert.Equal(Euros(60_000), EarnedValue.Of(PlanStanding.Of(fact, At(3, 19))).Money!.Actual);
        Assert.Equal(0, EarnedValue.Of(PlanStanding.Of(fact, At(3, 19))).SchedulePerformance);
        Assert.Equal(1, EarnedValue.Of(PlanStanding.Of(fact, At(3, 20))).SchedulePerformance);

        var backdated = Prototype(1, Step(1, Day(3, 1)).Reached(Day(2, 20), recordedAt: At(4, 1)));
        Assert.Equal(0, EarnedValue.Of(PlanStanding.Of(backdated, At(3, 15))).SchedulePerformance);
    }

    [Fact]
    public void A_portfolio_adds_up_to_the_cent_and_weighs_work_by_money()
    {
        var third = Prototype(
            2,
            Step(1, Day(3, 1), 1).Reached(Day(3, 1)),
            Step(2, Day(4, 1), 1),
            Step(3, Day(9, 1), 1)
        ) with
        {
            Budget = SomeBudgets.Project(2).Entry(EntryKind.Grant, new Money(10_000_001), Day(1, 1)),
        };
        var figure = EarnedValues.Of(Facts(Late().Funded(100, paid: 60), third), Scope(Now));

        var total = figure.Total.Money!;
        Assert.Equal(Sum(money => money.Budget), total.Budget);
        Assert.Equal(Sum(money => money.Planned), total.Planned);
        Assert.Equal(Sum(money => money.Earned), total.Earned);
        Assert.Equal(Euros(60_000), total.Actual);
        Assert.Equal((.5m + (2m / 3)) / 2, figure.Total.Work!.Planned, 6);
        Assert.Equal((decimal)total.Earned.Cents / total.Planned.Cents, figure.Total.SchedulePerformance!.Value, 6);

        Money Sum(Func<EarnedMoney, Money> part) => Money.Sum(figure.Rows.Select(row => part(row.Value.Money!)));
    }

    [Fact]
    public void One_without_a_budget_counts_alike_in_the_work_and_for_nothing_in_the_money()
    {
        var done = Prototype(2, Step(1, Day(3, 1)).Reached(Day(3, 1)));
        var total = EarnedValues.Of(Facts(Late().Funded(100, paid: 60), done), Scope(Now)).Total;

        Assert.Equal(new EarnedWork(.75m, .7m), total.Work);
        Assert.Equal(Euros(100_000), total.Money!.Budget);
    }

    [Fact]
    public void A_portfolio_is_that_of_its_filter_and_nothing_has_no_value()
    {
        var facts = Facts(Late().Funded(100), Prototype(2, 2, Step(1, Day(3, 1))));

        Assert.Equal([2], EarnedValues.Of(facts, Scope(Now, new() { Edition = 2 })).Rows.Select(row => row.Number));
        Assert.Equal(new EarnedValue(null, null), EarnedValues.Of(PrototypeFacts.None, Scope(Now)).Total);
        Assert.Empty(EarnedValues.Of(facts, Scope(At(12, 19, 2018), ApplicationFilter.All)).Rows);
    }

    [Theory]
    [InlineData(5, ".5", 2)]
    [InlineData(7, ".5", 4)]
    [InlineData(-5, ".5", -2)]
    [InlineData(100, ".333", 33)]
    public void Half_a_cent_goes_to_the_even_one(long cents, string factor, long expected) =>
        Assert.Equal(
            new Money(expected),
            new Money(cents).Times(decimal.Parse(factor, System.Globalization.CultureInfo.InvariantCulture))
        );

    private static Money Euros(int euros) => Money.FromEuros(euros);
}
