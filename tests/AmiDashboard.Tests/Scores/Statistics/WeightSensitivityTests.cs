using System.Collections.Immutable;
using AmiDashboard.Core.Scores.Statistics;
using CsCheck;

namespace AmiDashboard.Scores.Statistics;

public sealed class WeightSensitivityTests
{
    private static readonly Gen<(ScoreModel Model, ImmutableArray<double> Weights, int Places, double Reach)> Cases =
        from withHoles in Gen.Bool
        from reviews in SomeScores.Reviews(7, 4, 3, withHoles)
        from shrinkage in SomeScores.Shrinkage
        from first in Gen.Int[0, 90]
        from second in Gen.Int[0, 100 - first]
        from places in Gen.Int[1, 4]
        from reach in Gen.Int[1, 25]
        select (
            ScoreModel.Fit(ScoreTable.Of(reviews, 3), shrinkage),
            SomeScores.Weights(first, second, 100 - first - second),
            places,
            (double)reach
        );

    [Fact]
    public void The_transfer_that_makes_two_change_places_is_exact()
    {
        // Means 3 and 2.5; each point from the first criterion to the second brings them 7/100 nearer: 50/7 points.
        var model = ScoreModel.Fit(SomeScores.Table(SomeScores.One(1, 1, 5, 1), SomeScores.One(2, 1, 1, 4)), 0);
        var sensitivity = WeightSensitivity.Of(model, [1, 1], 1, 8);

        Assert.Equal(
            [(1, SensitivityKind.WouldLeave), (2, SensitivityKind.WouldEnter)],
            sensitivity.Applications.Select(one => (one.Number, one.Kind))
        );
        Assert.All(
            sensitivity.Applications,
            one =>
            {
                Assert.Equal((0, 1), (one.Witness!.From, one.Witness.To));
                Assert.Equal(50 / 7.0, one.Witness.Points!.Value, 1e-5);
                Assert.Equal(50 - one.Witness.Points.Value, one.Witness.Weights[0], 1e-9);
            }
        );
        Assert.Empty(WeightSensitivity.Of(model, [1, 1], 1, 7).Applications);
    }

    [Fact]
    public void Nothing_that_a_grid_of_weights_finds_is_left_out() =>
        Cases.Sample(
            one =>
            {
                var reported = Report(one);
                var within = Within(one.Model, one.Weights, one.Places);
                foreach (var weights in Grid(one.Weights, one.Reach))
                {
                    foreach (var number in Within(one.Model, weights, one.Places))
                    {
                        Assert.True(within.Contains(number) || IsEntering(reported, number), $"{number} enters");
                    }

                    foreach (var number in within.Except(Within(one.Model, weights, one.Places)))
                    {
                        Assert.True(IsLeaving(reported, number), $"{number} leaves at {string.Join(' ', weights)}");
                    }
                }
            },
            iter: 150
        );

    [Fact]
    public void Every_witness_is_within_reach_and_does_what_it_says() =>
        Cases.Sample(
            one =>
            {
                var within = Within(one.Model, one.Weights, one.Places);
                foreach (var (number, sensitive) in Report(one))
                {
                    Assert.Equal(
                        within.Contains(number),
                        sensitive.Kind is SensitivityKind.WouldLeave or SensitivityKind.MightLeave
                    );
                    Assert.Equal(
                        sensitive.Witness is not null,
                        sensitive.Kind is SensitivityKind.WouldLeave or SensitivityKind.WouldEnter
                    );
                    if (sensitive.Witness is { } witness)
                    {
                        Assert.Equal(100, witness.Weights.Sum(), 1e-9);
                        Assert.All(witness.Weights, weight => Assert.True(weight >= 0));
                        Assert.InRange(Distance(one.Weights, witness.Weights), 0, one.Reach + 1e-9);
                        Assert.NotEqual(
                            within.Contains(number),
                            Within(one.Model, witness.Weights, one.Places).Contains(number)
                        );
                    }
                }
            },
            iter: 1000
        );

    [Fact]
    public void No_smaller_transfer_does_what_the_smallest_does() =>
        Cases.Sample(
            one =>
            {
                var within = Within(one.Model, one.Weights, one.Places);
                var reported = Report(one);
                foreach (var (from, to) in Pairs())
                {
                    for (var points = .25; points <= Math.Min(one.Reach, one.Weights[from]); points += .25)
                    {
                        var moved = Within(one.Model, Moved(one.Weights, from, to, points), one.Places);
                        foreach (var number in within.Except(moved).Union(moved.Except(within)))
                        {
                            // A tie that lasts for one point of the line is met by the grid alone.
                            var least = reported[number].Witness?.Points;
                            Assert.True(least is null || least <= points + 1e-5, $"{number}: {least} > {points}");
                        }
                    }
                }
            },
            iter: 150
        );

