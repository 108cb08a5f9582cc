using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Scores;
using AmiDashboard.Core.Scores.Figures;
using static AmiDashboard.Scores.Figures.SomeScores;

namespace AmiDashboard.Scores.Figures;

public sealed class ApplicationProfileTests
{
    private static readonly ScoreFacts Facts = SomeScores
        .Of(1, 2, 3, 4)
        .With(
            Ranked(1, 1, null, 5, 4),
            Ranked(2, 2, null, 4, null),
            Ranked(3, 3, null, 2, 3.5),
            Ranked(4, 4, null, 1, 4.5)
        );

    [Fact]
    public void One_application_stands_against_the_first_places()
    {
        var figure = ProfileOf(3);

        Assert.Equal((3, "Projet 3", false), (figure.Number!.Value, figure.Title, figure.IsDecided));
        Assert.Equal([1, 2], figure.Others.Numbers);
        Assert.Equal(
            [(2.0, 4.5, 4.0, 5.0), (3.5, 4.0, 4.0, 4.0)],
            figure.Rows.Select(row => (row.Mean!.Value, row.Median!.Value, row.Least!.Value, row.Most!.Value))
        );
        Assert.Equal([-2.5, -.5], figure.Rows.Select(row => row.Gap!.Value));
    }

    [Fact]
    public void Decided_laureates_take_the_place_of_the_first_ones()
    {
        var figure = ProfileOf(3, Facts with { Verdicts = Verdicts((4, Verdict.Laureate), (1, Verdict.ReserveList)) });

        Assert.True(figure.IsDecided);
        Assert.Equal([4], figure.Others.Numbers);
        Assert.Equal(1, figure.Rows[0].Median);
        Assert.False(ProfileOf(3, Facts with { Verdicts = Verdicts((1, Verdict.NotSelected)) }).IsDecided);
    }

    [Fact]
    public void What_nobody_scored_has_no_mean_and_no_gap()
    {
        var figure = ProfileOf(2);

        Assert.Null(figure.Rows[1].Mean);
        Assert.Null(figure.Rows[1].Gap);
        Assert.Equal(4, figure.Rows[1].Median);
    }

    [Fact]
    public void Without_exactly_one_reviewed_application_there_is_none()
    {
        Assert.Null(Figure(Facts, new() { Edition = 1 }).Number);
        Assert.Null(Figure(Facts, new() { Numbers = NumberSet.Of(1, 2) }).Number);
        Assert.Null(ProfileOf(9).Number);
        Assert.Null(Figure(Facts, new() { Edition = 2, Numbers = NumberSet.Of(3) }).Number);
        Assert.Null(ProfileOf(3, Facts.With(Ranked(1, 1, null, 5, 4), Ranked(3, null) with { Reviews = 0 })).Number);
    }

    private static ApplicationProfile ProfileOf(int number, ScoreFacts? facts = null) =>
        Figure(facts ?? Facts, new() { Edition = 1, Numbers = NumberSet.Of(number) });

    private static ApplicationProfile Figure(ScoreFacts facts, ApplicationFilter filter) =>
        ApplicationProfile.Of(facts, Scope(filter: filter));

    private static ImmutableDictionary<int, Verdict> Verdicts(params (int Number, Verdict Verdict)[] verdicts) =>
        verdicts.ToImmutableDictionary(one => one.Number, one => one.Verdict);
}
