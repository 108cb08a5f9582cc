using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using AmiDashboard.Prototypes.Figures;
using static AmiDashboard.Prototypes.Figures.SomePrototypes;

namespace AmiDashboard.Prototypes;

/// <summary>What a template must be, and what may be said of a milestone.</summary>
public sealed class PlanRulesTests
{
    private static readonly TemplateMilestone Good = new(
        MilestonePhase.Data,
        "Données",
        10,
        "Chef de projet",
        2,
        0,
        []
    );

    public static TheoryData<string, TemplateMilestone> Refused =>
        new()
        {
            { "Refusal_MilestoneName", Good with { Name = " " } },
            { "Refusal_MilestoneName", Good with { Name = new('a', Prototype.LongestName + 1) } },
            { "Refusal_MilestoneOwner", Good with { Owner = "" } },
            { "Refusal_MilestoneOwner", Good with { Owner = new('a', Prototype.LongestName + 1) } },
            { "Refusal_MilestoneWeight", Good with { Weight = 0 } },
            { "Refusal_MilestoneWeight", Good with { Weight = 101 } },
            { "Refusal_MilestoneMonth", Good with { Months = -1 } },
            { "Refusal_MilestoneMonth", Good with { Days = -1 } },
            { "Refusal_MilestoneMonth", Good with { Days = 31 } },
            { "Refusal_MilestoneMonth", Good with { Months = 11 } },
            { "Refusal_MilestoneMonth", Good with { Months = 10, Days = 1 } },
            { "Refusal_MilestoneMonth", Good with { Months = 9, Days = 29 } },
            { "Refusal_MilestoneOrder", Good with { After = [0] } },
            { "Refusal_MilestoneOrder", Good with { After = [2] } },
            { "Refusal_MilestoneOrder", Good with { After = [3] } },
            { "Refusal_MilestoneBefore", Good with { Months = 1, After = [1] } },
            { "Refusal_MilestoneBefore", Good with { Months = 1, Days = 30, After = [1] } },
        };

    [Fact]
    public void The_usual_template_draws_plans_of_ten_months_and_none_of_nine()
    {
        Assert.Null(PlanRules.CheckTemplate(PlanTemplate.Usual, 10));
        Assert.Equal("Refusal_MilestoneMonth", PlanRules.CheckTemplate(PlanTemplate.Usual, 9)?.Key);
        Assert.Equal(100, PlanTemplate.Usual.Sum(one => one.Weight));
    }

