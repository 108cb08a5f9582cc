using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Matching;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Budgets;
using static AmiDashboard.Budgets.SampleBudgets;

namespace AmiDashboard.Budgets;

/// <summary>CDC's payment file against the payments that wait to be paid.</summary>
public sealed class PaymentFileTests
{
    private static readonly Money Advance = Money.FromEuros(30_000);

    [Theory, OnBothEngines]
    public async Task A_confirmed_line_pays_once_however_often_the_file_is_applied(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var payment = await store.RequestAsync(Number, 0);
        await store.ValidateAsync(payment);
        ImmutableArray<PaymentFileLine> lines = [Line(2, "VIR-1", Advance)];

        var seen = Assert.Single(await PreviewAsync(store, lines));
        Assert.Equal((MatchKind.Sure, payment), (seen.Kind, seen.PaymentId));
        Assert.Equal(new(1, 0), (await ApplyAsync(store, lines, (2, payment))).Value);
        Assert.Equal(new(0, 1), (await ApplyAsync(store, lines, (2, payment))).Value);

        Assert.Equal(Advance, (await store.ProjectBalanceAsync(Number)).Paid);
        Assert.Equal(MatchKind.Duplicate, (await PreviewAsync(store, lines)).Single().Kind);
    }

    [Theory, OnBothEngines]
    public async Task A_reference_written_otherwise_is_the_same_reference(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var payment = await store.RequestAsync(Number, 0);
        await store.ValidateAsync(payment);
        Assert.True((await store.PayAsync(payment, "VIR 1 é")).Done);
        var next = await store.RequestAsync(Number, 1);
        await store.ValidateAsync(next);
        Assert.Equal("Refusal_ReferenceTaken", (await store.PayAsync(next, " vir1E")).Refusal?.Key);
    }

    [Theory, OnBothEngines]
    public async Task Another_amount_or_a_payment_not_validated_is_told_and_not_paid(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var payment = await store.RequestAsync(Number, 0);
        ImmutableArray<PaymentFileLine> early = [Line(2, "VIR-1", Advance)];
        Assert.Contains(
            (await PreviewAsync(store, early)).Single().Differences,
            difference => difference.Kind == DifferenceKind.State
        );
        Assert.Equal("Refusal_LineNotPayable", (await ApplyAsync(store, early, (2, payment))).Refusal?.Key);

        await store.ValidateAsync(payment);
        ImmutableArray<PaymentFileLine> other = [Line(2, "VIR-1", Advance - new Money(1))];
        Assert.Equal("Refusal_LineNotPayable", (await ApplyAsync(store, other, (2, payment))).Refusal?.Key);
        Assert.Equal(Money.Zero, (await store.ProjectBalanceAsync(Number)).Paid);
    }

    [Theory, OnBothEngines]
    public async Task All_confirmed_lines_are_recorded_or_none(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var (first, second) = (await store.RequestAsync(Number, 0), await store.RequestAsync(Number, 1));
        await store.ValidateAsync(first);
        await store.ValidateAsync(second);
        ImmutableArray<PaymentFileLine> lines =
        [
            Line(2, "VIR-1", Advance),
            Line(3, "VIR-2", Money.FromEuros(40_000)) with
            {
                PaidOn = Today.AddDays(1),
            },
        ];
        Assert.Equal("Refusal_DateInFuture", (await ApplyAsync(store, lines, (2, first), (3, second))).Refusal?.Key);
        Assert.Equal(Money.Zero, (await store.ProjectBalanceAsync(Number)).Paid);
    }

    [Theory, OnBothEngines]
    public async Task What_is_no_longer_what_was_confirmed_is_refused_by_its_line(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var payment = await store.RequestAsync(Number, 0);
        await store.ValidateAsync(payment);
        await store.AdvanceAsync(Preparer, payment, PaymentState.Rejected, "Doublon");
        var refused = await ApplyAsync(store, [Line(7, "VIR-1", Advance)], (7, payment));
        Assert.Equal("Refusal_LineChanged", refused.Refusal?.Key);
        Assert.Equal(7, refused.Refusal?.Arguments[0]);
    }

    private static PaymentFileLine Line(int line, string reference, Money amount) =>
        new(line, Number, $"Organisme-{Number}", null, reference, amount, Today, null);

    private static Task<ImmutableArray<PaymentMatch>> PreviewAsync(
        TestStore store,
        ImmutableArray<PaymentFileLine> lines
    ) => store.Get<PaymentFilePreview>().RunAsync(Validator, new(lines));

    private static Task<Outcome<ApplyPaymentFile.Result>> ApplyAsync(
        TestStore store,
        ImmutableArray<PaymentFileLine> lines,
        params (int Line, long Payment)[] confirmed
    ) =>
        store
            .Get<ApplyPaymentFile>()
            .RunAsync(Validator, new(lines, confirmed.ToImmutableDictionary(one => one.Line, one => one.Payment)));
}
