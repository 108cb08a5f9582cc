using System.Collections.Concurrent;
using System.Data.Common;
using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Budgets;
using Microsoft.EntityFrameworkCore;
using static AmiDashboard.Budgets.SampleBudgets;

namespace AmiDashboard.Budgets;

/// <summary>The database server itself killed under its writers: what it acknowledged, it has after it recovered.</summary>
public sealed class LedgerCrashTests
{
    private const int Crashes = 4;
    private const int Writers = 6;

    [Fact]
    public async Task What_was_acknowledged_survives_the_server()
    {
        await using var cluster = await PostgreSqlCluster.StartCarefulAsync();
        await using var database = await TestDatabase.CreateOnAsync(cluster);
        await using var store = TestStore.Over(database);
        await store.RecordEditionAsync(1);
        await store.SetEnvelopeAsync(1, Money.FromEuros(1_000));
        var acknowledged = new ConcurrentDictionary<long, string>();
        for (var crash = 1; crash <= Crashes; crash++)
        {
            var enough = acknowledged.Count + (30 * crash);
            var writers = Enumerable
                .Range(0, Writers)
                .Select(writer => Task.Run(() => WriteAsync(store, $"{crash}-{writer}", acknowledged)))
                .ToList();
            while (acknowledged.Count < enough && !writers.TrueForAll(writer => writer.IsCompleted))
            {
                await Task.Delay(5);
            }

            await cluster.CrashAsync();
            await Task.WhenAll(writers);
            var entries = (await store.EntriesAsync()).ToDictionary(entry => entry.Id);
            Assert.All(acknowledged, one => Assert.Equal(one.Value, entries[one.Key].Label));
            Assert.Empty(await store.FoundAsync());
        }

        Assert.True(acknowledged.Count >= 30 * Crashes);
    }

    /// <summary>Writes until the server is gone.</summary>
    private static async Task WriteAsync(TestStore store, string mark, ConcurrentDictionary<long, string> acknowledged)
    {
        try
        {
            for (var turn = 0; ; turn++)
            {
                var label = $"{mark}-{turn}";
                var done =
                    turn % 2 == 0
                        ? await store.Get<RecordFee>().RunAsync(Viewer.Product, new(1, new(1), Today, label))
                        : await store.Get<RecordEnvelope>().RunAsync(Viewer.Product, new(1, new(1), Today, label));
                Assert.True(done.Done, done.Refusal?.Key);
                Assert.True(acknowledged.TryAdd(done.Value, label), $"{done.Value} was given twice.");
            }
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException or InvalidOperationException)
        {
            // Gone with the server: whether it was written, nobody was told.
        }
    }
}
