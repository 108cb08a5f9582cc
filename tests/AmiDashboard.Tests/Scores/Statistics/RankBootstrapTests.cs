using AmiDashboard.Core.Scores.Statistics;
using CsCheck;

namespace AmiDashboard.Scores.Statistics;

public sealed class RankBootstrapTests
{
    private const int Seed = 42;

    [Fact]
    public void Intervals_are_those_of_tables_written_out_draw_by_draw() =>
        Gen.Select(
                SomeScores.Reviews(6, 4, 2, withHoles: true),
                SomeScores.Weight.Array[2],
                SomeScores.Shrinkage,
                Gen.Int
            )
            .Sample(
                (reviews, weights, shrinkage, seed) =>
                {
                    var table = ScoreTable.Of(reviews, 2);

                    Assert.Equal(
                        WrittenOut(table, weights, shrinkage, 30, seed),
                        RankBootstrap
                            .Run(table, [.. weights], shrinkage, 30, seed)
                            .ByApplication.OrderBy(one => one.Key)
                    );
                },
                iter: 100
            );

    [Fact]
    public void Complete_reviews_are_no_other_case() =>
        Gen.Select(SomeScores.Reviews(6, 5, 3, withHoles: false), SomeScores.Weight.Array[3], SomeScores.Shrinkage)
            .Sample(
                (reviews, weights, shrinkage) =>
                {
                    var table = ScoreTable.Of(reviews, 3);

                    Assert.Equal(
                        WrittenOut(table, weights, shrinkage, 20, Seed),
                        RankBootstrap
                            .Run(table, [.. weights], shrinkage, 20, Seed)
                            .ByApplication.OrderBy(one => one.Key)
                    );
                },
                iter: 100
            );

    [Fact]
    public void A_seed_gives_the_same_intervals_on_any_number_of_threads()
    {
        var table = SomeScores.Programme(40, 8, 4, 2, holes: .1);
        var alone = RankBootstrap.Run(table, [2, 1], 1, 200, Seed, degree: 1);
        var together = RankBootstrap.Run(table, [2, 1], 1, 200, Seed, degree: 4);
        var other = RankBootstrap.Run(table, [2, 1], 1, 200, Seed + 1);

        Assert.Equal(alone.ByApplication.OrderBy(one => one.Key), together.ByApplication.OrderBy(one => one.Key));
        Assert.NotEqual(alone.ByApplication.OrderBy(one => one.Key), other.ByApplication.OrderBy(one => one.Key));
        Assert.Equal((200, Seed, .90), (alone.Draws, alone.Seed, alone.Coverage));
    }

    [Fact]
    public void Reviewers_who_agree_leave_no_doubt()
    {
        var reviews = Enumerable
            .Range(1, 6)
            .SelectMany(reviewer =>
                new[] { 2.0, 5, 4 }.Select((score, application) => SomeScores.One(application + 1, reviewer, score))
            );
        var intervals = RankBootstrap.Run(ScoreTable.Of(reviews, 1), [1], 0, 300, Seed).ByApplication;

        Assert.Equal(new RankInterval(3, 3), intervals[1]);
        Assert.Equal(new RankInterval(1, 1), intervals[2]);
        Assert.Equal(new RankInterval(2, 2), intervals[3]);
    }

    [Fact]
    public void Reviewers_who_do_not_agree_leave_some_and_the_rank_is_within()
    {
        var table = SomeScores.Programme(20, 10, 10, 3);
        var ranking = ScoreModel.Fit(table, 2).Rank([1, 1, 1]);
        var intervals = RankBootstrap.Run(table, [1, 1, 1], 2, 500, Seed).ByApplication;

        Assert.All(
            ranking.Rows,
            row => Assert.InRange(row.AdjustedRank!.Value, intervals[row.Number].Best, intervals[row.Number].Worst)
        );
        Assert.Contains(intervals.Values, interval => interval.Worst > interval.Best);
        Assert.Contains(intervals.Values, interval => interval.Worst - interval.Best < 10);
    }

    [Fact]
    public void What_nobody_scored_has_no_interval() =>
        Assert.Equal(
            [1],
            RankBootstrap
                .Run(SomeScores.Table(SomeScores.One(1, 1, 4, 1), SomeScores.One(2, 1, null, 1)), [1, 0], 0, 20, Seed)
                .ByApplication.Keys
        );

