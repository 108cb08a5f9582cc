using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Engines;
using AmiDashboard.Portability;
using AmiDashboard.Storage.Budgets;
using static AmiDashboard.Budgets.SampleBudgets;

namespace AmiDashboard.Budgets;

/// <summary>Texts that people type or paste, with what a database cannot hold among them.</summary>
public sealed class BudgetTextTests
{
    private static readonly Money Euro = Money.FromEuros(1);

    [Theory, OnBothEngines]
    public async Task Characters_that_no_database_holds_are_left_out_of_every_text(TestEngine engine)
    {
        await using var store = await engine.GrantedStoreAsync(Money.FromEuros(100));
        var fee = await store.DoAsync<RecordFee, RecordFee.Request, long>(
            new(1, Euro, Today, "Frais\0 de\u0007 gestion")
        );
        await store.DoAsync<ReverseEntry, ReverseEntry.Request, long>(new(fee, Today, "Erreur\0"));
        await store.DoAsync<RecordEnvelope, RecordEnvelope.Request, long>(new(1, Euro, Today, "Comité\0"));
        await store.DoAsync<CommitGrant, CommitGrant.Request, long>(new(Number, Euro + Euro, Today, "Engagement\0"));
        await store.DoAsync<ReleaseGrant, ReleaseGrant.Request, long>(
            new(Number, Euro, ReleaseLevel.Commitment, Today, "Reste\0")
        );
        await store.DoAsync<CommentBudget, CommentBudget.Request, long>(new(Number, "Vu\0\nle lundi"));
        await store.DoAsync<AttachDocument, AttachDocument.Request, long>(
            new(1, Number, null, DocumentKind.SignedConvention, "Signée\0", "https://documents.example.invalid/s\0")
        );
        PlannedInstalment[] schedule =
        [
            new(InstalmentKind.Advance, "Avance\0", Euro, Today, [], "Jalon\0", "Aucune\0"),
        ];
        var version = await store.DoAsync<DraftConvention, DraftConvention.Request, int>(
            new(Number, "Organisme\0", "CONV\0", Euro, Money.Zero, 30, [.. schedule], null)
        );
        await store.DoAsync<SignConvention, SignConvention.Request, int>(new(Number, Today, version));
        var (convention, instalment) = await StandingAsync(store);
        await store.DoAsync<ReviseForecast, ReviseForecast.Request, int>(new(Number, instalment.Id, Today, "Retard\0"));
        await store.DoAsync<AmendConvention, AmendConvention.Request, int>(
            new(Number, Money.Zero, [.. schedule], Today, "Avenant\0", convention.Version)
        );
        (convention, instalment) = await StandingAsync(store);
        Assert.Equal(
            ("Organisme", "CONV", "Avance", "Jalon", "Aucune"),
            (
                convention.Beneficiary,
                convention.Reference,
                instalment.Label,
                instalment.Milestone,
                instalment.Conditions
            )
        );
        var payment = await store.RequestAsync(Number, 0);
        await store.ValidateAsync(payment);
        Assert.True((await store.PayAsync(payment, "VIR\0-1")).Done);
        await store.DoAsync<ReturnPayment, ReturnPayment.Request, long>(
            new(payment, Today, "Compte clos\0", await store.VersionAsync(payment))
        );
        var other = await store.RequestAsync(Number, 0);
        Assert.True((await store.AdvanceAsync(Preparer, other, PaymentState.Rejected, "Non\0")).Done);
        convention = (await StandingAsync(store)).Convention;
        await store.DoAsync<CloseConvention, CloseConvention.Request, int>(
            new(Number, Today, "Fin\0", convention.Version)
        );

        var entries = await store.EntriesAsync();
        Assert.All(entries, entry => Assert.DoesNotContain('\0', entry.Label));
        Assert.Contains(entries, entry => entry.Label == "Frais de gestion");
        Assert.Contains(entries, entry => entry.Label == "Avance · VIR-1");
        Assert.Equal("Vu\nle lundi", (await store.FileAsync(Number)).Comments[0].Text);
        Assert.Empty(await store.FoundAsync());
    }

    [Theory, OnBothEngines]
    public async Task A_reason_of_nothing_else_is_no_reason(TestEngine engine)
    {
        await using var store = await engine.GrantedStoreAsync(Money.FromEuros(100));
        var refused = await store.Get<RecordFee>().RunAsync(Preparer, new(1, Euro, Today, "\0\u0001"));
        Assert.Equal("Refusal_ReasonMissing", refused.Refusal?.Key);
    }

    private static async Task<(Convention Convention, Instalment Instalment)> StandingAsync(TestStore store)
    {
        var convention = (await store.FileAsync(Number)).Convention!;
        return (convention, convention.Standing.First());
    }
}
