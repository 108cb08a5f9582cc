using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Scores;
using AmiDashboard.Core.Scores.Figures;
using static AmiDashboard.Scores.Figures.SomeScores;

namespace AmiDashboard.Scores.Figures;

public sealed class RankingFigureTests
{
    private static readonly ScoreFacts Facts = Of(1, 2, 3, 4)
        .With(Ranked(4, null), Ranked(3, 3, 1), Ranked(1, 1, 2), Ranked(2, 2, 3));

    [Fact]
    public void Rows_are_by_adjusted_rank_and_those_without_one_last()
    {
        var figure = RankingFigure.Of(Facts, Scope());

        Assert.Equal([1, 2, 3, 4], figure.Rows.Select(row => row.Application.Number));
        Assert.Equal([1, 2, 3], figure.Ranked.Select(row => row.Application.Number));
        Assert.Equal("Projet 1", figure.Rows[0].Title);
    }

    [Theory]
    [InlineData(1, 2, RankStanding.Inside)]
    [InlineData(2, 3, RankStanding.Disputed)]
    [InlineData(1, 9, RankStanding.Disputed)]
    [InlineData(3, 3, RankStanding.Outside)]
    public void An_interval_stands_within_two_places_across_their_end_or_beyond(
        int best,
        int worst,
        RankStanding standing
    )
    {
        var figure = RankingFigure.Of(Facts with { Intervals = Intervals((1, best, worst)) }, Scope());

        Assert.Equal(standing, figure.Rows[0].Standing);
        Assert.Null(figure.Rows[1].Standing);
        Assert.Equal(1, figure.CountOf(standing));
    }

    [Fact]
    public void Without_intervals_nothing_is_said_to_be_sure()
    {
        var figure = RankingFigure.Of(Facts, Scope());

        Assert.Null(figure.Coverage);
        Assert.All(figure.Rows, row => Assert.Null(row.Standing));
        Assert.Equal(.9, RankingFigure.Of(Facts with { Intervals = Intervals() }, Scope()).Coverage);
    }

    [Fact]
    public void A_filter_shows_a_part_with_its_ranks_among_all()
    {
        var figure = RankingFigure.Of(Facts, Scope(filter: new() { Numbers = NumberSet.Of(2, 3) }));

        Assert.Equal([2, 3], figure.Rows.Select(row => row.Application.AdjustedRank!.Value));
        Assert.True(figure.IsPartial);
        Assert.False(RankingFigure.Of(Facts, Scope()).IsPartial);
    }

    [Fact]
    public void A_row_has_the_last_word_on_it_or_none()
    {
        var verdicts = ImmutableDictionary<int, Verdict>.Empty.Add(2, Verdict.ReserveList);
        var figure = RankingFigure.Of(Facts with { Verdicts = verdicts }, Scope());

        Assert.Equal([null, Verdict.ReserveList, null, null], figure.Rows.Select(row => row.Verdict));
    }

    [Fact]
    public void Who_may_not_see_scores_is_given_no_row() =>
        Assert.Empty(RankingFigure.Of(Facts with { Ranking = null }, Scope()).Rows);
}
