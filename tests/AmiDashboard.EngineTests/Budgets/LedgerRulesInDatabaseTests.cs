using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Engines;
using static AmiDashboard.Budgets.SampleBudgets;

namespace AmiDashboard.Budgets;

/// <summary>
/// The hard rules as the database itself holds them: well-made entries with the right chain, past every operation, each of
/// which breaks one rule.
/// </summary>
public sealed class LedgerRulesInDatabaseTests
{
    private const string TakesBack = "ledger: a reversal takes back one whole entry, once";
    private const string Dated = "ledger: an entry is not dated before the last one";
    private const string Pays = "ledger: paid once, validated by another, after the signature, with all documents";

    private static readonly Money Cent = new(1);

    [Theory, OnBothEngines]
    public async Task Grants_fees_and_redeployments_stay_within_the_envelope(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var left = Money.FromEuros(900_000);
        await RefusedAsync(store, "envelope_exceeded", EntryKind.Grant, 1002, left + Cent);
        await RefusedAsync(store, "envelope_exceeded", EntryKind.Fee, null, left + Cent);
        await RefusedAsync(store, "envelope_exceeded", EntryKind.Redeployment, null, Money.Zero - left - Cent);
        await store.InsertAsync(await store.NextAsync(EntryKind.Fee, null, left));
        await RefusedAsync(store, "envelope_exceeded", EntryKind.Grant, 1002, Cent);
    }

    [Theory, OnBothEngines]
    public async Task Each_level_stays_within_the_one_above(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        await RefusedAsync(store, "grant_exceeded", EntryKind.Commitment, Number, Cent);
        await RefusedAsync(store, "commitment_exceeded", EntryKind.Contract, Number, Cent);
        var payment = await store.RequestAsync(Number, 0);
        await store.ValidateAsync(payment);
        var tooMuch = Money.FromEuros(100_000) + Cent;
        await store.SqlAsync($"UPDATE payment SET [Amount] = {tooMuch.Cents}");
        await RefusedAsync(store, "contract_exceeded", EntryKind.Payment, Number, tooMuch, payment);
    }

    [Theory, OnBothEngines]
    public async Task What_is_below_is_not_released_nor_taken_back_from_under_it(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var entries = await store.EntriesAsync();
        foreach (
            var (kind, rule) in new[]
            {
                (EntryKind.Envelope, "envelope_exceeded"),
                (EntryKind.Grant, "grant_exceeded"),
                (EntryKind.Commitment, "commitment_exceeded"),
            }
        )
        {
            var entry = entries.Single(one => one.Kind == kind);
            var reversal = await store.NextAsync(kind, entry.Number, -entry.Posting, reverses: entry.Id);
            Assert.Contains(rule, await store.RefusedAsync(reversal), StringComparison.Ordinal);
        }

        var released = LedgerRules.PostingOf(EntryKind.Release, Cent);
        Assert.Contains(
            "grant_exceeded",
            await store.RefusedAsync(await store.NextAsync(EntryKind.Release, Number, released)),
            StringComparison.Ordinal
        );
    }

    [Theory, OnBothEngines]
    public async Task Nothing_is_paid_before_the_signature(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var payment = await store.RequestAsync(Number, 0);
        await store.ValidateAsync(payment);
        foreach (var signed in new[] { $"'{Today.AddDays(1):yyyy-MM-dd}'", "NULL" })
        {
            await store.SqlAsync($"UPDATE convention SET [SignedOn] = {signed}");
            await RefusedAsync(store, Pays, EntryKind.Payment, Number, Money.FromEuros(30_000), payment);
        }
    }

    [Theory, OnBothEngines]
    public async Task Nothing_is_paid_without_each_of_its_documents(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var payment = await store.RequestAsync(Number, 1);
        await store.ValidateAsync(payment);
        var amount = Money.FromEuros(40_000);
        foreach (var kind in new[] { "SpendingStatement", "Deliverable" })
        {
            await store.SqlAsync(
                $"UPDATE budget_document SET [WithdrawnAt] = [AddedAt] WHERE [PaymentId] = {payment} AND [Kind] = '{kind}'"
            );
            await RefusedAsync(store, Pays, EntryKind.Payment, Number, amount, payment);
            await store.SqlAsync("UPDATE budget_document SET [WithdrawnAt] = NULL");
        }

        await store.SqlAsync($"UPDATE budget_document SET [PaymentId] = NULL WHERE [PaymentId] = {payment}");
        await RefusedAsync(store, Pays, EntryKind.Payment, Number, amount, payment);
    }

    [Theory, OnBothEngines]
    public async Task Nothing_is_paid_that_one_person_prepared_and_validated(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var payment = await store.RequestAsync(Number, 0);
        var amount = Money.FromEuros(30_000);
        await RefusedAsync(store, Pays, EntryKind.Payment, Number, amount, payment);
        await store.AdvanceAsync(Preparer, payment, PaymentState.DocumentsComplete);
        await store.AdvanceAsync(Preparer, payment, PaymentState.Prepared);
        await RefusedAsync(store, Pays, EntryKind.Payment, Number, amount, payment);
        foreach (
            var forged in new[]
            {
                "[ValidatedById] = [PreparedById], [State] = 'Validated'",
                "[PreparedById] = NULL, [ValidatedById] = 42",
            }
        )
        {
            Assert.Contains(
                "payment_validated_by_another",
                await store.RefusedSqlAsync($"UPDATE payment SET {forged}"),
                StringComparison.Ordinal
            );
        }
    }

