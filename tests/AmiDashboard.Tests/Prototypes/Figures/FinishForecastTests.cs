using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using static AmiDashboard.Prototypes.Figures.SmallPrototype;

namespace AmiDashboard.Prototypes.Figures;

public sealed class FinishForecastTests
{
    private static readonly int[] Twenties = [20, 40, 60, 80, 100];

    [Fact]
    public void One_that_always_takes_half_as_long_again_ends_on_one_day()
    {
        var forecast = Of(After(95), Chain(Twenties, 30, 60, 90));

        Assert.Equal([1.5, 1.5, 1.5], forecast.Ratios);
        Assert.Equal(Ends(150, 150, 150), forecast.End);
        Assert.Equal(0, forecast.End!.Width);
    }

    [Fact]
    public void One_that_is_always_on_time_ends_as_planned()
    {
        Assert.Equal(Ends(100, 100, 100), Of(After(60), Chain(Twenties, 20, 40, 60)).End);

        // The same at any instant from which its history is long enough.
        Assert.Equal(Ends(100, 100, 100), Of(After(85), Chain(Twenties, 20, 40, 60, 80)).End);
    }

    [Fact]
    public void Fewer_than_three_ratios_forecast_nothing_and_say_so()
    {
        var forecast = Of(After(60), Chain(Twenties, 20, 40));

        Assert.Equal(2, forecast.Ratios.Length);
        Assert.Null(forecast.End);
        Assert.True(forecast.LacksHistory);
        Assert.Null(Of(After(60)).End);
    }

    [Fact]
    public void What_was_said_later_is_no_history()
    {
        var steps = Chain(Twenties, 20, 40, 60);

        Assert.True(Of(After(59), steps).LacksHistory);
        Assert.False(Of(After(60), steps).LacksHistory);
    }

    [Fact]
    public void A_milestone_that_its_baseline_left_no_day_gives_no_ratio()
    {
        var forecast = Of(After(70), Chain([20, 20, 40, 60, 80], 20, 25, 45, 65));

        Assert.Equal([1, 1, 1], forecast.Ratios);
        Assert.Equal(Ends(85, 85, 85), forecast.End);
    }

    [Fact]
    public void Durations_count_from_the_latest_of_those_that_are_waited_for()
    {
        var forecast = Of(
            After(40),
            Step(1, Start.AddDays(10)).Reached(Start.AddDays(10)),
            Step(2, Start.AddDays(20)).Reached(Start.AddDays(20)),
            Step(3, Start.AddDays(30), 10, 1, 2).Reached(Start.AddDays(35)),
            Step(4, Start.AddDays(50), 10, 3)
        );

        Assert.Equal([1, 1, 1.5], forecast.Ratios);
    }

    [Fact]
    public void Nothing_ends_before_the_day_and_what_is_finished_ended_when_it_did()
    {
        Assert.Equal(Ends(180, 180, 180), Of(After(160), Chain(Twenties, 20, 40, 60)).End);
        Assert.Equal(Ends(25, 25, 25), Of(After(160), Chain([20], 25)).End);
    }

    [Fact]
    public void A_history_of_fast_and_slow_gives_a_range_within_both()
    {
        var forecast = Of(After(100), Chain([20, 40, 60, 80, 100, 120, 140], 10, 50, 60, 100));

        Assert.Equal([.5, 2, .5, 2], forecast.Ratios);
        var (early, middle, late) = (forecast.End!.Early, forecast.End.Middle, forecast.End.Late);
        Assert.True(early < middle && middle < late);
        Assert.InRange(early, Start.AddDays(130), Start.AddDays(160));
        Assert.InRange(late, Start.AddDays(190), Start.AddDays(220));
        // Of three draws of ten or forty days: 30, 60, 90 or 120, of which one in eight is the first and the last.
        Assert.Equal(Ends(130, 160, 220), forecast.End);
    }

    [Fact]
    public void It_is_the_same_whenever_it_is_asked_for_and_whatever_the_order_of_the_facts()
    {
        var steps = Chain([20, 40, 60, 80, 100, 120], 15, 50, 60, 100);

        Assert.Equal(Of(After(100), steps).End, Of(After(100), steps).End);
        Assert.Equal(Of(After(100), steps).End, Of(After(100), [.. steps.Reverse()]).End);
        Assert.NotEqual(
            FinishForecast.Of(PlanStanding.Of(Prototype(2, steps), After(100))).End!.Width,
            FinishForecast.Of(PlanStanding.Of(Prototype(2, Chain(Twenties, 20, 40, 60)), After(100))).End!.Width
        );
    }

    [Fact]
    public void One_more_slip_never_makes_the_end_earlier()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            int[] baselines = [20, 40, 60, 80, 140, 200, 260];
            int[] reached = [.. Enumerable.Range(0, 4).Select(_ => random.Next(8, 45))];
            for (var index = 1; index < reached.Length; index++)
            {
                reached[index] += reached[index - 1];
            }

            var (from, by) = (random.Next(reached.Length), random.Next(1, 30));
            int[] slipped = [.. reached.Select((days, index) => index >= from ? days + by : days)];
            var before = Of(After(210), Chain(baselines, reached)).End!;
            var after = Of(After(210), Chain(baselines, slipped)).End!;

            Assert.True(
                after.Early >= before.Early && after.Middle >= before.Middle && after.Late >= before.Late,
                $"seed {seed}: {before} then {after}"
            );
        }
    }

    private static FinishForecast Of(DateTime asOf, params Milestone[] steps) =>
        FinishForecast.Of(Facts(Prototype(1, steps)), Scope(asOf)).Single();

    private static FinishRange Ends(int early, int middle, int late) =>
        new(Start.AddDays(early), Start.AddDays(middle), Start.AddDays(late));
}
