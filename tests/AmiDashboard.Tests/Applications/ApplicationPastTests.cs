using AmiDashboard.Applications.Figures;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;

namespace AmiDashboard.Applications;

/// <summary>An application as it was known at an instant, and what a filter means by a past day.</summary>
public sealed class ApplicationPastTests
{
    private static readonly DateTime Deposit = Day(1);

    [Fact]
    public void A_stage_counts_once_it_is_true_and_told()
    {
        var fact = SomeFacts.One(
            Deposit,
            stages:
            [
                new(Stage.Received, Deposit, Deposit),
                new(Stage.Eligible, Day(5), RecordedAt: Day(9)),
                new(Stage.UnderReview, Day(10), RecordedAt: Day(10)),
            ]
        );

        Assert.Null(fact.At(Deposit.AddTicks(-1)));
        Assert.Equal(Stage.Received, fact.At(Day(8))!.Stage);
        Assert.Equal(Stage.Eligible, fact.At(Day(9))!.Stage);
        Assert.Equal([Stage.Received, Stage.Eligible], fact.At(Day(9))!.Stages.Select(one => one.Stage));
        Assert.Same(fact, fact.At(Day(10)));
    }

    [Fact]
    public void An_application_that_was_seen_late_is_received_from_its_deposit_on() =>
        Assert.Equal(
            Stage.Received,
            SomeFacts.One(Deposit, stages: [new(Stage.Received, Deposit, Day(20))]).At(Day(2))!.Stage
        );

    [Fact]
    public void An_earlier_reading_counts_until_the_source_modified_it()
    {
        var fact = SomeFacts.One(Deposit, ministry: "Justice", techniques: ["Vision"]) with
        {
            Requested = Money.FromEuros(3),
            EarlierReadings = [new(Deposit, "Travail", [], Money.FromEuros(1)), new(Day(5), null, ["Langage"], null)],
            ReadFrom = Day(8),
        };

        Assert.Equal(
            ("Travail", "", Money.FromEuros(1)),
            (fact.At(Day(4))!.Ministry, string.Join(' ', fact.At(Day(4))!.Techniques), fact.At(Day(4))!.Requested)
        );
        Assert.Equal((null, null), (fact.At(Day(7))!.Ministry, fact.At(Day(7))!.Requested));
        Assert.Equal(["Langage"], fact.At(Day(7))!.Techniques);
        Assert.Same(fact, fact.At(Day(8)));
    }

    [Fact]
    public void A_past_day_is_looked_at_at_its_end_and_no_day_to_come()
    {
        var now = SomeFacts.At(2018, 9, 10);
        ApplicationFilter On(int day) => new() { AsOf = new DateOnly(2018, 9, day) };

        Assert.Equal(ParisTime.StartOf(new(2018, 9, 10)).AddTicks(-1), On(9).InstantAt(now));
        Assert.Equal(now, On(10).InstantAt(now));
        Assert.Equal(now, On(11).InstantAt(now));
        Assert.Equal(now, ApplicationFilter.All.InstantAt(now));
    }

    [Fact]
    public void Editions_and_days_leave_editions_whole_and_nothing_else_does()
    {
        Assert.True(new ApplicationFilter { Edition = 1, AsOf = new(2018, 9, 1) }.IsOfWholeEditions);
        Assert.All(
            (ApplicationFilter[])
                [
                    new() { Stage = Stage.Laureate },
                    new() { Ministry = "" },
                    new() { Technique = "" },
                    new() { Search = SearchWords.Of("projet") },
                    new() { DepositedFrom = new(2018, 9, 1) },
                    new() { DepositedTo = new(2018, 9, 1) },
                    new() { Step = Step.Review },
                    new() { Numbers = NumberSet.Of(1) },
                ],
            filter => Assert.False(filter.IsOfWholeEditions, $"{filter}")
        );
    }

    [Fact]
    public void What_a_mark_says_wins_and_the_rest_stays_with_its_day()
    {
        var asked = new ApplicationFilter
        {
            Edition = 1,
            Ministry = "Justice",
            Search = SearchWords.Of("projet"),
            AsOf = new(2018, 9, 1),
        };
        var mark = new ApplicationFilter
        {
            Ministry = "",
            Numbers = NumberSet.Of(7),
            AsOf = new(2019, 1, 1),
        };

        Assert.Equal(asked with { Ministry = "", Numbers = NumberSet.Of(7) }, asked.NarrowedBy(mark));
        Assert.Equal(asked, asked.NarrowedBy(ApplicationFilter.All));
    }

    private static DateTime Day(int day) => SomeFacts.At(2018, 9, day);
}