    [Fact]
    public void A_template_has_a_milestone_and_not_too_many()
    {
        Assert.Equal("Refusal_TemplateLength", PlanRules.CheckTemplate(default, 10)?.Key);
        Assert.Equal("Refusal_TemplateLength", PlanRules.CheckTemplate([], 10)?.Key);
        Assert.Null(PlanRules.CheckTemplate(Many(PlanRules.MostMilestones), 10));
        Assert.Equal("Refusal_TemplateLength", PlanRules.CheckTemplate(Many(PlanRules.MostMilestones + 1), 10)?.Key);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_template_names_weighs_owns_and_orders_its_milestones(string refusal, TemplateMilestone second) =>
        Assert.Equal(refusal, PlanRules.CheckTemplate([Good, second], 10)?.Key);

    [Fact]
    public void The_limits_themselves_are_allowed()
    {
        Assert.Null(PlanRules.CheckTemplate([Good, Good with { Months = 10, After = [1] }], 10));
        Assert.Null(PlanRules.CheckTemplate([Good, Good with { Months = 9, Days = 28, Weight = 100 }], 10));
        Assert.Null(PlanRules.CheckTemplate([Good, Good with { Months = 0, Weight = 1 }], 10));
        Assert.Null(PlanRules.CheckTemplate([Good, Good with { After = [1] }], 10));
    }

    [Fact]
    public void A_plan_is_drawn_in_order_tidied_with_each_dependency_once()
    {
        var drawn = PlanRules
            .Draw([Good, Good with { Name = " Modèle ", Months = 3, Days = 15, After = [1, 1] }], 2, 7, Day(1, 31))
            .ToList();

        Assert.Equal([1, 2], drawn.Select(one => one.Position));
        Assert.Equal([Day(3, 31), Day(5, 15)], drawn.Select(one => one.BaselineOn));
        Assert.Equal(("Modèle", 2, 7), (drawn[1].Name, drawn[1].Edition, drawn[1].Number));
        Assert.Equal([1], drawn[1].After);
    }

    [Fact]
    public void A_forecast_has_a_reason_and_is_neither_before_support_nor_years_after_it()
    {
        var plan = Plan();
        Assert.Null(PlanRules.CheckForecast(plan, plan.Milestones[1], Day(1, 1), "Données en retard"));
        Assert.Equal("Refusal_BeforeSupport", Forecast(Day(12, 31, 2018), "Données en retard"));
        Assert.Equal("Refusal_ExpectedTooLate", Forecast(Day(3, 1, 2919), "Faute de frappe"));
        Assert.Equal("Refusal_ReasonMissing", Forecast(Day(6, 1), " "));
        Assert.Equal("Refusal_ReasonTooLong", Forecast(Day(6, 1), new('a', 100_000)));

        string? Forecast(DateOnly on, string? reason) =>
            PlanRules.CheckForecast(plan, plan.Milestones[1], on, reason)?.Key;
    }

    [Fact]
    public void One_that_is_reached_is_neither_forecast_nor_reached_again()
    {
        var plan = Plan(Day(3, 1));
        Assert.Equal(
            "Refusal_MilestoneReached",
            PlanRules.CheckForecast(plan, plan.Milestones[0], Day(6, 1), "Erreur")?.Key
        );
        Assert.Equal("Refusal_MilestoneReached", Reached(plan, 1, Day(3, 2)));
    }

    [Fact]
    public void One_is_reached_after_those_it_waits_for_since_support_began_and_not_in_the_future()
    {
        Assert.Null(Reached(Plan(), 1, Day(1, 1)));
        Assert.Null(Reached(Plan(), 1, Day(6, 30)));
        Assert.Null(Reached(Plan(Day(3, 1)), 2, Day(3, 1)));
        Assert.Equal("Refusal_InFuture", Reached(Plan(), 1, Day(7, 1)));
        Assert.Equal("Refusal_BeforeSupport", Reached(Plan(), 1, Day(12, 31, 2018)));
        Assert.Equal("Refusal_WaitsFor", Reached(Plan(), 2, Day(5, 1)));
        Assert.Equal("Refusal_ReachedBefore", Reached(Plan(Day(3, 1)), 2, Day(2, 28)));
    }

    [Fact]
    public void One_is_reopened_once_with_a_reason_and_before_those_that_wait_for_it()
    {
        var plan = Plan(Day(3, 1));
        Assert.Null(PlanRules.CheckReopening(plan, plan.Milestones[0], Day(6, 1), "Jeu incomplet"));
        Assert.Equal("Refusal_MilestoneNotReached", Reopening(plan, 2, "Jeu incomplet"));
        Assert.Equal("Refusal_ReasonMissing", Reopening(plan, 1, null));
        var both = Project()
            .Milestone(Day(3, 1))
            .Milestone(Day(5, 1), 10, 1)
            .Reached(1, Day(3, 1))
            .Reached(2, Day(5, 1))
            .Plan;
        Assert.Equal("Refusal_WaitedFor", Reopening(both, 1, "Jeu incomplet"));
    }

    [Fact]
    public void The_last_word_tells_whether_one_is_reached()
    {
        var said = Project().Milestone(Day(3, 1)).Reached(1, Day(3, 2));
        var milestone = said.Plan.Milestones[0];
        Assert.Equal(Day(3, 2), PlanRules.ReachedOn(milestone));
        said.Said(1, RevisionKind.Reopened, Day(4, 1), At(3, 5));
        Assert.Null(PlanRules.ReachedOn(milestone));
        said.Reached(1, Day(4, 3));
        Assert.Equal(Day(4, 3), PlanRules.ReachedOn(milestone));
    }

    private static ImmutableArray<TemplateMilestone> Many(int count) => [.. Enumerable.Repeat(Good, count)];

    /// <summary>1 on 1 March, 2 after it on 1 May.</summary>
    private static Prototype Plan(DateOnly? firstReached = null)
    {
        var fact = Project().Milestone(Day(3, 1)).Milestone(Day(5, 1), 10, 1);
        return (firstReached is { } on ? fact.Reached(1, on) : fact).Plan;
    }

    private static string? Reached(Prototype plan, int position, DateOnly on) =>
        PlanRules.CheckReached(plan, plan.Milestones[position - 1], on, Day(6, 30))?.Key;

    private static string? Reopening(Prototype plan, int position, string? reason) =>
        PlanRules.CheckReopening(plan, plan.Milestones[position - 1], Day(6, 1), reason)?.Key;
}
