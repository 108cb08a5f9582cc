using AmiDashboard.Budgets;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Demonstration;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Storage.Demonstration;
using AmiDashboard.Storage.Portability;

namespace AmiDashboard.Demonstration;

/// <summary>The demonstration's money goes through the rules that everybody's goes through.</summary>
public sealed class PlacingBudgetsTests
{
    [Theory, OnBothEngines]
    public async Task Two_editions_are_granted_contracted_and_paid_within_their_envelopes(TestEngine engine)
    {
        await using var store = await PlacedProgramme.CopyAsync(engine);
        var (first, second) = (await store.EditionBalanceAsync(1), await store.EditionBalanceAsync(2));
        Assert.True(first.Paid > Money(1_000_000) && first.Paid == first.Granted);
        Assert.Equal(Money(4_000_000), second.Envelope);
        Assert.True(second.Remaining > Money(200_000), "six conventions were prolonged");
        var queue = await store.Get<PaymentList>().RunAsync(Viewer.Product, new());
        Assert.Equal(
            [PaymentState.Requested, PaymentState.Prepared, PaymentState.Prepared, PaymentState.Validated],
            queue.Select(row => row.Payment.State).Order()
        );
        Assert.Contains(queue, row => row.Payment.DueOn < new DateOnly(2026, 11, 24));
        Assert.Equal([DocumentKind.ServiceDone], queue.Single(row => row.Missing.Count > 0).Missing);
        Assert.Empty((await new VerifyStore(store.Get<Store>()).RunAsync()).Findings);
    }

    [Theory, OnBothEngines]
    public async Task What_lies_after_today_is_left_to_the_future(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync(new DateTime(2026, 8, 1, 9, 0, 0, DateTimeKind.Utc));
        await store.DoAsync<PlaceProgramme, PlaceProgramme.Request, int>(new());
        Assert.Empty(await store.Get<PaymentList>().RunAsync(Viewer.Product, new()));
        Assert.All(await store.EntriesAsync(), entry => Assert.True(entry.AccountingDate < new DateOnly(2026, 8, 1)));
    }

    private static Core.Money Money(int euros) => Core.Money.FromEuros(euros);
}
