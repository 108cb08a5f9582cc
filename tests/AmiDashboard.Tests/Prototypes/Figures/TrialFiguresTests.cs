using AmiDashboard.Budgets.Figures;
using AmiDashboard.Core;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using static AmiDashboard.Prototypes.Figures.SmallPrototype;

namespace AmiDashboard.Prototypes.Figures;

/// <summary>People, what they said, and what it cost.</summary>
public sealed class TrialFiguresTests
{
    [Fact]
    public void People_add_up_by_month_and_audience_held_and_to_come()
    {
        var facts = Facts(
            Prototype(1).Tried(Day(5, 10), 12).Tried(Day(6, 20), 30, Audience.Citizens).WillTry(Day(9, 1), 40),
            Prototype(2).Tried(Day(5, 28), 8).WillTry(Day(7, 5), 100, Audience.Citizens)
        );

        var figure = TrialPeople.Of(facts, Scope(At(6, 30)));

        Assert.Equal([5, 6, 7, 9], figure.Months.Select(month => month.Month.From.Month));
        Assert.Equal(
            [new(20, 0, 20, 0), new(0, 0, 20, 0), new(0, 0, 20, 0), new PeopleSum(0, 40, 20, 40)],
            figure.Months.Select(month => month.Agents)
        );
        Assert.Equal(
            [new(0, 0, 0, 0), new(30, 0, 30, 0), new(0, 100, 30, 100), new PeopleSum(0, 0, 30, 100)],
            figure.Months.Select(month => month.Citizens)
        );
        Assert.Equal([1, 2], figure.Months[0].Tried.Numbers);
        Assert.Equal([2], figure.Months[2].ToCome.Numbers);
        Assert.Equal((50, 140), (figure.Months[^1].HeldSoFar, figure.Months[^1].ToComeSoFar));
        Assert.Equal((2, 2), (figure.Tried.Count, figure.ToCome.Count));
    }

    [Fact]
    public void A_trial_counts_as_it_was_known_and_one_that_is_overdue_is_to_come_this_month()
    {
        var fact = Prototype(1)
            .With(
                Audience.Agents,
                Told(TrialStep.Planned, Day(5, 10), 20, At(2, 1)),
                Told(TrialStep.Held, Day(6, 12), 15, At(6, 14), Result()),
                Told(TrialStep.Held, Day(6, 12), 16, At(7, 1), Result())
            );

        Assert.Equal(new PeopleSum(0, 20, 0, 20), In(At(4, 1), Day(5, 1)));
        Assert.Equal(new PeopleSum(0, 20, 0, 20), In(At(6, 13), Day(6, 1)));
        Assert.Equal(new PeopleSum(15, 0, 15, 0), In(At(6, 14), Day(6, 1)));
        Assert.Equal(new PeopleSum(16, 0, 16, 0), In(At(7, 1), Day(6, 1)));
        Assert.Empty(TrialPeople.Of(Facts(fact), Scope(At(1, 31))).Months);
        var off = fact.Trials[0];
        off.Steps.Add(Told(TrialStep.Cancelled, Day(6, 12), 16, At(7, 2)));
        Assert.Empty(TrialPeople.Of(Facts(fact), Scope(At(7, 2))).Months);

        PeopleSum In(DateTime asOf, DateOnly month)
        {
            var only = Assert.Single(TrialPeople.Of(Facts(fact), Scope(asOf)).Months);
            Assert.Equal(month, only.Month.From);
            return only.Agents;
        }
    }

    [Fact]
    public void A_trial_planned_for_a_year_that_nobody_can_have_meant_is_not_lost()
    {
        var figure = TrialPeople.Of(Facts(Prototype(1).WillTry(new DateOnly(9019, 5, 1), 10)), Scope(At(6, 30)));

        Assert.Equal((2069, 10), (figure.Months[0].Month.From.Year, figure.Months[0].ToComeSoFar));
    }

    [Fact]
    public void Satisfaction_is_told_by_trial_and_pooled_by_prototype()
    {
        var first = Result(40, 30, [0, 0, 1, 2, 1], Answer(60), Answer(80));
        var second = Result(10, 10, [0, 0, 0, 0, 4], Answer(100));
        var facts = Facts(
            Prototype(1).Tried(Day(6, 1), 10, result: second).Tried(Day(5, 1), 10, Audience.Citizens, first),
            Prototype(2).Tried(Day(6, 2), 5),
            Prototype(3).WillTry(Day(6, 2), 5)
        );

        var figure = TrialSatisfaction.Of(facts, Scope(At(6, 30)));

        Assert.Equal([Day(5, 1), Day(6, 1), Day(6, 2)], figure.Trials.Select(one => one.Trial.On));
        var findings = figure.Trials[0].Findings;
        Assert.Equal((70, 2), (findings.Usability!.Mean, findings.Usability.Answers));
        Assert.Equal((.75, 4.0, 4), (findings.SuccessRate, findings.Satisfaction, findings.SatisfactionAnswers));
        Assert.Null(figure.Trials[1].Findings.Usability!.Interval);
        Assert.Equal(new Findings(null, null, null, 0), figure.Trials[2].Findings);
        Assert.Equal([1, 2], figure.Prototypes.Select(one => one.Number));
        var pooled = figure.Prototypes[0].Findings;
        Assert.Equal((80.0, 3, 2), (pooled.Usability!.Mean, pooled.Usability.Answers, figure.Prototypes[0].Trials));
        Assert.Equal((.8, 4.5, 8), (pooled.SuccessRate, pooled.Satisfaction, pooled.SatisfactionAnswers));
        Assert.Empty(TrialSatisfaction.Of(facts, Scope(At(4, 30))).Trials);
    }

