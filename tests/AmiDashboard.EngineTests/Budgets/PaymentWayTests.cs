using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Budgets;
using static AmiDashboard.Budgets.SampleBudgets;

namespace AmiDashboard.Budgets;

/// <summary>The way of a payment, from a grant to the bank and back, as two people of CDC walk it.</summary>
public sealed class PaymentWayTests
{
    [Theory, OnBothEngines]
    public async Task An_advance_is_paid_by_two_people_and_counted(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var payment = await store.RequestAsync(Number, 0);
        await store.ValidateAsync(payment);
        Assert.True((await store.PayAsync(payment, "VIR-1")).Done);

        var balance = await store.ProjectBalanceAsync(Number);
        Assert.Equal(Money.FromEuros(30_000), balance.Paid);
        Assert.Equal(Money.FromEuros(70_000), balance.Remaining);
        var entries = await store.EntriesAsync();
        Assert.Equal(
            [EntryKind.Envelope, EntryKind.Grant, EntryKind.Commitment, EntryKind.Contract, EntryKind.Payment],
            entries.Select(entry => entry.Kind)
        );
        Assert.Equal("VIR-1", (await store.FileAsync(Number)).Payments.Single().Reference);
    }

    [Theory, OnBothEngines]
    public async Task Who_prepared_does_not_validate(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var payment = await store.RequestAsync(Number, 0);
        await store.AdvanceAsync(Preparer, payment, PaymentState.DocumentsComplete);
        await store.AdvanceAsync(Preparer, payment, PaymentState.Prepared);
        Assert.Equal(
            "Refusal_SamePerson",
            (await store.AdvanceAsync(Preparer, payment, PaymentState.Validated)).Refusal?.Key
        );
        Assert.True((await store.AdvanceAsync(Validator, payment, PaymentState.Validated)).Done);
    }

    [Theory, OnBothEngines]
    public async Task Nothing_goes_on_without_its_documents(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var asked = (await store.FileAsync(Number)).Convention!.Standing.ElementAt(1);
        var payment = await store.DoAsync<RequestPayment, RequestPayment.Request, long>(
            new(Number, asked.Id, asked.Amount)
        );
        var refused = await store.AdvanceAsync(Preparer, payment, PaymentState.DocumentsComplete);
        Assert.Equal("Refusal_DocumentMissing", refused.Refusal?.Key);
        Assert.Equal(DocumentKind.SpendingStatement, refused.Refusal?.Arguments[0]);
    }

    [Theory, OnBothEngines]
    public async Task A_payment_that_the_bank_sends_back_is_reversed_and_may_be_asked_for_again(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var payment = await store.RequestAsync(Number, 0);
        await store.ValidateAsync(payment);
        await store.PayAsync(payment, "VIR-1");
        var before = (await store.EntriesAsync())[^1];

        var returned = await store
            .Get<ReturnPayment>()
            .RunAsync(Preparer, new(payment, Today, "Compte clos", await store.VersionAsync(payment)));
        Assert.True(returned.Done);
        var reversal = (await store.EntriesAsync())[^1];
        Assert.Equal(before.Id, reversal.Reverses);
        Assert.Equal(Money.Zero, (await store.ProjectBalanceAsync(Number)).Paid);
        await store.ValidateAsync(await store.RequestAsync(Number, 0));
    }

    [Theory, OnBothEngines]
    public async Task A_signature_that_is_taken_back_leaves_a_draft_that_may_be_written_anew(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var rejected = await store.RequestAsync(Number, 0);
        Assert.True((await store.AdvanceAsync(Preparer, rejected, PaymentState.Rejected, "Trop tôt")).Done);
        var signature = (await store.EntriesAsync()).Single(entry => entry.Kind == EntryKind.Contract);
        await store.DoAsync<ReverseEntry, ReverseEntry.Request, long>(new(signature.Id, Today, "Autre montant"));

        var amount = Money.FromEuros(90_000);
        await store.DoAsync<DraftConvention, DraftConvention.Request, int>(
            new(
                Number,
                "Organisme",
                null,
                amount,
                Money.Zero,
                30,
                [.. Schedule(amount)],
                (await store.FileAsync(Number)).Convention!.Version
            )
        );

        var file = await store.FileAsync(Number);
        Assert.Equal(amount.Cents, file.Convention!.Standing.Sum(one => one.Amount.Cents));
        Assert.Equal(rejected, Assert.Single(file.Payments).Id);
        var listed = await store.Get<PaymentList>().RunAsync(Preparer, new(IsOpen: false));
        Assert.Equal("Avance", Assert.Single(listed).Instalment);
    }

    [Theory, OnBothEngines]
    public async Task What_is_given_to_an_envelope_is_no_document_of_a_payment(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var payment = await store.RequestAsync(Number, 1);
        await store.ValidateAsync(payment);
        var given = await store
            .Get<AttachDocument>()
            .RunAsync(
                Sgpi,
                new(1, null, payment, DocumentKind.SpendingStatement, "Dépenses", "https://documents.example.invalid/")
            );
        Assert.Equal(Refusal.NotFound, given.Refusal);
    }
}
