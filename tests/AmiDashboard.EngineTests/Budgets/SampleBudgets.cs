using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Budgets;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Budgets;

/// <summary>Money for tests: an envelope, grants, and a project that is contracted and ready to be paid.</summary>
internal static class SampleBudgets
{
    public const int Number = 1001;

    public static readonly DateOnly Today = new(2018, 12, 1);

    private static readonly FilledStore Contracted = new(async store =>
    {
        await store.FillGrantedAsync(Money.FromEuros(100_000));
        await store.ContractAsync(Number, Money.FromEuros(100_000));
    });

    public static readonly Viewer Sgpi = Person(31, Profile.Sgpi);
    public static readonly Viewer Preparer = Person(41, Profile.Cdc);
    public static readonly Viewer Validator = Person(42, Profile.Cdc);

    public static Viewer Person(int id, Profile profile, Perimeter? perimeter = null) =>
        new(id, $"{profile} {id}", [new HeldProfile(profile, perimeter ?? Perimeter.Everything)]);

    /// <summary>Brings the envelope of an edition to an amount; null leaves it as it is.</summary>
    public static async Task SetEnvelopeAsync(this TestStore store, int edition, Money? envelope)
    {
        if (envelope is not { } wanted)
        {
            return;
        }

        var now = (await store.EditionBalanceAsync(edition)).Envelope;
        await store.DoAsync<RecordEnvelope, RecordEnvelope.Request, long>(
            new(edition, wanted - now, ParisTime.DayOf(store.Now), "Décision du comité")
        );
    }

    /// <summary>Grants a project an amount without the sessions that come before.</summary>
    public static Task<Outcome<long>> GrantAsync(
        this TestStore store,
        int number,
        Money amount,
        DateOnly? on = null,
        int edition = 1
    ) => store.AppendAsync(EntryKind.Grant, edition, number, amount, on);

    /// <summary>An entry of any kind, straight into the ledger.</summary>
    public static Task<Outcome<long>> AppendAsync(
        this TestStore store,
        EntryKind kind,
        int edition,
        int? number,
        Money amount,
        DateOnly? on = null,
        ReleaseLevel level = ReleaseLevel.Grant
    ) =>
        store
            .Get<Store>()
            .WriteAsync<long>(
                Viewer.Product,
                Right.None,
                "Append",
                async writing =>
                {
                    var entry = await Ledger.AppendAsync(
                        writing,
                        Viewer.Product,
                        new(
                            kind,
                            edition,
                            number,
                            LedgerRules.PostingOf(kind, amount, level),
                            on ?? ParisTime.DayOf(store.Now),
                            $"{kind}-{number}"
                        ),
                        CancellationToken.None
                    );
                    return entry.Done ? entry.Value.Id : entry.Refusal;
                },
                CancellationToken.None
            );

    public static async Task<Posting> EditionBalanceAsync(this TestStore store, int edition)
    {
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        return (await Ledger.EditionAsync(context, edition, CancellationToken.None)).Posting;
    }

    public static async Task<Posting> ProjectBalanceAsync(this TestStore store, int number)
    {
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        return (await Ledger.ProjectAsync(context, number, CancellationToken.None)).Posting;
    }

    public static async Task<List<LedgerEntry>> EntriesAsync(this TestStore store)
    {
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        return await context.LedgerEntries.OrderBy(entry => entry.Id).ToListAsync();
    }

    /// <summary>Advance of 30 %, an instalment of 40 %, a balance of 30 %, each with its documents.</summary>
    public static PlannedInstalment[] Schedule(Money amount)
    {
        var (advance, middle) = (new Money(amount.Cents * 30 / 100), new Money(amount.Cents * 40 / 100));
        return
        [
            new(InstalmentKind.Advance, "Avance", advance, new DateOnly(2019, 1, 15), []),
            new(
                InstalmentKind.Instalment,
                "Acompte",
                middle,
                new DateOnly(2019, 5, 15),
                [DocumentKind.SpendingStatement, DocumentKind.Deliverable],
                "Prototype"
            ),
            new(
                InstalmentKind.Balance,
                "Solde",
                amount - advance - middle,
                new DateOnly(2019, 11, 15),
                [DocumentKind.SpendingStatement, DocumentKind.ServiceDone]
            ),
        ];
    }