    [Fact]
    public void The_interval_of_a_mean_is_students_and_stays_on_the_scale()
    {
        // Mean 75, deviation 12.91, t of 3 degrees 2.353.
        var mean = UsabilityMean.Of([Answer(60), Answer(70), Answer(80), Answer(90)])!;
        Assert.Equal((75 - 15.190, 75 + 15.190), (mean.Interval!.Low, mean.Interval.High), Within(.001));

        var wide = UsabilityMean.Of([Answer(0), Answer(100)])!;
        Assert.Equal(new UsabilityInterval(0, 100), wide.Interval);
        Assert.Equal(new UsabilityInterval(50, 50), UsabilityMean.Of([Answer(50), Answer(50)])!.Interval);
        Assert.Null(UsabilityMean.Of([]));

        static IEqualityComparer<(double, double)> Within(double gap) =>
            EqualityComparer<(double, double)>.Create(
                (one, other) => Math.Abs(one.Item1 - other.Item1) < gap && Math.Abs(one.Item2 - other.Item2) < gap
            );
    }

    /// <summary>The published table of the distribution, two-sided 90 %.</summary>
    [Theory]
    [InlineData(1, 6.314)]
    [InlineData(2, 2.920)]
    [InlineData(3, 2.353)]
    [InlineData(4, 2.132)]
    [InlineData(5, 2.015)]
    [InlineData(9, 1.833)]
    [InlineData(10, 1.812)]
    [InlineData(30, 1.697)]
    [InlineData(60, 1.671)]
    [InlineData(120, 1.658)]
    [InlineData(1000, 1.646)]
    [InlineData(100_000, 1.645)]
    public void Quantiles_are_those_of_the_table(int freedom, double expected) =>
        Assert.Equal(expected, StudentT.Of90Percent(freedom), .0005);

    [Fact]
    public void The_series_and_its_correction_meet() =>
        Assert.InRange(StudentT.Of90Percent(200) - StudentT.Of90Percent(201), 0, .0001);

    [Theory]
    [InlineData(10, UsabilityAdjective.WorstImaginable)]
    [InlineData(25, UsabilityAdjective.Awful)]
    [InlineData(40, UsabilityAdjective.Poor)]
    [InlineData(52.5, UsabilityAdjective.Fair)]
    [InlineData(70, UsabilityAdjective.Good)]
    [InlineData(85, UsabilityAdjective.Excellent)]
    [InlineData(92.5, UsabilityAdjective.BestImaginable)]
    public void A_mean_has_the_adjective_whose_own_mean_is_nearest(double score, UsabilityAdjective adjective) =>
        Assert.Equal(adjective, UsabilityMean.Of([Answer(score)])!.Adjective);

    [Fact]
    public void What_was_paid_is_shared_among_what_was_tried()
    {
        var facts = Facts(
            Prototype(1).Funded(200, paid: 100).Tried(Day(5, 1), 30).Tried(Day(6, 1), 10),
            Prototype(2).Funded(200, paid: 60),
            Prototype(3, 2).Funded(200, paid: 50).Tried(Day(6, 1), 3),
            Prototype(4, 2).Tried(Day(6, 1), 7)
        );

        var figure = TrialCost.Of(facts, Scope(At(6, 30)));

        Assert.Equal(new PaidTrials(SomeBudgets.Thousand(210), 3, 50), figure.Total);
        Assert.Equal(SomeBudgets.Thousand(70), figure.Total.PerPrototype);
        Assert.Equal(Money.FromEuros(4200), figure.Total.PerPerson);
        Assert.Equal(Money.FromEuros(2500), figure.Rows[0].Trials.PerPerson);
        Assert.Equal((null, null), (figure.Rows[1].Trials.PerPrototype, figure.Rows[1].Trials.PerPerson));
        Assert.Equal(Money.FromEuros(16_666.67m), figure.Rows[2].Trials.PerPerson);
        Assert.Null(figure.Rows[3].Trials.PerPerson);
        Assert.Equal([1, 2], figure.Editions.Select(one => one.Edition));
        Assert.Equal(SomeBudgets.Thousand(160), figure.Editions[0].Trials.PerPrototype);

        var before = TrialCost.Of(facts, Scope(At(4, 30))).Total;
        Assert.Equal((SomeBudgets.Thousand(210), null), (before.Paid, before.PerPrototype));
        Assert.Null(TrialCost.Of(PrototypeFacts.None, Scope(At(6, 30))).Total.Paid);
    }
}
