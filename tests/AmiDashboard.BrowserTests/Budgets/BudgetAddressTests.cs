using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Web.Budgets;

namespace AmiDashboard.Budgets;

public sealed class BudgetAddressTests
{
    private static readonly DateOnly Today = new(2019, 5, 17);

    [Theory]
    [InlineData(null, null, "2019-05-17", "2019-T2")]
    [InlineData("2018-12-31", null, "2018-12-31", "2018-T4")]
    [InlineData("2018-12-31", "2018", "2018-12-31", "2018")]
    [InlineData("2019-03-31", "2019-t1", "2019-03-31", "2019-T1")]
    [InlineData("2031-01-01", "2019-T5", "2019-05-17", "2019-T2")]
    [InlineData("yesterday", "99999", "2019-05-17", "2019-T2")]
    public void The_table_says_its_day_and_period_in_its_address(string? asOf, string? period, string on, string name)
    {
        var read = SgpiAddress.Read(asOf, period, Today);

        Assert.Equal((DateOnly.Parse(on), name), (read.On, read.PeriodName));
        Assert.Equal(
            $"/budgets/tableau?edition=2&asOf={on}&periode={name}",
            read.At("/budgets/tableau", new ApplicationFilter { Edition = 2 })
        );
    }

    [Fact]
    public void What_is_known_of_a_past_day_is_known_at_its_end_and_of_today_now()
    {
        var now = new DateTime(2019, 5, 17, 9, 0, 0, DateTimeKind.Utc);

        Assert.Equal(now, SgpiAddress.Read(null, null, Today).AsOf(now));
        Assert.Equal(
            new DateTime(2018, 12, 31, 23, 0, 0, DateTimeKind.Utc).AddTicks(-1),
            SgpiAddress.Read("2018-12-31", null, Today).AsOf(now)
        );
    }

    [Fact]
    public void The_choice_goes_from_the_quarter_of_the_day_back_to_the_first_year() =>
        Assert.Equal(
            ["2019", "2019-T2", "2019-T1", "2018", "2018-T4", "2018-T3", "2018-T2", "2018-T1"],
            SgpiAddress.Choices(Today, 2018).Select(one => one.PeriodName)
        );

    [Fact]
    public void The_journals_filter_comes_back_from_its_address()
    {
        var query = new LedgerJournal.Query(2, 200_001, EntryKind.Fee, new(2019, 1, 1), new(2019, 12, 31), 3);

        Assert.Equal(query, JournalAddress.Read(JournalAddress.Of("/budgets/journal", query)));
        Assert.Equal(
            new LedgerJournal.Query(),
            JournalAddress.Read("/budgets/journal?edition=x&kind=9&from=2019&page=0")
        );
    }

    [Fact]
    public void Each_alert_comes_back_from_its_name()
    {
        Assert.All(
            Enum.GetValues<BudgetAlert>(),
            alert => Assert.Equal(alert, AlertAddress.Read(AlertAddress.NameOf(alert)))
        );
        Assert.Null(AlertAddress.Read("other"));
        Assert.Null(AlertAddress.Read(null));
    }
}