    [Theory, OnBothEngines]
    public async Task An_entry_pays_one_payment_of_its_amount_and_project_once(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var payment = await store.RequestAsync(Number, 0);
        await store.ValidateAsync(payment);
        var amount = Money.FromEuros(30_000);
        await RefusedAsync(store, Pays, EntryKind.Payment, Number, amount - Cent, payment);
        await RefusedAsync(store, Pays, EntryKind.Payment, 1002, amount, payment);
        await RefusedAsync(store, Pays, EntryKind.Payment, Number, amount);
        Assert.True((await store.PayAsync(payment, "VIR-1")).Done);
        await RefusedAsync(store, Pays, EntryKind.Payment, Number, amount, payment);
    }

    [Theory, OnBothEngines]
    public async Task An_entry_is_taken_back_whole_and_once(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var grant = (await store.GrantAsync(1002, Money.FromEuros(10))).Value;
        var whole = LedgerRules.PostingOf(EntryKind.Grant, Money.FromEuros(-10));
        await RefusedAsync(EntryKind.Grant, 1002, whole + LedgerRules.PostingOf(EntryKind.Grant, Cent), grant);
        await RefusedAsync(EntryKind.Grant, 1003, whole, grant);
        await RefusedAsync(EntryKind.Release, 1002, whole, grant);
        await RefusedAsync(EntryKind.Grant, 1002, whole, grant - 1);
        await RefusedAsync(EntryKind.Grant, 1002, whole, grant + 7);

        var back = await store.NextAsync(EntryKind.Grant, 1002, whole, reverses: grant);
        await store.InsertAsync(back);
        await RefusedAsync(EntryKind.Grant, 1002, whole, grant);
        await RefusedAsync(EntryKind.Grant, 1002, -whole, back.Id);
        if (engine == TestEngine.Sqlite)
        {
            // Which would put the second in the place of the first, without asking the trigger that keeps it.
            var again = await store.RefusedSqlAsync(
                $"""
                INSERT OR REPLACE INTO ledger_entry SELECT [Id] + 1, [Kind], [Edition], [Number], [Envelope], [Fees],
                    [Granted], [Committed], [Contracted], [Paid], [AccountingDate], [RecordedAt], [RecordedBy],
                    [RecordedById], [Label], [Reverses], [PaymentId], [DecisionId], [Documents], [Hash], 'x'
                FROM ledger_entry WHERE [Id] = {back.Id}
                """
            );
            Assert.Contains(TakesBack, again, StringComparison.Ordinal);
        }

        async Task RefusedAsync(EntryKind kind, int number, Posting posting, long reverses)
        {
            var entry = await store.NextAsync(kind, number, posting, reverses: reverses);
            Assert.Contains(TakesBack, await store.RefusedAsync(entry), StringComparison.Ordinal);
        }
    }

    [Theory, OnBothEngines]
    public async Task An_entry_is_not_dated_before_the_last_of_its_project_or_envelope(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var before = Today.AddDays(-1);
        foreach (
            var (kind, number) in new (EntryKind, int?)[]
            {
                (EntryKind.Commitment, Number),
                (EntryKind.Grant, 1002),
                (EntryKind.Fee, null),
                (EntryKind.Redeployment, null),
            }
        )
        {
            var entry = await store.NextAsync(kind, number, Cent, before);
            Assert.Contains(Dated, await store.RefusedAsync(entry), StringComparison.Ordinal);
        }
    }

    [Theory, OnBothEngines]
    public async Task An_entry_moves_what_is_its_own_in_its_own_direction(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        foreach (var kind in Enum.GetValues<EntryKind>())
        {
            int? number = kind <= EntryKind.Fee ? null : Number;
            var upsideDown =
                kind is EntryKind.Redeployment or EntryKind.Contract ? Posting.Nothing
                : kind == EntryKind.Release ? -LedgerRules.PostingOf(kind, Cent)
                : LedgerRules.PostingOf(kind, Money.Zero - Cent);
            Posting both = new(Cent, Cent, Cent, Cent, Cent, Cent);
            foreach (
                var entry in new[]
                {
                    await store.NextAsync(kind, number, upsideDown),
                    await store.NextAsync(kind, number, both),
                    await store.NextAsync(kind, number is null ? Number : null, LedgerRules.PostingOf(kind, Cent)),
                }
            )
            {
                // A payment is refused before its shape is looked at.
                Assert.Contains(
                    kind == EntryKind.Payment ? Pays : "ledger_entry_shape",
                    await store.RefusedAsync(entry),
                    StringComparison.Ordinal
                );
            }
        }
    }

    private static async Task RefusedAsync(
        TestStore store,
        string rule,
        EntryKind kind,
        int? number,
        Money amount,
        long? payment = null
    ) =>
        Assert.Contains(
            rule,
            await store.RefusedAsync(await store.NextAsync(kind, number, amount, payment: payment)),
            StringComparison.Ordinal
        );
}