    [Fact]
    public void An_ordinary_programme_is_mostly_settled()
    {
        var model = ScoreModel.Fit(SomeScores.Programme(200, 40, 4, 4), 2);
        var sensitive = WeightSensitivity.Of(model, [40, 30, 20, 10], 20).Applications;

        Assert.InRange(sensitive.Length, 1, 40);
        Assert.Contains(sensitive, one => one.Kind == SensitivityKind.WouldLeave && one.Witness!.Points is not null);
        Assert.Contains(sensitive, one => one.Kind == SensitivityKind.WouldEnter && one.Witness!.Points is not null);
    }

    [Fact]
    public void Without_reach_or_with_places_for_all_nothing_moves()
    {
        var model = ScoreModel.Fit(SomeScores.Programme(30, 6, 3, 3), 1);

        Assert.Empty(WeightSensitivity.Of(model, [1, 2, 3], 5, 0).Applications);
        Assert.Empty(WeightSensitivity.Of(model, [1, 2, 3], 30, 50).Applications);
    }

    [Fact]
    public void What_only_a_criterion_without_weight_knows_of_can_enter()
    {
        var model = ScoreModel.Fit(SomeScores.Table(SomeScores.One(1, 1, 3, 1), SomeScores.One(2, 1, null, 5)), 0);
        var sensitivity = WeightSensitivity.Of(model, [1, 0], 1);

        Assert.Equal(
            [(1, SensitivityKind.WouldLeave), (2, SensitivityKind.WouldEnter)],
            sensitivity.Applications.Select(one => (one.Number, one.Kind))
        );
    }

    [Fact]
    public void Who_is_scored_on_one_criterion_alone_leaves_when_it_gives_all_its_weight()
    {
        var model = ScoreModel.Fit(SomeScores.Table(SomeScores.One(1, 1, 5, null), SomeScores.One(2, 1, 1, 1)), 0);
        var leaving = WeightSensitivity.Of(model, [10, 90], 1).Applications.Single(one => one.Number == 1);

        Assert.Equal((0, 1, 10.0), (leaving.Witness!.From, leaving.Witness.To, leaving.Witness.Points));
        Assert.Empty(WeightSensitivity.Of(model, [11, 89], 1).Applications);
    }

    [Fact]
    public void No_place_and_less_than_no_reach_are_refused()
    {
        var model = ScoreModel.Fit(SomeScores.Table(SomeScores.Unbalanced), 1);

        Assert.Throws<ArgumentOutOfRangeException>(() => WeightSensitivity.Of(model, [1], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightSensitivity.Of(model, [1], 1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightSensitivity.Of(model, [1], 1, double.NaN));
    }

    private static Dictionary<int, SensitiveApplication> Report(
        (ScoreModel Model, ImmutableArray<double> Weights, int Places, double Reach) one
    ) =>
        WeightSensitivity
            .Of(one.Model, one.Weights, one.Places, one.Reach)
            .Applications.ToDictionary(sensitive => sensitive.Number);

    private static HashSet<int> Within(ScoreModel model, ImmutableArray<double> weights, int places) =>
        [.. model.Rank(weights).Rows.Where(row => row.AdjustedRank <= places).Select(row => row.Number)];

    private static bool IsEntering(Dictionary<int, SensitiveApplication> reported, int number) =>
        reported.TryGetValue(number, out var one)
        && one.Kind is SensitivityKind.WouldEnter or SensitivityKind.MightEnter;

    private static bool IsLeaving(Dictionary<int, SensitiveApplication> reported, int number) =>
        reported.TryGetValue(number, out var one)
        && one.Kind is SensitivityKind.WouldLeave or SensitivityKind.MightLeave;

    /// <summary>Whole points, and half points off them so that not every point is a tie.</summary>
    private static IEnumerable<ImmutableArray<double>> Grid(ImmutableArray<double> weights, double reach)
    {
        for (var first = -reach; first <= reach; first += .5)
        {
            for (var second = -reach; second <= reach; second += 1)
            {
                var moved = SomeScores.Weights(weights[0] + first, weights[1] + second, weights[2] - first - second);
                if (moved.All(weight => weight >= 0) && Distance(weights, moved) <= reach)
                {
                    yield return moved;
                }
            }
        }
    }

    private static IEnumerable<(int From, int To)> Pairs() =>
        from giver in Enumerable.Range(0, 3)
        from receiver in Enumerable.Range(0, 3)
        where giver != receiver
        select (giver, receiver);

    private static ImmutableArray<double> Moved(ImmutableArray<double> weights, int from, int to, double points) =>
        weights.SetItem(from, weights[from] - points).SetItem(to, weights[to] + points);

    private static double Distance(ImmutableArray<double> one, ImmutableArray<double> other) =>
        one.Zip(other, (a, b) => Math.Abs(a - b)).Sum() / 2;
}
