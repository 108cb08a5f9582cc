using System.Text;
using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Portability;
using AmiDashboard.Storage.Budgets;
using static AmiDashboard.Budgets.SampleBudgets;

namespace AmiDashboard.Budgets;

/// <summary>Documents that entries of the ledger quote: which may be, what is kept of them, who reads them.</summary>
public sealed class EntryDocumentTests
{
    private static readonly Money Euro = Money.FromEuros(1);
    private static readonly byte[] Text = Encoding.UTF8.GetBytes("décision;montant\r\ncomité;1000\r\n");

    [Theory, OnBothEngines]
    public async Task Entries_of_every_hand_quote_what_was_chosen_for_them_and_are_verified(TestEngine engine)
    {
        await using var store = await engine.GrantedStoreAsync(Money.FromEuros(100));
        var (decision, letter) = (
            await AddAsync(store, null, "décision.csv"),
            await AddAsync(store, Number, "lettre.csv")
        );
        var committed = await store.DoAsync<CommitGrant, CommitGrant.Request, long>(
            new(Number, Euro, Today, "Engagement", [letter, decision, letter])
        );
        long[] entries =
        [
            await store.DoAsync<RecordEnvelope, RecordEnvelope.Request, long>(
                new(1, Euro, Today, "Décision du comité", [decision])
            ),
            await store.DoAsync<RecordFee, RecordFee.Request, long>(new(1, Euro, Today, "Frais", [decision])),
            await store.DoAsync<ReleaseGrant, ReleaseGrant.Request, long>(
                new(Number, Euro, ReleaseLevel.Grant, Today, "Reste", [decision])
            ),
            await store.DoAsync<ReverseEntry, ReverseEntry.Request, long>(new(committed, Today, "Erreur", [decision])),
        ];

        var kept = (await store.EntriesAsync()).ToDictionary(entry => entry.Id);
        Assert.All(entries, id => Assert.Equal(["décision.csv"], kept[id].Documents.Select(document => document.Name)));
        Assert.Equal(["décision.csv", "lettre.csv"], kept[committed].Documents.Select(document => document.Name));
        Assert.All(entries, id => Assert.Equal(64, kept[id].Documents[0].Mark.Length));
        Assert.All(kept.Values, entry => Assert.Equal(LedgerChain.HashOf(entry), entry.Hash));
        Assert.Empty(await store.FoundAsync());
    }

    [Theory, OnBothEngines]
    public async Task Amendments_closings_and_returns_quote_too_where_they_write_an_entry(TestEngine engine)
    {
        await using var store = await engine.ContractedStoreAsync();
        var letter = await AddAsync(store, Number, "lettre.csv");
        async Task<int> VersionAsync() => (await store.FileAsync(Number)).Convention!.Version;
        async Task<string> QuotedLastAsync() => Assert.Single((await store.EntriesAsync())[^1].Documents).Name;

        var payment = await store.RequestAsync(Number, 0);
        await store.ValidateAsync(payment);
        Assert.True((await store.PayAsync(payment, "VIR-1")).Done);
        await store.DoAsync<ReturnPayment, ReturnPayment.Request, long>(
            new(payment, Today, "Compte clos", await store.VersionAsync(payment), [letter])
        );
        Assert.Equal("lettre.csv", await QuotedLastAsync());
        PlannedInstalment[] schedule = [new(InstalmentKind.Advance, "Avance", Euro, Today, [])];
        var change = Euro - Money.FromEuros(100_000);
        await store.DoAsync<AmendConvention, AmendConvention.Request, int>(
            new(Number, change, [.. schedule], Today, "Avenant", await VersionAsync(), [letter])
        );
        Assert.Equal("lettre.csv", await QuotedLastAsync());
        var nothing = await store
            .Get<AmendConvention>()
            .RunAsync(Preparer, new(Number, Money.Zero, [.. schedule], Today, "Dates", await VersionAsync(), [letter]));
        Assert.Equal("Refusal_NothingQuotes", nothing.Refusal?.Key);
        await store.DoAsync<CloseConvention, CloseConvention.Request, int>(
            new(Number, Today, "Fin", await VersionAsync(), [letter])
        );
        Assert.Equal("lettre.csv", await QuotedLastAsync());
        Assert.Empty(await store.FoundAsync());
    }

