using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Figures;
using static AmiDashboard.Budgets.Figures.SomeBudgets;

namespace AmiDashboard.Budgets.Figures;

public sealed class BudgetAlertsTests
{
    private static readonly ProjectBudget Signed = Project().Signed(200, Day(1, 10)).Planned(1, 200, Day(9, 1));

    [Fact]
    public void Every_alert_has_its_counter_with_or_without_projects()
    {
        var counts = BudgetAlerts.Of(BudgetFacts.None, Scope()).Counts;

        Assert.Equal(Enum.GetValues<BudgetAlert>(), counts.Select(count => count.Alert));
        Assert.All(counts, count => Assert.Equal(0, count.Projects.Count));
    }

    [Fact]
    public void A_payment_is_overdue_from_the_day_after_it_was_due()
    {
        Assert.False(IsRaised(BudgetAlert.PaymentOverdue, Signed, At(9, 1)));
        Assert.True(IsRaised(BudgetAlert.PaymentOverdue, Signed, At(9, 2)));
    }

    [Fact]
    public void A_requested_payment_without_its_documents_is_counted() =>
        Assert.True(IsRaised(BudgetAlert.DocumentMissing, Signed.Requested(1, 50, At(6, 1)), At(6, 2)));

    [Fact]
    public void A_schedule_beyond_what_is_still_granted_is_counted()
    {
        var released = Signed with
        {
            Balances = Signed.Balances.Append(
                Day(5, 1),
                Day(5, 1),
                LedgerRules.PostingOf(EntryKind.Release, Thousand(1), ReleaseLevel.Contract)
            ),
        };

        Assert.False(IsRaised(BudgetAlert.ForecastBeyondGrant, released, At(4, 30)));
        Assert.True(IsRaised(BudgetAlert.ForecastBeyondGrant, released, At(5, 1)));
    }

    [Fact]
    public void A_convention_may_take_sixty_days_to_be_signed()
    {
        var granted = Project().Entry(EntryKind.Grant, Thousand(200), Day(1, 10));
        var signed = granted with
        {
            ConventionSteps = [new(ConventionState.InForce, On: Day(4, 1), RecordedOn: Day(4, 5))],
        };

        Assert.False(IsRaised(BudgetAlert.ConventionUnsigned, granted, At(3, 10)));
        Assert.True(IsRaised(BudgetAlert.ConventionUnsigned, granted, At(3, 11)));
        Assert.True(IsRaised(BudgetAlert.ConventionUnsigned, signed, At(4, 4)));
        Assert.False(IsRaised(BudgetAlert.ConventionUnsigned, signed, At(4, 5)));
    }

    [Fact]
    public void A_project_is_silent_ninety_days_after_the_last_that_was_done()
    {
        var active = Signed with { Activities = [At(3, 1)] };

        Assert.False(IsRaised(BudgetAlert.Silent, active, At(5, 29)));
        Assert.True(IsRaised(BudgetAlert.Silent, active, At(5, 30)));
        // What is done later says nothing of a day before it: then the entries of 10 January were the last.
        Assert.False(IsRaised(BudgetAlert.Silent, active with { Activities = [At(6, 1)] }, At(4, 9)));
        Assert.True(IsRaised(BudgetAlert.Silent, active with { Activities = [At(6, 1)] }, At(4, 10)));
    }

    [Fact]
    public void A_project_that_is_wholly_paid_may_be_silent()
    {
        var paid = Signed.Paid(1, 200, Day(2, 1)) with { Activities = [At(2, 1)] };

        Assert.False(IsRaised(BudgetAlert.Silent, paid, At(12, 31)));
    }

    private static bool IsRaised(BudgetAlert alert, ProjectBudget project, DateTime asOf)
    {
        var numbers = BudgetAlerts
            .Of(Facts(project), Scope(asOf))
            .Counts.Single(count => count.Alert == alert)
            .Projects.Numbers;
        return numbers.Contains(project.Number);
    }
}
