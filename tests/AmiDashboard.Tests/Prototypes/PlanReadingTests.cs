using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using AmiDashboard.Prototypes.Figures;
using CsCheck;
using static AmiDashboard.Prototypes.Figures.SomePrototypes;

namespace AmiDashboard.Prototypes;

/// <summary>When milestones are expected: delays follow dependencies, and nothing unreached is expected in the past.</summary>
public sealed class PlanReadingTests
{
    // 1 on 1 March, 2 after it on 1 May, 3 after that on 1 July; 4 waits for nothing, on 1 June.
    private static PrototypeFact Chain() =>
        Project().Milestone(Day(3, 1)).Milestone(Day(5, 1), 10, 1).Milestone(Day(7, 1), 10, 2).Milestone(Day(6, 1));

    [Fact]
    public void Before_anything_is_said_the_plan_is_its_baseline()
    {
        var plan = PlanStanding.Of(Chain(), At(2, 1));

        Assert.Equal([Day(3, 1), Day(5, 1), Day(7, 1), Day(6, 1)], Expected(plan));
        Assert.All(
            plan.Milestones,
            one => Assert.Equal((0, null, false), (one.SlipDays, one.DelayedBy, one.IsOverdue))
        );
        Assert.Equal([59, 61, 61, 151], plan.Milestones.Select(one => one.Days));
        Assert.Equal(1, plan.Next!.Position);
    }

    [Fact]
    public void A_delay_moves_all_that_wait_and_nothing_else()
    {
        var plan = PlanStanding.Of(Chain().Said(1, RevisionKind.Forecast, Day(3, 21), At(2, 10)), At(2, 15));

        Assert.Equal([Day(3, 21), Day(5, 21), Day(7, 21), Day(6, 1)], Expected(plan));
        Assert.Equal([null, 1, 2, null], plan.Milestones.Select(one => one.DelayedBy));
        Assert.Equal(20, plan.Milestones[2].SlipDays);
    }

    [Fact]
    public void Before_the_delay_was_said_it_was_not_known()
    {
        var plan = PlanStanding.Of(Chain().Said(1, RevisionKind.Forecast, Day(3, 21), At(2, 10)), At(2, 9));

        Assert.Equal([Day(3, 1), Day(5, 1), Day(7, 1), Day(6, 1)], Expected(plan));
    }

    [Fact]
    public void What_is_not_reached_slips_day_by_day_with_those_that_wait()
    {
        var plan = PlanStanding.Of(Chain(), At(3, 11));

        Assert.Equal([Day(3, 11), Day(5, 11), Day(7, 11), Day(6, 1)], Expected(plan));
        Assert.Equal([true, false, false, false], plan.Milestones.Select(one => one.IsOverdue));
    }

    [Fact]
    public void Where_the_delay_is_made_up_for_those_that_wait_make_it_up_too()
    {
        var chain = Chain().Said(1, RevisionKind.Forecast, Day(3, 21), At(2, 10)).Reached(1, Day(3, 4));

        Assert.Equal([Day(3, 4), Day(5, 4), Day(7, 4), Day(6, 1)], Expected(PlanStanding.Of(chain, At(3, 5))));
    }

    [Fact]
    public void Earlier_than_planned_does_not_pull_others_forward()
    {
        var chain = Chain().Reached(1, Day(2, 20));

        Assert.Equal([Day(2, 20), Day(5, 1), Day(7, 1), Day(6, 1)], Expected(PlanStanding.Of(chain, At(3, 5))));
    }

    [Fact]
    public void What_is_said_after_a_delay_knew_of_it_and_is_trusted()
    {
        var chain = Chain()
            .Said(1, RevisionKind.Forecast, Day(3, 21), At(2, 10))
            .Said(2, RevisionKind.Forecast, Day(5, 2), At(2, 12));

        var plan = PlanStanding.Of(chain, At(2, 15));

        // 2 makes most of the delay up; 3 follows by the day that is left.
        Assert.Equal([Day(3, 21), Day(5, 2), Day(7, 2), Day(6, 1)], Expected(plan));
        Assert.Null(plan.Milestones[1].DelayedBy);
    }

    [Fact]
    public void A_delay_said_after_a_statement_moves_it()
    {
        var chain = Chain()
            .Said(2, RevisionKind.Forecast, Day(5, 11), At(2, 10))
            .Said(1, RevisionKind.Forecast, Day(3, 6), At(2, 12));

        var plan = PlanStanding.Of(chain, At(2, 15));

        Assert.Equal([Day(3, 6), Day(5, 16), Day(7, 16), Day(6, 1)], Expected(plan));
        Assert.Equal((Day(5, 11), 1), (plan.Milestones[1].StatedOn, plan.Milestones[1].DelayedBy));
    }