    [Theory, OnBothEngines]
    public async Task What_an_entry_quotes_is_read_by_who_may_read_the_document(TestEngine engine)
    {
        await using var store = await engine.GrantedStoreAsync(Money.FromEuros(100));
        var (decision, letter) = (
            await AddAsync(store, null, "décision.csv"),
            await AddAsync(store, Number, "lettre.csv")
        );
        var id = await store.DoAsync<CommitGrant, CommitGrant.Request, long>(
            new(Number, Euro, Today, "Engagement", [decision, letter])
        );

        async Task<(string Name, long? Id)[]> ReadAsync(Viewer viewer)
        {
            var journal = await store.Get<LedgerJournal>().RunAsync(viewer, new(Number: Number));
            var file = await store.Get<ProjectBudgetSheet>().RunAsync(viewer, new(Number));
            var entry = journal.Entries.Single(entry => entry.Id == id);
            Assert.All(
                entry.Documents,
                quoted => Assert.Equal(journal.Quoted.Of(entry, quoted)?.Id, file!.Quoted.Of(entry, quoted)?.Id)
            );
            return [.. entry.Documents.Select(quoted => (quoted.Name, journal.Quoted.Of(entry, quoted)?.Id))];
        }

        Assert.Equal([("décision.csv", decision), ("lettre.csv", letter)], await ReadAsync(Validator));
        var own = Person(7, Profile.Ministry, Perimeter.OfApplications(Number));
        Assert.Equal([("décision.csv", null), ("lettre.csv", letter)], await ReadAsync(own));
        Assert.Null(await store.Get<DocumentDownload>().RunAsync(own, new(decision)));
        Assert.Equal(Text, (await store.Get<DocumentDownload>().RunAsync(own, new(letter)))!.Content.ToArray());
        Assert.Equal(
            [letter],
            (await store.Get<BudgetDocumentList>().RunAsync(own, new(1, Number))).Select(one => one.Id)
        );
    }

    [Theory, OnBothEngines]
    public async Task An_entry_quotes_nothing_of_another_project_or_edition_nor_what_was_withdrawn(TestEngine engine)
    {
        await using var store = await engine.GrantedStoreAsync(Money.FromEuros(100));
        await store.RecordEditionAsync(2);
        Assert.True((await store.GrantAsync(1002, Euro)).Done);
        var withdrawn = await AddAsync(store, Number, "retirée.csv");
        await store.DoAsync<WithdrawDocument, WithdrawDocument.Request, int>(new(withdrawn, 0));
        var before = (await store.EntriesAsync()).Count;
        var own = await AddAsync(store, Number, "lettre.csv");
        foreach (
            var wrong in new[]
            {
                await AddAsync(store, 1002, "autre.csv"),
                await AddAsync(store, null, "édition.csv", edition: 2),
                withdrawn,
                99_999,
            }
        )
        {
            var refused = await store
                .Get<CommitGrant>()
                .RunAsync(Preparer, new(Number, Euro, Today, "Engagement", [own, wrong]));
            Assert.Equal("Refusal_DocumentNotQuotable", refused.Refusal?.Key);
        }

        // What concerns the envelope quotes nothing of one project.
        var fee = await store.Get<RecordFee>().RunAsync(Preparer, new(1, Euro, Today, "Frais", [own]));
        Assert.Equal("Refusal_DocumentNotQuotable", fee.Refusal?.Key);
        Assert.Equal(before, (await store.EntriesAsync()).Count);
    }

    [Theory, OnBothEngines]
    public async Task What_an_entry_quotes_is_withdrawn_only_once_the_entry_is_taken_back(TestEngine engine)
    {
        await using var store = await engine.GrantedStoreAsync(Money.FromEuros(100));
        var decision = await AddAsync(store, null, "décision.csv");
        var entry = await store.DoAsync<RecordEnvelope, RecordEnvelope.Request, long>(
            new(1, Euro, Today, "Redéploiement", [decision])
        );

        async Task<string?> WithdrawAsync(Viewer viewer) =>
            (await store.Get<WithdrawDocument>().RunAsync(viewer, new(decision, 0))).Refusal?.Key;

        Assert.Equal("Refusal_DocumentRelied", await WithdrawAsync(Sgpi));
        await store.DoAsync<ReverseEntry, ReverseEntry.Request, long>(new(entry, Today, "Erreur"));
        Assert.Equal(Refusal.NotFound.Key, await WithdrawAsync(Person(8, Profile.Leadership)));
        Assert.Null(await WithdrawAsync(Sgpi));
        var kept = Assert.Single(await store.Get<BudgetDocumentList>().RunAsync(Sgpi, new(1)));
        Assert.Equal(Sgpi.Name, kept.WithdrawnBy);
        Assert.Empty(await store.FoundAsync());
    }

    /// <summary>All of the same bytes: the same mark must not make one pass for the other.</summary>
    private static Task<long> AddAsync(TestStore store, int? number, string name, int edition = 1) =>
        store.DoAsync<AttachDocument, AttachDocument.Request, long>(
            new(edition, number, null, DocumentKind.Other, name, null, Text)
        );
}
