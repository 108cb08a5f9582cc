using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AmiDashboard.Engines;

/// <summary>
/// One node of the product's storage floor over a database of its own, at a time that only the test moves. Its change feed
/// runs only after <see cref="StartAsync"/>.
/// </summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly TestDatabase? owned;
    private readonly ServiceProvider services;
    private IReadOnlyList<IHostedService> running = [];

    private TestStore(DatabaseSettings settings, TestTime time, TestDatabase? owned)
    {
        (Settings, Time, this.owned) = (settings, time, owned);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(time)
            .AddStorage(settings)
            .BuildServiceProvider();
    }

    public DatabaseSettings Settings { get; }

    public TestTime Time { get; }

    /// <summary>UTC.</summary>
    public DateTime Now => Time.GetUtcNow().UtcDateTime;

    /// <param name="now">UTC; null for 1 December 2018, when the results of the first edition are known.</param>
    public static async Task<TestStore> CreateAsync(TestEngine engine, DateTime? now = null)
    {
        var database = await TestDatabase.CreateAsync(engine);
        return new TestStore(database.Settings, TimeAt(now), database);
    }

    /// <summary>One over a copy of a database that nobody has open.</summary>
    /// <param name="now">UTC.</param>
    public static async Task<TestStore> CopyAsync(TestDatabase database, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(database);
        var copy = await database.CopyAsync();
        return new TestStore(copy.Settings, TimeAt(now), copy);
    }

    /// <summary>One node over a database that the caller made, and drops.</summary>
    public static TestStore Over(TestDatabase database, DateTime? now = null) =>
        new(database.Settings, TimeAt(now), owned: null);

    /// <summary>A second node over the same database and time, with its own change feed and board. Dispose it first.</summary>
    public TestStore OpenNode() => new(Settings, Time, owned: null);

    /// <summary>The same by another way to the database.</summary>
    public TestStore OpenNode(DatabaseSettings settings) => new(settings, Time, owned: null);

    private static TestTime TimeAt(DateTime? now) =>
        new(new DateTimeOffset(now ?? new DateTime(2018, 12, 1, 9, 0, 0, DateTimeKind.Utc)));

    /// <summary>A read, an operation, or anything else of the storage floor.</summary>
    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Runs an operation as the product itself and expects it not to be refused.</summary>
    public async Task<TResult> DoAsync<TOperation, TRequest, TResult>(TRequest request, Viewer? viewer = null)
        where TOperation : IOperation<TRequest, TResult>
    {
        var outcome = await Get<TOperation>().RunAsync(viewer ?? Viewer.Product, request);
        Assert.True(outcome.Done, $"{typeof(TOperation).Name} was refused: {outcome.Refusal?.Key}");
        return outcome.Value!;
    }

    /// <summary>Starts the change feed and, on PostgreSQL, the listener.</summary>
    public async Task StartAsync()
    {
        running = [.. services.GetServices<IHostedService>()];
        foreach (var service in running)
        {
            await service.StartAsync(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in running.Reverse())
        {
            await service.StopAsync(CancellationToken.None);
        }

        await services.DisposeAsync();
        if (owned is not null)
        {
            await owned.DisposeAsync();
        }
    }
}

public static class TestStores
{
    public static Task<TestStore> CreateStoreAsync(this TestEngine engine, DateTime? now = null) =>
        TestStore.CreateAsync(engine, now);
}
