using System.Runtime.CompilerServices;
using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Budgets;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard;

/// <summary>What no row may hold, whichever operation brings it.</summary>
public sealed class LastDoorTests
{
    [Theory, OnBothEngines]
    public async Task No_operation_keeps_a_day_that_nobody_means_in_any_column(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await using var context = Engine.Of(store.Settings)(Perimeter.Everything);
        var days = context
            .Model.GetEntityTypes()
            .SelectMany(type => type.GetProperties())
            .Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(DateOnly))
            .ToList();
        Assert.True(days.Count > 10);
        foreach (var property in days)
        {
            context.ChangeTracker.Clear();
            var row = context.Entry(RuntimeHelpers.GetUninitializedObject(property.DeclaringType.ClrType));
            row.State = EntityState.Added;
            foreach (var other in days.Where(other => other.DeclaringType == property.DeclaringType))
            {
                row.CurrentValues[other] = new DateOnly(2019, 1, 1);
            }

            LastDoor.Pass([row], isOfOperation: true);
            foreach (var day in new[] { DateOnly.MinValue, DateOnly.MaxValue })
            {
                row.CurrentValues[property] = day;
                Assert.Throws<UnmeantDayException>(() => LastDoor.Pass([row], isOfOperation: true));
                LastDoor.Pass([row], isOfOperation: false);
            }
        }
    }

    [Theory, OnBothEngines]
    public async Task Such_a_day_is_refused_as_a_value_and_nothing_is_written(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        var request = new RecordEnvelope.Request(1, new Money(100), DateOnly.MinValue, "Essai");

        var refused = await store.Get<RecordEnvelope>().RunAsync(Viewer.Product, request);
        Assert.Equal(ProgrammeDays.Unmeant, refused.Refusal);

        await store.DoAsync<RecordEnvelope, RecordEnvelope.Request, long>(request with { On = new(2018, 6, 14) });
        Assert.Equal(1, (await store.Get<LedgerJournal>().RunAsync(Viewer.Product, new())).Total);
    }

    [Theory, OnBothEngines]
    public async Task Text_loses_what_the_database_cannot_keep(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await store.RecordAsync(1, SampleDossiers.Dossier(1001));
        var before = await SheetAsync(store);

        await store.DoAsync<ChangeStage, ChangeStage.Request, int>(
            new(1001, StageRules.After(before.Stage)[0], "Reçu\0 \ud800et lu\n", before.Version)
        );

        Assert.Equal("Reçu et lu", (await SheetAsync(store)).StageChanges[^1].Reason);
    }

    [Theory, OnBothEngines]
    public async Task A_list_from_outside_stays_within_what_a_query_can_hold(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await store.RecordAsync(1, SampleDossiers.Dossier(1001));
        var filter = new ApplicationFilter
        {
            Search = SearchWords.Of(string.Join(' ', Enumerable.Repeat("1001", 20_000))),
            Numbers = NumberSet.Read(string.Join(',', Enumerable.Range(1001, NumberSet.Most))),
            DepositedFrom = DateOnly.MinValue,
            DepositedTo = DateOnly.MaxValue,
        };
        foreach (var day in new DateOnly?[] { null, DateOnly.MaxValue })
        {
            foreach (var page in new[] { 0, int.MaxValue, int.MinValue })
            {
                var found = await store
                    .Get<ApplicationList>()
                    .RunAsync(Viewer.Product, new(filter with { AsOf = day }, Page: page, Size: 1000));
                Assert.Equal(1, found.Total);
                Assert.Equal(page == int.MaxValue ? 0 : 1, found.Rows.Count);
            }
        }
    }

    private static async Task<Application> SheetAsync(TestStore store) =>
        (await store.Get<ApplicationSheet>().RunAsync(Viewer.Product, new(1001)))!.Application;
}