    [Fact]
    public void A_draw_takes_as_many_reviewers_as_there_are_each_as_likely_as_another()
    {
        var taken = Enumerable.Range(0, 4000).Select(draw => RankBootstrap.Taken(10, Seed, draw)).ToList();

        Assert.All(taken, draw => Assert.Equal(10, draw.Sum()));

        // Means of 4,000 binomials of variance .9: five standard errors are .075. None taken: (9/10)^10 = .349.
        Assert.All(
            Enumerable.Range(0, 10),
            reviewer => Assert.InRange(taken.Average(draw => draw[reviewer]), .925, 1.075)
        );
        Assert.InRange(taken.Average(draw => draw.Count(count => count == 0)) / 10, .34, .36);
        Assert.True(taken.DistinctBy(draw => string.Join(' ', draw)).Count() > 3000);
    }

    [Fact]
    public void Progress_goes_up_to_the_end()
    {
        var told = new Told();
        RankBootstrap.Run(SomeScores.Table(SomeScores.Unbalanced), [1], 1, 250, Seed, degree: 1, told);

        Assert.Equal(100, told.Values.Count);
        Assert.Equal(told.Values.Order(), told.Values);
        Assert.Equal(1, told.Values[^1]);
    }

    [Fact]
    public void A_run_that_nobody_waits_for_stops()
    {
        using var stop = new CancellationTokenSource();
        var told = new Told { Hears = _ => stop.Cancel() };

        Assert.ThrowsAny<OperationCanceledException>(() =>
            RankBootstrap.Run(SomeScores.Table(SomeScores.Unbalanced), [1], 1, 100_000, Seed, 1, told, stop.Token)
        );
        Assert.InRange(told.Values.Count, 1, 99);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10, 0)]
    public void No_draw_and_no_thread_are_refused(int draws, int degree) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            RankBootstrap.Run(SomeScores.Table(SomeScores.Unbalanced), [1], 1, draws, Seed, degree)
        );

    /// <summary>Each draw as a table in which a reviewer taken twice is two people, ranked like any table.</summary>
    private static IEnumerable<KeyValuePair<int, RankInterval>> WrittenOut(
        ScoreTable table,
        double[] weights,
        double shrinkage,
        int draws,
        int seed
    )
    {
        var everybody = Ranks(table, weights, shrinkage).Count;
        var ranks = table.Applications.ToDictionary(number => number, _ => new List<int>());
        for (var draw = 0; draw < draws; draw++)
        {
            var copies = RankBootstrap.Taken(table.Reviewers.Length, seed, draw);
            var drawn = ScoreTable.Of(
                table.Reviews.SelectMany(review =>
                    Enumerable
                        .Range(0, copies[table.Reviewers.IndexOf(review.Reviewer)])
                        .Select(copy => review with { Reviewer = (review.Reviewer * 100) + copy })
                ),
                table.Criteria
            );
            var found = Ranks(drawn, weights, shrinkage);
            foreach (var (number, rank) in found.Where(_ => found.Count > 1 || everybody == 1))
            {
                var share = found.Count == 1 ? 0 : (rank - 1.0) / (found.Count - 1);
                ranks[number].Add((int)Math.Floor(1.5 + (share * (everybody - 1)) + 1e-9));
            }
        }

        return from pair in ranks
            where pair.Value.Count > 0
            orderby pair.Key
            let sorted = pair.Value.Order().ToList()
            select KeyValuePair.Create(
                pair.Key,
                new RankInterval(
                    sorted[(int)Math.Ceiling(.05 * sorted.Count) - 1],
                    sorted[(int)Math.Ceiling((.95 * sorted.Count) - 1e-9) - 1]
                )
            );
    }

    private static Dictionary<int, int> Ranks(ScoreTable table, double[] weights, double shrinkage) =>
        ScoreModel
            .Fit(table, shrinkage)
            .Rank([.. weights])
            .Rows.Where(row => row.AdjustedRank is not null)
            .ToDictionary(row => row.Number, row => row.AdjustedRank!.Value);

    private sealed class Told : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public Action<double>? Hears { get; init; }

        public void Report(double value)
        {
            Values.Add(value);
            Hears?.Invoke(value);
        }
    }
}
