using System.Collections.Concurrent;

namespace AmiDashboard.Engines;

/// <summary>
/// What many tests begin with: filled once a run and engine, and then copied, so that each test has a store of its own.
/// </summary>
/// <param name="fill">Brings a store without a row to where the tests begin.</param>
/// <param name="now">UTC, when filling begins; null for the usual day of tests. A copy stands at the time of its end.</param>
internal sealed class FilledStore(Func<TestStore, Task> fill, DateTime? now = null)
{
    private readonly ConcurrentDictionary<TestEngine, Lazy<Task<(TestDatabase Database, DateTime At)>>> filled = new();

    public async Task<TestStore> CopyAsync(TestEngine engine)
    {
        var (database, at) = await filled.GetOrAdd(engine, one => new(() => FillAsync(one))).Value;
        return await TestStore.CopyAsync(database, at);
    }

    private async Task<(TestDatabase, DateTime)> FillAsync(TestEngine engine)
    {
        var database = await TestDatabase.CreateAsync(engine);
        DateTime at;
        await using (var store = TestStore.Over(database, now))
        {
            await fill(store);
            at = store.Now;
        }

        await database.CloseAsync();
        return (database, at);
    }
}
