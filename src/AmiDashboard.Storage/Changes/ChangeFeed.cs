using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AmiDashboard.Storage.Changes;

/// <summary>
/// Reads the change table from where it stood and tells its subscribers, in the order of commits. Woken by this process's
/// own writes, on PostgreSQL by those of other nodes; looks by itself as well, so that another process's write to a
/// SQLite file, or a lost notification, is seen all the same.
/// </summary>
public sealed class ChangeFeed : BackgroundService
{
    private const int BatchSize = 500;

    private readonly Store store;
    private readonly ChangeSignal signal;
    private readonly TimeProvider time;
    private readonly ILogger<ChangeFeed> log;
    private readonly Lock gate = new();
    private readonly TimeSpan look;
    private readonly Listeners<Func<IReadOnlyList<ChangeRecord>, CancellationToken, Task>> subscribers = new();
    private long? position;

    internal ChangeFeed(Store store, ChangeSignal signal, TimeProvider time, ILogger<ChangeFeed> log)
    {
        this.store = store;
        this.signal = signal;
        this.time = time;
        this.log = log;
        look =
            store.Settings.Provider == DatabaseProvider.Sqlite
                ? TimeSpan.FromMilliseconds(500)
                : TimeSpan.FromSeconds(5);
    }

    /// <summary>Hears every batch from now on, one at a time; a failing subscriber is logged and does not stop the others.</summary>
    public IDisposable Subscribe(Func<IReadOnlyList<ChangeRecord>, CancellationToken, Task> subscriber) =>
        subscribers.Add(subscriber);

    /// <summary>Id of the last change committed; 0 in a new store.</summary>
    internal async Task<long> LastIdAsync(CancellationToken cancellation)
    {
        await using var context = store.Read(Viewer.Product, Right.None);
        return await context.Changes.MaxAsync(change => (long?)change.Id, cancellation) ?? 0;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await CatchUpAsync(stoppingToken);
                await signal.WaitAsync(look, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogError(failure, "The change feed could not read the change table; it tries again.");
                await Task.Delay(look, time, stoppingToken);
            }
        }
    }

    /// <summary>Where the feed stands, taken before anything is loaded from the store, so that nothing falls between.</summary>
    internal async Task<long> StandAsync(CancellationToken cancellation)
    {
        if (position is { } known)
        {
            return known;
        }

        var last = await LastIdAsync(cancellation);
        lock (gate)
        {
            // Who asked first has loaded from there already: a later look must not step over what came between.
            return position ??= last;
        }
    }

    internal async Task CatchUpAsync(CancellationToken cancellation)
    {
        var from = await StandAsync(cancellation);
        while (true)
        {
            List<ChangeRecord> batch;
            await using (var context = store.Read(Viewer.Product, Right.None))
            {
                batch = await context
                    .Changes.Where(change => change.Id > from)
                    .OrderBy(change => change.Id)
                    .Take(BatchSize)
                    .ToListAsync(cancellation);
            }

            if (batch.Count == 0)
            {
                return;
            }

            foreach (var subscriber in subscribers.Present)
            {
                try
                {
                    await subscriber(batch, cancellation);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    log.LogError(failure, "A subscriber of the change feed failed.");
                }
            }

            from = batch[^1].Id;
            lock (gate)
            {
                position = from;
            }
        }
    }
}