    /// <summary>An edition with applications, an envelope of a million euros, and one project contracted for 100 000 €.</summary>
    public static Task<TestStore> ContractedStoreAsync(this TestEngine engine) => Contracted.CopyAsync(engine);

    /// <summary>The same where nothing is committed yet.</summary>
    public static async Task<TestStore> GrantedStoreAsync(this TestEngine engine, Money grant)
    {
        var store = await engine.CreateStoreAsync();
        await store.FillGrantedAsync(grant);
        return store;
    }

    private static async Task FillGrantedAsync(this TestStore store, Money grant)
    {
        await store.RecordEditionAsync(1);
        await store.RecordAsync(1, [.. Enumerable.Range(Number, 4).Select(number => SampleDossiers.Dossier(number))]);
        await store.SetEnvelopeAsync(1, Money.FromEuros(1_000_000));
        Assert.True((await store.GrantAsync(Number, grant)).Done);
    }

    /// <summary>Commits, drafts and signs.</summary>
    public static async Task ContractAsync(this TestStore store, int number, Money amount)
    {
        var today = ParisTime.DayOf(store.Now);
        await store.DoAsync<CommitGrant, CommitGrant.Request, long>(new(number, amount, today, "Engagement"));
        var version = await store.DoAsync<DraftConvention, DraftConvention.Request, int>(
            new(number, $"Organisme-{number}", $"CONV-{number}", amount, Money.Zero, 30, [.. Schedule(amount)], null)
        );
        await store.AddDocumentAsync(number, DocumentKind.SignedConvention);
        await store.DoAsync<SignConvention, SignConvention.Request, int>(new(number, today, version));
    }

    /// <summary>A document known by its address.</summary>
    public static async Task AddDocumentAsync(
        this TestStore store,
        int number,
        DocumentKind kind,
        long? paymentId = null
    ) =>
        await store.DoAsync<AttachDocument, AttachDocument.Request, long>(
            new(
                (await store.FileAsync(number)).Edition,
                number,
                paymentId,
                kind,
                $"{kind}-{number}",
                $"https://documents.example.invalid/{kind}-{number}"
            )
        );

    public static async Task<ProjectFile> FileAsync(this TestStore store, int number) =>
        (await store.Get<ProjectBudgetSheet>().RunAsync(Viewer.Product, new(number)))!;

    /// <summary>Asks for a payment of a whole instalment, by its place in the schedule, and hands in its documents.</summary>
    public static async Task<long> RequestAsync(this TestStore store, int number, int instalment)
    {
        var file = await store.FileAsync(number);
        var asked = file.Convention!.Standing.ElementAt(instalment);
        var id = await store.DoAsync<RequestPayment, RequestPayment.Request, long>(new(number, asked.Id, asked.Amount));
        foreach (var kind in asked.Required)
        {
            await store.AddDocumentAsync(number, kind, id);
        }

        return id;
    }

    public static async Task<Outcome<int>> AdvanceAsync(
        this TestStore store,
        Viewer viewer,
        long payment,
        PaymentState to,
        string? reason = null
    ) =>
        await store.Get<AdvancePayment>().RunAsync(viewer, new(payment, to, reason, await store.VersionAsync(payment)));

    /// <summary>From the request to the day before it is paid, by two people.</summary>
    public static async Task ValidateAsync(this TestStore store, long payment)
    {
        Assert.True((await store.AdvanceAsync(Preparer, payment, PaymentState.DocumentsComplete)).Done);
        Assert.True((await store.AdvanceAsync(Preparer, payment, PaymentState.Prepared)).Done);
        Assert.True((await store.AdvanceAsync(Validator, payment, PaymentState.Validated)).Done);
    }

    public static async Task<Outcome<long>> PayAsync(this TestStore store, long payment, string reference) =>
        await store
            .Get<RecordPayment>()
            .RunAsync(
                Validator,
                new(payment, ParisTime.DayOf(store.Now), reference, await store.VersionAsync(payment))
            );

    public static async Task<int> VersionAsync(this TestStore store, long payment)
    {
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        return await context.Payments.Where(one => one.Id == payment).Select(one => one.Version).SingleAsync();
    }
}
