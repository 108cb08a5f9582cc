using AmiDashboard.Applications;
using AmiDashboard.Budgets;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Engines;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Portability;

namespace AmiDashboard.Portability;

/// <summary>What verification says of a ledger that a hand in the database changed.</summary>
public sealed class VerifyLedgerTests
{
    private const int Number = 1001;

    internal static readonly FilledStore Filled = new(async store =>
    {
        await store.RecordEditionAsync(1);
        await store.RecordAsync(1, SampleDossiers.Dossier(Number), SampleDossiers.Dossier(1002));
        await store.FillAsync(1, Number, 1002);
    });

    [Theory, OnBothEngines]
    public async Task A_ledger_that_only_operations_wrote_is_sound(TestEngine engine)
    {
        await using var store = await Filled.CopyAsync(engine);

        var result = await new VerifyStore(store.Get<Store>()).RunAsync();

        Assert.Empty(result.Findings.Select(PortabilityTexts.Say));
        Assert.Equal((await store.EntriesAsync()).Count, result.Entries);
    }

    [Theory, OnBothEngines]
    public async Task The_database_lets_nobody_change_remove_or_forge_an_entry(TestEngine engine)
    {
        await using var store = await Filled.CopyAsync(engine);
        const string Stays = "ledger: an entry is never changed nor removed";
        string[] statements =
        [
            "UPDATE ledger_entry SET [Paid] = [Paid] + 1 WHERE [Id] = 9",
            "UPDATE ledger_entry SET [Label] = 'Autre'",
            "DELETE FROM ledger_entry WHERE [Id] = (SELECT MAX([Id]) FROM ledger_entry)",
            engine == TestEngine.PostgreSql ? "TRUNCATE ledger_entry" : "DELETE FROM ledger_entry",
            .. engine == TestEngine.PostgreSql ? ["TRUNCATE payment CASCADE"] : (string[])[],
        ];
        foreach (var statement in statements)
        {
            Assert.Contains(Stays, await store.RefusedSqlAsync(statement), StringComparison.Ordinal);
        }

        var last = (await store.EntriesAsync())[^1];
        foreach (
            var (id, hash) in new[]
            {
                (last.Id, last.PreviousHash),
                (last.Id + 2, last.Hash),
                (last.Id + 1, last.PreviousHash),
                (last.Id + 1, ""),
                (0, last.Hash),
            }
        )
        {
            Assert.Contains(
                "ledger: an entry follows the one before",
                await store.RefusedSqlAsync(CopyOf(last.Id, $"{id}", hash)),
                StringComparison.Ordinal
            );
        }

        Assert.Empty(await store.FoundAsync());
    }

    [Theory, OnBothEngines]
    public async Task Any_fact_of_an_entry_that_is_changed_breaks_its_hash(TestEngine engine)
    {
        await using var store = await Filled.CopyAsync(engine);
        await store.DropTriggersAsync(engine);
        var entry = (await store.EntriesAsync()).Last(one => one.Kind == EntryKind.Payment && one.Reverses is null);
        foreach (
            var (column, changed) in new[]
            {
                ("Paid", "[Paid] + 1"),
                ("AccountingDate", "'2018-11-30'"),
                ("RecordedAt", "'2018-12-01 09:00:01'"),
                ("RecordedBy", "'Autre'"),
                ("RecordedById", "99"),
                ("Label", "[Label] || ' '"),
                ("DecisionId", "7"),
                ("Documents", "'[]'"),
                ("Number", "1002"),
                ("Edition", "2"),
            }
        )
        {
            await store.SqlAsync($"CREATE TABLE kept AS SELECT * FROM ledger_entry WHERE [Id] = {entry.Id}");
            await store.SqlAsync($"UPDATE ledger_entry SET [{column}] = {changed} WHERE [Id] = {entry.Id}");
            var found = Assert.Single(await store.FindingsAsync("Verify_LedgerHash"));
            Assert.Equal(entry.Id, found.Arguments[0]);
            await store.SqlAsync(
                $"UPDATE ledger_entry SET [{column}] = (SELECT [{column}] FROM kept) WHERE [Id] = {entry.Id}"
            );
            await store.SqlAsync("DROP TABLE kept");
        }

        Assert.Empty(await store.FoundAsync());
    }

    [Theory, OnBothEngines]
    public async Task A_change_that_is_chained_anew_is_found_by_the_balances(TestEngine engine)
    {
        await using var store = await Filled.CopyAsync(engine);
        await store.DropTriggersAsync(engine);
        var grant = (await store.EntriesAsync()).First(one => one.Number == 1002);

        await store.SqlAsync(
            $"UPDATE ledger_entry SET [Granted] = [Granted] + 1 WHERE [Kind] = 'Grant' AND [Id] >= {grant.Id + 2} AND [Number] = 1002"
        );
        Assert.Contains("Verify_LedgerHash", await store.FoundAsync());
        await store.ChainAgainAsync(grant.Id);

        Assert.Equal(["Verify_EditionBalance", "Verify_ProjectBalance"], await store.FoundAsync());
    }

    [Theory, OnBothEngines]
    public async Task A_payment_made_larger_everywhere_in_the_ledger_is_found_by_the_payment(TestEngine engine)
    {
        await using var store = await Filled.CopyAsync(engine);
        await store.DropTriggersAsync(engine);
        var entry = (await store.EntriesAsync()).Last(one => one.Kind == EntryKind.Payment);
        await store.SqlAsync($"UPDATE ledger_entry SET [Paid] = [Paid] + 100 WHERE [Id] = {entry.Id}");
        await store.SqlAsync("UPDATE edition_balance SET [Paid] = [Paid] + 100");
        await store.SqlAsync($"UPDATE project_balance SET [Paid] = [Paid] + 100 WHERE [Number] = {Number}");
        await store.ChainAgainAsync(entry.Id);

        Assert.Equal(["Verify_PaymentEntry"], await store.FoundAsync());
    }

