using AmiDashboard.Applications.Figures;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;

namespace AmiDashboard.Dashboards;

public sealed class SmallNumbersTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void A_figure_of_one_to_four_is_not_shown_and_one_of_none_is(int applications, bool isShown)
    {
        var standing = Standing([.. Deposited(applications, 10), .. Deposited(20, 10, Stage.Laureate)]);

        Assert.Equal(isShown, SmallNumbers.MayShow(KeyFigures.Of("received").ValueOf(standing)!));
        Assert.False(SmallNumbers.IsSmall(standing, Right.SeeFigures));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Of_a_subject_of_one_to_four_nothing_is_shown(int applications, bool isSmall) =>
        Assert.Equal(isSmall, SmallNumbers.IsSmall(Standing([.. Deposited(applications, 10)]), Right.SeeFigures));

    [Theory]
    [InlineData(10, 0, true)]
    [InlineData(10, 1, false)]
    [InlineData(10, 4, false)]
    [InlineData(10, 5, true)]
    // What came would tell of the few that were there.
    [InlineData(3, 9, false)]
    public void A_change_is_shown_where_no_row_or_five_moved_and_the_figure_was_shown_before(
        int before,
        int more,
        bool isShown
    )
    {
        ApplicationFact[] facts = [.. Deposited(before, 1), .. Deposited(more, 20)];

        Assert.Equal(
            isShown,
            SmallNumbers.MayShowChange(KeyFigures.Of("applications"), Standing(facts, 25), Standing(facts, 10))
        );
    }

    [Fact]
    public void Rows_that_come_and_go_are_a_change_even_where_the_figure_stays()
    {
        ApplicationFact[] stay = [.. Deposited(6, 1)];
        var leaving = Deposited(1, 1, Stage.Received).Single() with
        {
            Number = 900,
            Stages = [new(Stage.Received, SomeFacts.At(2018, 9, 1)), new(Stage.Ineligible, SomeFacts.At(2018, 9, 15))],
            Stage = Stage.Ineligible,
        };
        ApplicationFact[] facts = [.. stay, leaving, .. Deposited(1, 20)];
        var (now, then) = (Standing(facts, 25), Standing(facts, 10));
        var received = KeyFigures.Of("received");

        Assert.Equal(received.ValueOf(then)!.Amount, received.ValueOf(now)!.Amount);
        Assert.False(SmallNumbers.MayShowChange(received, now, then));
    }

    [Fact]
    public void A_small_edition_is_left_out_of_the_whole()
    {
        ApplicationFact[] facts = [.. SomeFacts.Of(52, SomeFacts.First, 1), .. SomeFacts.Of(4, SomeFacts.Second, 2)];
        var small = SmallEditions.LeftOutOf(new(facts, [], null, null), SomeFacts.Scope());

        Assert.Equal([2], small.Any);
        Assert.Equal(52, ProgrammeStanding.Of(small.Facts, SomeFacts.Scope()).Applications.Length);
        Assert.Equal(56, ProgrammeStanding.Of(new(facts, [], null, null), SomeFacts.Scope()).Applications.Length);
    }

    [Fact]
    public void Where_all_was_left_out_no_zero_stands_in_its_place()
    {
        var scope = SomeFacts.Scope();
        bool Hides(params ApplicationFact[] facts)
        {
            var small = SmallEditions.LeftOutOf(new(facts, [], null, null), scope);
            return small.HidesAllOf(ProgrammeStanding.Of(small.Facts, scope), Right.SeeFigures);
        }

        Assert.True(Hides([.. SomeFacts.Of(4, SomeFacts.Second, 2)]));
        Assert.True(Hides([.. SomeFacts.Of(3, SomeFacts.First, 1), .. SomeFacts.Of(4, SomeFacts.Second, 2)]));
        Assert.False(Hides([.. SomeFacts.Of(5, SomeFacts.First, 1), .. SomeFacts.Of(4, SomeFacts.Second, 2)]));
        Assert.False(Hides());
    }

    private static IEnumerable<ApplicationFact> Deposited(int count, int day, Stage stage = Stage.Received) =>
        Enumerable
            .Range(0, count)
            .Select(index =>
                SomeFacts.One(
                    SomeFacts.At(2018, 9, day),
                    stages: [new DatedStage(stage, SomeFacts.At(2018, 9, day))]
                ) with
                {
                    Number = (day * 1000) + ((int)stage * 100) + index,
                }
            );

    private static ProgrammeStanding Standing(ApplicationFact[] facts, int day = 28) =>
        ProgrammeStanding.Of(new(facts, [], null, null), SomeFacts.Scope(asOf: SomeFacts.At(2018, 9, day)));
}
