using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Applications.Figures;

public sealed class StepDelaysTests
{
    private static readonly DateTime Deposit = SomeFacts.At(2018, 9, 10);

    [Fact]
    public void Quantiles_are_those_of_a_spreadsheet()
    {
        // QUARTILE.INC(1;2;4;8;16;32) in a spreadsheet, quantile(type = 7) in R: 2.5, 6, 14.
        var delay = Eligibility(1, 2, 4, 8, 16, 32);

        Assert.Equal(
            [1, 2.5, 6, 14, 32],
            new[] { delay.Shortest, delay.FirstQuartile, delay.Median, delay.ThirdQuartile, delay.Longest }.Select(
                days => Math.Round(days!.Value, 9)
            )
        );
    }

    [Fact]
    public void One_application_is_its_own_median_and_quartiles()
    {
        var delay = Eligibility(3);

        Assert.Equal((3.0, 3.0, 3.0), (delay.FirstQuartile, delay.Median, delay.ThirdQuartile));
    }

    [Fact]
    public void A_step_that_nobody_finished_has_no_length_rather_than_zero()
    {
        var delay = Eligibility();

        Assert.Equal(0, delay.Count.Applications);
        Assert.Null(delay.Median);
    }

    [Fact]
    public void A_step_finished_after_the_day_looked_at_is_not_finished_yet()
    {
        ApplicationFact[] facts = [Checked(5)];

        Assert.Equal(0, Step(facts, SomeFacts.Scope(asOf: Deposit.AddDays(4))).Count.Applications);
        Assert.Equal(1, Step(facts, SomeFacts.Scope(asOf: Deposit.AddDays(5))).Count.Applications);
    }

    [Fact]
    public void A_step_dated_before_its_start_is_not_counted() =>
        Assert.Equal(0, Step([Checked(-2)], SomeFacts.Scope()).Count.Applications);

    private static StepDelay Eligibility(params int[] days) => Step(days.Select(Checked), SomeFacts.Scope());

    private static ApplicationFact Checked(int days) =>
        SomeFacts.One(Deposit, stages: new DatedStage(Stage.Eligible, Deposit.AddDays(days)));

    private static StepDelay Step(IEnumerable<ApplicationFact> facts, FigureScope scope) =>
        StepDelays.Of(facts, scope).Steps.Single(step => step.Step == Core.Applications.Step.Eligibility);
}
