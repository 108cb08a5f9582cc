using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Figures;
using static AmiDashboard.Budgets.Figures.SomeBudgets;

namespace AmiDashboard.Budgets.Figures;

/// <summary>The tables that finance people send: what each euro bought, and SGPI's.</summary>
public sealed class BudgetTablesTests
{
    private static readonly ProjectBudget One = Project()
        .Signed(200, Day(1, 10))
        .Planned(1, 60, Day(2, 1))
        .Planned(2, 140, Day(2, 1, 2020))
        .Paid(1, 60, Day(3, 1));

    private static readonly ProjectBudget Two = Project(2).Entry(EntryKind.Grant, new Money(10_001), Day(1, 15)) with
    {
        Application = null,
    };

    [Fact]
    public void Euros_are_followed_from_the_request_to_the_payment()
    {
        var table = EuroTable.Of(Facts(One, Two), Scope());

        var row = table.Rows[0];
        Assert.Equal(
            (2 / 3m, 1m, 1m, .3m),
            (row.GrantedOfRequested, row.CommittedOfGranted, row.ContractedOfCommitted, row.PaidOfContracted)
        );
        Assert.Equal(
            (null, null, 0m, null),
            (
                table.Rows[1].Requested,
                table.Rows[1].GrantedOfRequested,
                table.Rows[1].CommittedOfGranted,
                table.Rows[1].PaidOfContracted
            )
        );
    }

    [Fact]
    public void Totals_add_up_to_the_cent_and_compare_only_what_compares()
    {
        var totals = EuroTable.Of(Facts(One, Two), Scope()).Totals;

        Assert.Equal(Thousand(200) + new Money(10_001), totals.Balance.Granted);
        Assert.Equal(Thousand(300), totals.Requested);
        Assert.Equal(2 / 3m, totals.GrantedOfRequested);
    }

    [Fact]
    public void Sgpi_reads_one_row_a_project()
    {
        var facts = Facts(
                One with
                {
                    Comment = "Retard",
                    Convention = One.Convention! with { CoFinancing = Thousand(40) },
                }
            )
            .WithEdition(1, envelope: 400);
        var row = Assert.Single(SgpiTable.Of(facts, Scope(), Day(3, 31), Period.Quarter(2019, 1)).Rows);

        Assert.Equal(
            new SgpiRow(
                "Transition numérique de l’État",
                1,
                "Projet 1",
                "Bénéficiaire 1",
                "Justice",
                Thousand(300),
                Thousand(200),
                Day(1, 10),
                Thousand(200),
                Day(1, 10),
                Thousand(60),
                Thousand(60),
                Thousand(60),
                Thousand(140),
                Thousand(40),
                null,
                "Retard"
            ),
            row
        );
        Assert.Equal((Thousand(140), .3m), (row.Remaining, row.PaidOfGranted));
    }

    [Fact]
    public void A_past_accounting_date_has_what_was_recorded_later_and_nothing_that_happened_later()
    {
        var late = One.Entry(EntryKind.Payment, Thousand(30), Day(3, 31), recordedOn: Day(4, 20))
            .Entry(EntryKind.Payment, Thousand(50), Day(4, 21));

        var row = Assert.Single(SgpiTable.Of(Facts(late), Scope(), Day(3, 31), Period.Year(2019)).Rows);
        Assert.Equal((Thousand(90), Thousand(90)), (row.Paid, row.PaidInPeriod));

        var before = SgpiTable.Of(Facts(late), Scope(), Day(1, 9), Period.Year(2019));
        Assert.Empty(before.Rows);
        Assert.Equal(Money.Zero, before.Totals.Granted);
    }

    [Fact]
    public void The_weather_is_the_last_word_of_the_team_as_one_knew_it()
    {
        var told = One with { Weathers = [new("SOLEIL", At(3, 25)), new("NUAGE", At(4, 25))] };

        Assert.Null(Weather(At(3, 24)));
        Assert.Equal("SOLEIL", Weather(At(4, 24)));
        Assert.Equal("NUAGE", Weather(At(6, 30)));

        string? Weather(DateTime asOf) =>
            Assert
                .Single(SgpiTable.Of(Facts(told), Scope(asOf), ParisTime.DayOf(asOf), Period.Year(2019)).Rows)
                .Weather;
    }

    [Fact]
    public void The_period_is_cut_at_the_date_of_the_table()
    {
        var facts = Facts(One.Entry(EntryKind.Payment, Thousand(50), Day(5, 2)));

        Assert.Equal(Thousand(60), PaidIn(Day(4, 30), Period.Year(2019)));
        Assert.Equal(Thousand(50), PaidIn(Day(6, 30), Period.Quarter(2019, 2)));
        Assert.Equal(Money.Zero, PaidIn(Day(3, 31), Period.Quarter(2019, 2)));

        Money PaidIn(DateOnly on, Period period) => SgpiTable.Of(facts, Scope(), on, period).Totals.PaidInPeriod;
    }

    [Fact]
    public void A_project_without_an_entry_is_listed_today_and_on_no_earlier_day()
    {
        var decided = Project(3);

        Assert.Single(SgpiTable.Of(Facts(decided), Scope(), Day(6, 30), Period.Year(2019)).Rows);
        Assert.Empty(SgpiTable.Of(Facts(decided), Scope(), Day(6, 29), Period.Year(2019)).Rows);
    }

    [Fact]
    public void Projects_stand_behind_their_plan_in_order_and_ministries_by_their_grants()
    {
        var late = Project(4, "Culture").Signed(300, Day(1, 10)).Planned(1, 300, Day(2, 1));

        Assert.Equal([4, 1, 2], ProjectBudgets.Of(Facts(One, Two, late), Scope()).Projects.Select(row => row.Number));
        var ministries = MinistryBudgets.Of(Facts(One, Two, late), Scope());
        Assert.Equal(["Culture", "Justice", ""], ministries.Ministries.Select(ministry => ministry.Name));
        Assert.Equal(ministries.Sum, EuroTable.Of(Facts(One, Two, late), Scope()).Totals.Balance);
    }
}
