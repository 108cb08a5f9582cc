using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Scores;
using AmiDashboard.Engines;
using AmiDashboard.Scores;
using AmiDashboard.Storage.Budgets;

namespace AmiDashboard.Budgets;

/// <summary>From SGPI's signature to the ledger.</summary>
public sealed class RecordGrantsTests
{
    private const int Laureate = 1001;
    private const int Other = 1002;

    private static readonly Money Envelope = Money.FromEuros(1_000);

    [Theory, OnBothEngines]
    public async Task A_signed_decision_is_granted_in_the_same_act(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(Laureate, Other);
        await store.SetEnvelopeAsync(1, Envelope);
        await ActAsync(store, euros: 100);
        Assert.Equal(Money.FromEuros(100), (await store.ProjectBalanceAsync(Laureate)).Granted);
        Assert.Equal(Money.Zero, (await store.ProjectBalanceAsync(Other)).Granted);
        Assert.NotNull((await store.EntriesAsync())[^1].DecisionId);
    }

    [Theory, OnBothEngines]
    public async Task What_was_signed_before_there_was_an_envelope_is_granted_once_there_is_one(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(Laureate, Other);
        await ActAsync(store, euros: 100);
        Assert.Empty(await store.EntriesAsync());
        Assert.Equal("Refusal_EnvelopeOverdrawn", (await GrantAsync(store)).Refusal?.Key);
        await store.SetEnvelopeAsync(1, Envelope);
        var letter = await store.DoAsync<AttachDocument, AttachDocument.Request, long>(
            new(1, null, null, DocumentKind.Other, "Décision", "https://documents.example.invalid/d")
        );
        Assert.Equal(1, (await store.Get<RecordGrants>().RunAsync(SampleBudgets.Sgpi, new(1, [letter]))).Value);
        Assert.Equal(Money.FromEuros(100), (await store.ProjectBalanceAsync(Laureate)).Granted);
        Assert.Equal(
            [new EntryDocument("Décision", "https://documents.example.invalid/d")],
            (await store.EntriesAsync())[^1].Documents
        );
        Assert.Equal("Refusal_NothingToGrant", (await GrantAsync(store)).Refusal?.Key);
    }

    [Theory, OnBothEngines]
    public async Task An_older_decision_does_not_undo_the_last_one(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(Laureate, Other);
        await ActAsync(store, euros: 100);
        await store.SetEnvelopeAsync(1, Envelope);
        await store.MoveAsync(Laureate, Stage.Shortlisted);
        await ActAsync(store, euros: 80);
        Assert.Equal(Money.FromEuros(80), (await store.ProjectBalanceAsync(Laureate)).Granted);
        Assert.Equal("Refusal_NothingToGrant", (await GrantAsync(store)).Refusal?.Key);
        Assert.Equal(Money.FromEuros(80), (await store.ProjectBalanceAsync(Laureate)).Granted);
    }

    private static Task<Outcome<int>> GrantAsync(TestStore store) =>
        store.Get<RecordGrants>().RunAsync(SampleBudgets.Sgpi, new(1));

    /// <summary>Jury, COPIL and SGPI, all of one mind.</summary>
    private static async Task ActAsync(TestStore store, int euros)
    {
        foreach (var body in Enum.GetValues<DecidingBody>())
        {
            var id = await store.OpenAsync(body);
            foreach (var application in (await store.SessionAsync(id)).Basis.Applications)
            {
                await store.DecideAsync(
                    id,
                    application.Number == Laureate
                        ? (Laureate, Verdict.Laureate, Money.FromEuros(euros))
                        : (application.Number, Verdict.NotSelected, null)
                );
            }

            await store.CloseAsync(id);
        }
    }
}