    [Fact]
    public void Nothing_is_expected_before_what_it_waits_for()
    {
        var chain = Chain()
            .Said(1, RevisionKind.Forecast, Day(6, 1), At(2, 10))
            .Said(2, RevisionKind.Forecast, Day(5, 1), At(2, 12));

        Assert.Equal([Day(6, 1), Day(6, 1), Day(8, 1), Day(6, 1)], Expected(PlanStanding.Of(chain, At(2, 15))));
    }

    [Fact]
    public void One_reopened_is_expected_again_and_earns_nothing()
    {
        var chain = Chain().Reached(1, Day(3, 1)).Said(1, RevisionKind.Reopened, Day(4, 10), At(3, 20));

        Assert.Equal(10, PlanStanding.Of(chain, At(3, 19)).EarnedWeight);
        var plan = PlanStanding.Of(chain, At(3, 21));
        Assert.Equal((0, 10), (plan.EarnedWeight, plan.PlannedWeight));
        Assert.Equal([Day(4, 10), Day(6, 10), Day(8, 10), Day(6, 1)], Expected(plan));
        Assert.Equal(Day(4, 10), plan.Next!.ExpectedOn);
    }

    [Fact]
    public void The_end_is_the_last_to_come_and_all_reached_is_finished()
    {
        var chain = Chain().Reached(1, Day(3, 1)).Reached(2, Day(5, 1)).Reached(3, Day(7, 9)).Reached(4, Day(6, 1));

        var plan = PlanStanding.Of(chain, At(7, 10));

        Assert.True(plan.IsFinished);
        Assert.Null(plan.Next);
        Assert.Equal((Day(7, 1), Day(7, 9)), (plan.BaselineEnd, plan.ForecastEnd));
        Assert.False(PlanStanding.Of(chain, At(7, 8)).IsFinished);
    }

    [Theory]
    [InlineData("2018-12-31", 2, 0, "2019-02-28")]
    [InlineData("2019-12-31", 2, 0, "2020-02-29")]
    [InlineData("2019-10-31", 4, 0, "2020-02-29")]
    [InlineData("2019-12-31", 2, 1, "2020-03-01")]
    [InlineData("2020-02-29", 12, 0, "2021-02-28")]
    [InlineData("2018-12-15", 10, 0, "2019-10-15")]
    public void Months_after_the_start_end_on_the_last_day_of_a_short_one(
        string start,
        int months,
        int days,
        string expected
    )
    {
        var one = new TemplateMilestone(MilestonePhase.Model, "Jalon", 10, "Chef de projet", months, days, []);

        Assert.Equal(Parsed(expected), one.On(Parsed(start)));
        if (days == 0)
        {
            var plan = new Prototype
            {
                Edition = 1,
                Number = 1,
                Title = "Projet",
                StartsOn = Parsed(start),
                Months = months,
                StartedAt = At(1, 1),
                StartedBy = "ditp",
            };
            Assert.Equal(Parsed(expected), plan.EndsOn);
        }
    }

    [Fact]
    public void A_plan_drawn_on_any_day_keeps_the_order_of_its_template() =>
        Gen.Int[0, 4000]
            .Sample(days =>
            {
                var drawn = PlanRules.Draw(PlanTemplate.Usual, 1, 1, Day(1, 1, 2018).AddDays(days)).ToList();
                Assert.All(
                    drawn,
                    one =>
                        Assert.All(
                            one.After,
                            before => Assert.True(drawn[before - 1].BaselineOn <= one.BaselineOn, $"{one.Name}")
                        )
                );
            });

    [Fact]
    public void Whatever_is_said_nothing_unreached_is_expected_in_the_past_or_before_what_it_waits_for() =>
        Gen.Select(Gen.Int[0, 400], Gen.Select(Gen.Int[1, 9], Gen.Int[0, 400], Gen.Int[0, 400]).Array[0, 12])
            .Sample(
                (day, words) =>
                {
                    var fact = Usual();
                    foreach (var (position, on, at) in words.OrderBy(word => word.Item3))
                    {
                        fact.Said(position, RevisionKind.Forecast, Day(1, 1).AddDays(on), At(1, 1).AddDays(at));
                    }

                    var plan = PlanStanding.Of(fact, At(1, 1).AddDays(day));
                    foreach (var one in plan.Milestones)
                    {
                        Assert.True(one.ExpectedOn >= plan.Day && one.ExpectedOn >= one.StatedOn, $"{one}");
                        Assert.All(
                            one.Milestone.After,
                            before => Assert.True(plan.Milestones[before - 1].ExpectedOn <= one.ExpectedOn, $"{one}")
                        );
                    }
                }
            );

    private static PrototypeFact Usual()
    {
        var fact = Project();
        fact.Plan.Milestones.AddRange(PlanRules.Draw(PlanTemplate.Usual, 1, 1, fact.Plan.StartsOn));
        return fact;
    }

    private static ImmutableArray<DateOnly> Expected(PlanStanding plan) =>
        [.. plan.Milestones.Select(one => one.ExpectedOn)];

    private static DateOnly Parsed(string day) =>
        DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
