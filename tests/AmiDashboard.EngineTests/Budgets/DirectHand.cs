using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Portability;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Budgets;

/// <summary>A hand in the database, past every operation: it knows the tables, the chain and the triggers.</summary>
internal static class DirectHand
{
    private static readonly string[] Triggers =
    [
        "ledger_entry_follows",
        "ledger_entry_counts",
        "ledger_entry_stays",
        "ledger_entry_remains",
    ];

    /// <summary>One statement of SQL; what is in brackets is taken for a name that both engines quote.</summary>
    [SuppressMessage("Security", "EF1002", Justification = "Tests write the statements.")]
    public static async Task<int> SqlAsync(this TestStore store, string statement)
    {
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        return await context.Database.ExecuteSqlRawAsync(Regex.Replace(statement, @"\[(\w+)\]", "\"$1\""));
    }

    /// <summary>What the database answers to a statement that it must refuse.</summary>
    public static async Task<string> RefusedSqlAsync(this TestStore store, string statement)
    {
        var failure = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => store.SqlAsync(statement));
        return failure.Message;
    }

    /// <summary>From now on the ledger takes whatever it is given.</summary>
    public static async Task DropTriggersAsync(this TestStore store, TestEngine engine)
    {
        if (engine == TestEngine.PostgreSql)
        {
            await store.SqlAsync("ALTER TABLE ledger_entry DISABLE TRIGGER USER");
            return;
        }

        foreach (var trigger in Triggers)
        {
            await store.SqlAsync($"DROP TRIGGER {trigger}");
        }
    }

    /// <summary>An entry as the next one of the ledger, with the right chain; nobody asked whether it may be.</summary>
    public static async Task<LedgerEntry> NextAsync(
        this TestStore store,
        EntryKind kind,
        int? number,
        Posting posting,
        DateOnly? on = null,
        long? reverses = null,
        long? payment = null
    )
    {
        var last = (await store.EntriesAsync()).LastOrDefault();
        var entry = new LedgerEntry
        {
            Id = (last?.Id ?? 0) + 1,
            Kind = kind,
            Edition = 1,
            Number = number,
            Envelope = posting.Envelope,
            Fees = posting.Fees,
            Granted = posting.Granted,
            Committed = posting.Committed,
            Contracted = posting.Contracted,
            Paid = posting.Paid,
            AccountingDate = on ?? ParisTime.DayOf(store.Now),
            RecordedAt = store.Now,
            RecordedBy = "Une main",
            RecordedById = 0,
            Label = "Une main",
            Reverses = reverses,
            PaymentId = payment,
            PreviousHash = last?.Hash ?? LedgerChain.Beginning,
        };
        entry.Hash = LedgerChain.HashOf(entry);
        return entry;
    }

    /// <summary>The same, of what an entry of the kind moves by an amount.</summary>
    public static Task<LedgerEntry> NextAsync(
        this TestStore store,
        EntryKind kind,
        int? number,
        Money amount,
        DateOnly? on = null,
        long? reverses = null,
        long? payment = null
    ) => store.NextAsync(kind, number, LedgerRules.PostingOf(kind, amount), on, reverses, payment);

    public static async Task InsertAsync(this TestStore store, LedgerEntry entry)
    {
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        context.LedgerEntries.Add(entry);
        await context.SaveChangesAsync();
    }

    /// <summary>What the database says to an insert that it must refuse.</summary>
    public static async Task<string> RefusedAsync(this TestStore store, LedgerEntry entry)
    {
        var before = await store.EntriesAsync();
        var failure = await Assert.ThrowsAnyAsync<DbUpdateException>(() => store.InsertAsync(entry));
        Assert.Equal(before.Count, (await store.EntriesAsync()).Count);
        return failure.InnerException!.Message;
    }

    /// <summary>Writes the hashes anew from an entry on, as who hides a change would.</summary>
    public static async Task ChainAgainAsync(this TestStore store, long from)
    {
        var previous = LedgerChain.Beginning;
        foreach (var entry in await store.EntriesAsync())
        {
            if (entry.Id >= from)
            {
                await store.SqlAsync($"UPDATE ledger_entry SET [PreviousHash] = '{previous}' WHERE [Id] = {entry.Id}");
                var again = (await store.EntriesAsync()).Single(one => one.Id == entry.Id);
                entry.Hash = LedgerChain.HashOf(again);
                await store.SqlAsync($"UPDATE ledger_entry SET [Hash] = '{entry.Hash}' WHERE [Id] = {entry.Id}");
            }

            previous = entry.Hash;
        }
    }

    /// <summary>
    /// The keys of all that verification finds, each once; every one of them has its sentence. Without those of triggers:
    /// the hand that took them away knows.
    /// </summary>
    public static async Task<string[]> FoundAsync(this TestStore store)
    {
        var result = await new VerifyStore(store.Get<Store>()).RunAsync();
        Assert.All(result.Findings, finding => Assert.NotEqual(finding.Key, PortabilityTexts.Say(finding)));
        return
        [
            .. result
                .Findings.Select(finding => finding.Key)
                .Where(key => !key.StartsWith("Verify_Rule", StringComparison.Ordinal))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }
}
