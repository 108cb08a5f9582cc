using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Figures;
using static AmiDashboard.Budgets.Figures.SomeBudgets;

namespace AmiDashboard.Budgets.Figures;

public sealed class EnvelopeWaterfallTests
{
    private static readonly ProjectBudget One = Project()
        .Signed(200, Day(1, 10))
        .Planned(1, 200, Day(2, 1))
        .Paid(1, 60, Day(3, 1));

    private static readonly ProjectBudget Two = Project(2).Entry(EntryKind.Grant, Thousand(100), Day(1, 10));

    private static readonly ProjectBudget Other = Project(3, edition: 2)
        .Entry(EntryKind.Grant, Thousand(50), Day(1, 10));

    [Fact]
    public void Each_sum_less_what_it_leaves_behind_is_the_next()
    {
        var waterfall = EnvelopeWaterfall.Of(Facts(One, Two).WithEdition(1, envelope: 400, fees: 20), Scope());

        Assert.Equal(
            [400, 80, 20, 300, 100, 200, 0, 200, 140, 60],
            waterfall.Steps.Select(step => (int)step.Amount.Euros / 1000)
        );
        var level = Money.Zero;
        foreach (var step in waterfall.Steps)
        {
            if (step.IsLoss)
            {
                level -= step.Amount;
            }
            else
            {
                Assert.True(step.Kind == EnvelopeStepKind.Envelope || step.Amount == level);
                level = step.Amount;
            }
        }
    }

    [Fact]
    public void A_step_counts_the_projects_that_it_is_a_sum_of()
    {
        var steps = EnvelopeWaterfall.Of(Facts(One, Two), Scope()).Steps;

        Assert.Equal([1, 2], Of(EnvelopeStepKind.Granted));
        Assert.Equal([2], Of(EnvelopeStepKind.ToCommit));
        Assert.Equal([1], Of(EnvelopeStepKind.Paid));
        Assert.Empty(Of(EnvelopeStepKind.ToContract)!);

        IEnumerable<int>? Of(EnvelopeStepKind kind) => steps.Single(step => step.Kind == kind).Projects?.Numbers;
    }

    [Fact]
    public void Editions_are_summed_or_chosen_by_the_filter()
    {
        var facts = Facts(One, Two, Other).WithEdition(1, envelope: 400).WithEdition(2, envelope: 1000);

        var all = EnvelopeWaterfall.Of(facts, Scope());
        Assert.Equal((Thousand(1400), Thousand(350)), (all.Sum.Envelope, all.Sum.Granted));
        Assert.Equal([1, 2], all.Editions.Select(edition => edition.Edition));
        Assert.Equal(all.Sum, all.Editions[0].Sum + all.Editions[1].Sum);
        var second = EnvelopeWaterfall.Of(facts, Scope(filter: new() { Edition = 2 }));
        Assert.Equal((Thousand(1000), Thousand(50)), (second.Sum.Envelope, second.Sum.Granted));
    }

    [Fact]
    public void An_envelope_of_which_nothing_is_granted_yet_is_shown()
    {
        var waterfall = EnvelopeWaterfall.Of(BudgetFacts.None.WithEdition(1, envelope: 400), Scope());

        Assert.True(waterfall.HasEnvelope);
        Assert.Equal(Thousand(400), waterfall.Sum.Left);
    }

    [Fact]
    public void A_part_of_an_edition_has_no_envelope()
    {
        var facts = Facts(One, Two, Other).WithEdition(1, envelope: 400);

        // Who sees some projects of the second edition only, and a filter that chooses projects.
        Assert.False(EnvelopeWaterfall.Of(facts, Scope()).HasEnvelope);
        Assert.False(EnvelopeWaterfall.Of(facts, Scope(filter: new() { Ministry = "Justice" })).HasEnvelope);
        Assert.True(EnvelopeWaterfall.Of(facts, Scope(filter: new() { Edition = 1 })).HasEnvelope);
        Assert.Equal(EnvelopeStepKind.Granted, EnvelopeWaterfall.Of(facts, Scope()).Steps[0].Kind);
    }

    [Fact]
    public void Before_the_first_entry_there_is_nothing() =>
        Assert.Empty(EnvelopeWaterfall.Of(Facts(One).WithEdition(1, envelope: 400), Scope(At(5, 1, 2018))).Editions);
}
