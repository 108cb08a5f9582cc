using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Storage.Changes;

namespace AmiDashboard.Budgets;

/// <summary>Who hears that money moved: those who may see it, and nobody else.</summary>
public sealed class LedgerWakingTests
{
    [Theory, OnBothEngines]
    public async Task An_entry_wakes_who_sees_its_project_or_its_whole_edition(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        foreach (var edition in new[] { 1, 2 })
        {
            await store.RecordEditionAsync(edition);
            await store.RecordAsync(edition, SampleDossiers.Dossier((edition * 1000) + 1));
            await store.SetEnvelopeAsync(edition, Money.FromEuros(1_000));
            Assert.True((await store.GrantAsync((edition * 1000) + 1, Money.FromEuros(500), edition: edition)).Done);
        }

        var board = store.Get<BudgetBoard>();
        await board.StateAsync(CancellationToken.None);
        var heard = new List<string>();
        foreach (
            var (name, perimeter) in new[]
            {
                ("first edition", Perimeter.OfEdition(1)),
                ("second edition", Perimeter.OfEdition(2)),
                ("own project", Perimeter.OfApplications(1001)),
                ("another project", Perimeter.OfApplications(2001)),
                ("everything", Perimeter.Everything),
            }
        )
        {
            board.Listen(SampleBudgets.Person(50, Profile.Cdc, perimeter), () => heard.Add(name));
        }

        await store.AppendAsync(EntryKind.Commitment, 1, 1001, new Money(1));
        await store.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
        Assert.Equal(["everything", "first edition", "own project"], heard.Order(StringComparer.Ordinal));

        heard.Clear();
        await store.AppendAsync(EntryKind.Fee, 2, null, new Money(1));
        await store.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
        Assert.Equal(["everything", "second edition"], heard.Order(StringComparer.Ordinal));
    }
}
