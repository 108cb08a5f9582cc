using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Prototypes.Figures;

/// <summary>
/// When a prototype may be expected to end, if what remains goes as what is done went. Each milestone that is reached gives
/// the ratio of the days it took to those its baseline left it; what remains is replayed along the dependencies, each
/// baseline duration times one of these ratios, drawn with replacement, and nothing before the day. The ends of
/// <see cref="Draws"/> such replays give a percentile interval: the bootstrap of Efron and Tibshirani 1993, « An Introduction
/// to the Bootstrap », chapter 13, over the prototype's own history as its reference class (Kahneman and Tversky 1979).
/// </summary>
/// <param name="Ratios">Of those that are reached, in the order of the plan; without those that the baseline left no day.</param>
/// <param name="End">Null where fewer than <see cref="LeastRatios"/> ratios are known, unless all is reached already.</param>
public sealed record FinishForecast(
    int Number,
    string Title,
    DateOnly BaselineEnd,
    ImmutableArray<double> Ratios,
    FinishRange? End
)
{
    /// <summary>Below it a history says nothing.</summary>
    public const int LeastRatios = 3;

    /// <summary>One less than a thousand: the percentiles are draws themselves, and nothing is interpolated.</summary>
    public const int Draws = 999;

    /// <summary>Whether the end is not forecast for want of a history.</summary>
    public bool LacksHistory => End is null;

    /// <summary>Those that a scope admits, by number.</summary>
    public static IEnumerable<FinishForecast> Of(PrototypeFacts facts, FigureScope scope)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Admitted(scope).Select(fact => Of(PlanStanding.Of(fact, scope.AsOf)));
    }

    public static FinishForecast Of(PlanStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        var reached = standing
            .Milestones.Where(one => one.IsReached)
            .ToDictionary(one => one.Position, one => one.ReachedOn!.Value.DayNumber);
        ImmutableArray<double> ratios =
        [
            .. standing
                .Milestones.Where(one => one is { IsReached: true, Days: > 0 })
                .Select(one => Math.Max(0.0, reached[one.Position] - ReadyOn(one)) / one.Days),
        ];
        return new(standing.Number, standing.Fact.Title, standing.BaselineEnd, ratios, EndOf(standing, ratios));

        int ReadyOn(MilestoneStanding one) =>
            one
                .Milestone.After.Where(reached.ContainsKey)
                .Select(position => reached[position])
                .DefaultIfEmpty(standing.StartsOn.DayNumber)
                .Max();
    }

    private static FinishRange? EndOf(PlanStanding standing, ImmutableArray<double> ratios)
    {
        if (standing.IsFinished)
        {
            var end = standing.ForecastEnd;
            return new(end, end, end);
        }

        if (standing.Milestones.IsEmpty || ratios.Length < LeastRatios)
        {
            return null;
        }

        var ends = new int[Draws];
        var expected = new Dictionary<int, int>();
        for (var draw = 0; draw < Draws; draw++)
        {
            ends[draw] = Replay(standing, ratios, SplitMix64.Of(standing.Number, draw), expected);
        }

        Array.Sort(ends);
        return new(Percentile(10), Percentile(50), Percentile(90));

        DateOnly Percentile(int percent) => DateOnly.FromDayNumber(ends[((Draws + 1) * percent / 100) - 1]);
    }

    /// <summary>The day number on which the last milestone is reached where the rest goes as one draw has it.</summary>
    private static int Replay(
        PlanStanding standing,
        ImmutableArray<double> ratios,
        SplitMix64 numbers,
        Dictionary<int, int> expected
    )
    {
        expected.Clear();
        foreach (var one in standing.Milestones)
        {
            // Those it waits for come earlier in the plan.
            expected[one.Position] =
                one.ReachedOn?.DayNumber
                ?? Math.Max(
                    standing.Day.DayNumber,
                    Later(ReadyOn(one, standing, expected), one.Days * ratios[numbers.Below(ratios.Length)])
                );
        }

        return expected.Values.Max();
    }

    private static int ReadyOn(MilestoneStanding one, PlanStanding standing, Dictionary<int, int> expected)
    {
        var ready = standing.StartsOn.DayNumber;
        foreach (var position in one.Milestone.After)
        {
            ready = Math.Max(ready, expected.GetValueOrDefault(position, ready));
        }

        return ready;
    }

    /// <summary>In whole days, and never past the last there is.</summary>
    private static int Later(int day, double days) =>
        (int)Math.Min(DateOnly.MaxValue.DayNumber, day + Math.Round(days, MidpointRounding.AwayFromZero));
}

/// <summary>Paris days: one in ten ends by the first, half by the middle one, nine in ten by the last.</summary>
public sealed record FinishRange(DateOnly Early, DateOnly Middle, DateOnly Late)
{
    /// <summary>Days from the early to the late end.</summary>
    public int Width => Late.DayNumber - Early.DayNumber;
}
