using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Budgets;
using static AmiDashboard.Budgets.SampleBudgets;

namespace AmiDashboard.Budgets;

public sealed class ConventionTests
{
    private static readonly Money Amount = Money.FromEuros(100_000);

    [Theory, OnBothEngines]
    public async Task A_convention_is_not_signed_without_its_document_nor_beyond_what_is_committed(TestEngine engine)
    {
        await using var store = await engine.GrantedStoreAsync(Amount);
        var version = await store.DoAsync<DraftConvention, DraftConvention.Request, int>(Draft(Amount));
        Assert.Equal("Refusal_SignedConventionMissing", await SignAsync(store, version));
        await store.AddDocumentAsync(Number, DocumentKind.SignedConvention);
        Assert.Equal("Refusal_CommitmentExceeded", await SignAsync(store, version));
        await store.DoAsync<CommitGrant, CommitGrant.Request, long>(new(Number, Amount, Today, "Engagement"));
        Assert.Null(await SignAsync(store, version));
        Assert.Equal("Refusal_Conflict", await SignAsync(store, version));
        Assert.Equal("Refusal_SignedAlready", await SignAsync(store, version + 1));
    }

    [Theory, OnBothEngines]
    public async Task A_draft_is_written_again_until_it_is_signed_and_by_who_saw_the_last_one(TestEngine engine)
    {
        await using var store = await engine.GrantedStoreAsync(Amount);
        var first = await store.DoAsync<DraftConvention, DraftConvention.Request, int>(Draft(Amount));
        var half = Money.FromEuros(50_000);
        await store.DoAsync<DraftConvention, DraftConvention.Request, int>(Draft(half) with { Version = first });
        Assert.Equal("Refusal_Conflict", await DraftAsync(store, Draft(Amount) with { Version = first }));
        var kept = (await store.FileAsync(Number)).Convention!;
        Assert.Equal((half, 3), (kept.Amount, kept.Standing.Count()));
        Assert.Equal(
            "Refusal_ContractBeyondGrant",
            await DraftAsync(store, Draft(Amount + new Money(1)) with { Version = kept.Version })
        );
        Assert.Equal(
            "Refusal_ScheduleSum",
            await DraftAsync(store, Draft(Amount) with { Amount = half, Version = kept.Version })
        );
    }

    [Theory, OnBothEngines]
    public async Task An_amendment_replaces_what_was_not_asked_for_and_keeps_what_was_planned(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        await store.RequestAsync(Number, 0);
        var before = (await store.FileAsync(Number)).Convention!;
        PlannedInstalment[] rest =
        [
            new(InstalmentKind.Balance, "Solde réduit", Money.FromEuros(60_000), new DateOnly(2020, 1, 15), []),
        ];
        var request = new AmendConvention.Request(
            Number,
            Money.FromEuros(-10_000),
            [.. rest],
            Today,
            "Périmètre réduit",
            before.Version
        );
        await store.DoAsync<AmendConvention, AmendConvention.Request, int>(request);

        var after = await store.FileAsync(Number);
        Assert.Equal(Money.FromEuros(90_000), after.Balance.Contracted);
        Assert.Equal(["Avance", "Solde réduit"], after.Convention!.Standing.Select(one => one.Label));
        Assert.Equal(2, after.Convention.Instalments.Count(one => one.ReplacedAt is not null));
        Assert.Equal(Money.FromEuros(-10_000), after.Entries[^1].Amount);
        Assert.Equal(
            "Refusal_ReverseContract",
            (await ReverseAsync(store, after.Entries.First(entry => entry.Kind == EntryKind.Contract).Id))
        );
    }

    [Theory, OnBothEngines]
    public async Task A_closing_gives_back_what_was_not_paid_and_taking_that_back_opens_it_again(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var payment = await store.RequestAsync(Number, 0);
        var file = await store.FileAsync(Number);
        Assert.Equal("Refusal_PaymentUnderWay", await CloseAsync(store, file.Convention!.Version));
        await store.ValidateAsync(payment);
        await store.PayAsync(payment, "VIR-1");
        Assert.Null(await CloseAsync(store, file.Convention.Version));

        file = await store.FileAsync(Number);
        var paid = Money.FromEuros(30_000);
        Assert.Equal((paid, paid, paid), (file.Balance.Granted, file.Balance.Contracted, file.Balance.Paid));
        Assert.Null(await ReverseAsync(store, file.Entries[^1].Id));
        file = await store.FileAsync(Number);
        Assert.Equal((ConventionState.InForce, Amount), (file.Convention!.State, file.Balance.Contracted));
    }

    [Theory, OnBothEngines]
    public async Task A_signature_that_nothing_rests_on_can_be_taken_back(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var file = await store.FileAsync(Number);
        Assert.Null(await ReverseAsync(store, file.Entries[^1].Id));
        file = await store.FileAsync(Number);
        Assert.Equal((ConventionState.Draft, Money.Zero), (file.Convention!.State, file.Balance.Contracted));
        Assert.Null(await SignAsync(store, file.Convention.Version));
    }

    [Theory, OnBothEngines]
    public async Task What_is_contracted_is_not_released_past_the_convention(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var outcome = await store
            .Get<ReleaseGrant>()
            .RunAsync(Preparer, new(Number, new Money(100), ReleaseLevel.Contract, Today, "Reste"));
        Assert.Equal("Refusal_ReleaseByConvention", outcome.Refusal?.Key);
    }

    private static DraftConvention.Request Draft(Money amount) =>
        new(Number, "Organisme", "CONV", amount, Money.Zero, 30, [.. Schedule(amount)], null);

    private static async Task<string?> DraftAsync(TestStore store, DraftConvention.Request request) =>
        (await store.Get<DraftConvention>().RunAsync(Preparer, request)).Refusal?.Key;

    private static async Task<string?> SignAsync(TestStore store, int version) =>
        (await store.Get<SignConvention>().RunAsync(Preparer, new(Number, Today, version))).Refusal?.Key;

    private static async Task<string?> CloseAsync(TestStore store, int version) =>
        (await store.Get<CloseConvention>().RunAsync(Preparer, new(Number, Today, "Solde", version))).Refusal?.Key;

    private static async Task<string?> ReverseAsync(TestStore store, long entry) =>
        (await store.Get<ReverseEntry>().RunAsync(Preparer, new(entry, Today, "Erreur"))).Refusal?.Key;
}