    [Theory, OnBothEngines]
    public async Task A_row_that_is_taken_out_is_missed(TestEngine engine)
    {
        await using var store = await Filled.CopyAsync(engine);
        await store.DropTriggersAsync(engine);
        // The fee is the second entry of the edition; nothing refers to it.
        await store.SqlAsync("DELETE FROM ledger_entry WHERE [Id] = 2");

        Assert.Equal(["Verify_EditionBalance", "Verify_LedgerGap"], await store.FoundAsync());
        Assert.Equal([1L, 3L], Assert.Single(await store.FindingsAsync("Verify_LedgerGap")).Arguments);
    }

    [Theory, OnBothEngines]
    public async Task A_last_row_that_is_taken_out_is_missed_even_where_balances_are_made_to_agree(TestEngine engine)
    {
        await using var store = await Filled.CopyAsync(engine);
        Assert.True((await store.GrantAsync(1002, new Money(7))).Done);
        await store.DropTriggersAsync(engine);
        var last = (await store.EntriesAsync())[^1];
        await store.SqlAsync($"DELETE FROM ledger_entry WHERE [Id] = {last.Id}");
        await store.SqlAsync("UPDATE edition_balance SET [Granted] = [Granted] - 7");
        await store.SqlAsync("UPDATE project_balance SET [Granted] = [Granted] - 7 WHERE [Number] = 1002");

        Assert.Equal(["Verify_LedgerTruncated"], await store.FoundAsync());
        Assert.Equal([last.Id, last.Id], Assert.Single(await store.FindingsAsync("Verify_LedgerTruncated")).Arguments);

        // What an operation writes in its place is told of as well: the same entry twice.
        await store.InsertAsync(await store.NextAsync(EntryKind.Grant, 1002, new Money(9)));
        await store.SqlAsync("UPDATE edition_balance SET [Granted] = [Granted] + 9");
        await store.SqlAsync("UPDATE project_balance SET [Granted] = [Granted] + 9 WHERE [Number] = 1002");
        await store.SqlAsync(
            "INSERT INTO change_record ([RecordedAt], [RecordedBy], [Operation], [Touched]) "
                + $"SELECT [RecordedAt], [RecordedBy], [Operation], [Touched] FROM change_record ORDER BY [Id] DESC LIMIT 1"
        );
        Assert.Equal(["Verify_LedgerToldTwice"], await store.FoundAsync());
    }

    [Theory, OnBothEngines]
    public async Task A_row_put_in_is_found(TestEngine engine)
    {
        await using var store = await Filled.CopyAsync(engine);

        // Well made, and within the rules: the database takes it, and no operation tells of it.
        var forged = await store.NextAsync(EntryKind.Grant, 1002, new Money(7));
        await store.InsertAsync(forged);
        Assert.Equal(["Verify_LedgerUntold"], await store.FoundAsync());
        Assert.Equal([forged.Id, forged.Id], Assert.Single(await store.FindingsAsync("Verify_LedgerUntold")).Arguments);

        await store.DropTriggersAsync(engine);
        await store.SqlAsync(CopyOf(forged.Id, $"{forged.Id + 1}", "0"));
        Assert.Equal(
            ["Verify_EditionBalance", "Verify_LedgerLink", "Verify_LedgerUntold", "Verify_ProjectBalance"],
            await store.FoundAsync()
        );
    }

    [Theory, OnBothEngines]
    public async Task Entries_that_break_a_rule_are_found_whatever_the_balances_say(TestEngine engine)
    {
        await using var store = await Filled.CopyAsync(engine);
        await store.DropTriggersAsync(engine);
        await store.InsertAsync(await store.NextAsync(EntryKind.Grant, 1002, Money.FromEuros(2_000_000)));
        Assert.Contains("Verify_LedgerEnvelope", await store.FoundAsync());
        await store.InsertAsync(await store.NextAsync(EntryKind.Payment, 1002, new Money(1)));
        Assert.Contains("Verify_LedgerProject", await store.FoundAsync());
        Assert.Contains("Verify_EntryOfNoPayment", await store.FoundAsync());
        await store.InsertAsync(
            await store.NextAsync(EntryKind.Fee, null, new Money(1), SampleBudgets.Today.AddDays(-1))
        );
        Assert.Contains("Verify_LedgerDate", await store.FoundAsync());
        await store.InsertAsync(await store.NextAsync(EntryKind.Fee, null, new Money(-1), reverses: 2));
        Assert.Contains("Verify_LedgerReversal", await store.FoundAsync());
    }

    private static string CopyOf(long entry, string id, string previousHash) =>
        $"""
            INSERT INTO ledger_entry ([Id], [Kind], [Edition], [Number], [Envelope], [Fees], [Granted], [Committed],
                [Contracted], [Paid], [AccountingDate], [RecordedAt], [RecordedBy], [RecordedById], [Label],
                [Documents], [PreviousHash], [Hash])
            SELECT {id}, 'Grant', [Edition], 1002, 0, 0, 7, 0, 0, 0, [AccountingDate], [RecordedAt], [RecordedBy],
                [RecordedById], [Label], '[]', '{previousHash}', [Hash]
            FROM ledger_entry WHERE [Id] = {entry}
            """;
}
