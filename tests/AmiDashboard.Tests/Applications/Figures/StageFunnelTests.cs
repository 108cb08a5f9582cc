using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Applications.Figures;

public sealed class StageFunnelTests
{
    private static readonly ApplicationFact Laureate = SomeFacts.One(
        SomeFacts.At(2018, 9, 10),
        stages:
        [
            new(Stage.Received, SomeFacts.At(2018, 9, 10)),
            new(Stage.Eligible, SomeFacts.At(2018, 9, 20)),
            new(Stage.Laureate, SomeFacts.At(2018, 11, 21)),
        ]
    );

    [Fact]
    public void Every_stage_is_there_in_the_order_of_the_programme_the_empty_ones_too()
    {
        var funnel = StageFunnel.Of([Laureate, SomeFacts.One()], SomeFacts.Scope());

        Assert.Equal(Enum.GetValues<Stage>(), funnel.Stages.Select(stage => stage.Stage));
        Assert.Equal([1, 0, 0, 0, 0, 1, 0, 0, 0], funnel.Stages.Select(stage => stage.Count.Applications));
        Assert.Equal(2, funnel.Total);
    }

    [Theory]
    [InlineData(9, 9, null)]
    [InlineData(9, 19, Stage.Received)]
    [InlineData(9, 20, Stage.Eligible)]
    [InlineData(11, 20, Stage.Eligible)]
    [InlineData(11, 21, Stage.Laureate)]
    public void An_application_counts_in_the_stage_it_had_on_the_day_looked_at(int month, int day, Stage? expected)
    {
        var funnel = StageFunnel.Of([Laureate], SomeFacts.Scope(asOf: SomeFacts.At(2018, month, day)));

        var found = funnel.Stages.Where(stage => stage.Count.Applications > 0).Select(stage => stage.Stage);
        Assert.Equal(expected is { } stage ? [stage] : [], found);
    }

    [Fact]
    public void A_stage_asked_for_is_that_of_the_day_looked_at()
    {
        var then = SomeFacts.Scope(new() { Stage = Stage.Eligible }, SomeFacts.At(2018, 10, 1));

        Assert.Equal(1, Assert.Single(StageFunnel.Of([Laureate], then).Stages).Count.Applications);
        Assert.Equal(0, StageFunnel.Of([Laureate], SomeFacts.Scope(new() { Stage = Stage.Eligible })).Total);
    }
}
