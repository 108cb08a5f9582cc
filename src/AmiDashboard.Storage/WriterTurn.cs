using System.Collections.Concurrent;

namespace AmiDashboard.Storage;

/// <summary>
/// SQLite has one writer at a time, and lets the others look again every now and then: under load one of many finds it busy
/// until it gives up. Those of this process queue up instead, in the order in which they came; none holds a thread meanwhile.
/// PostgreSQL queues them itself.
/// </summary>
internal static class WriterTurn
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Files = new(StringComparer.Ordinal);

    /// <summary>Waits for its turn. Dispose of it once the transaction has ended.</summary>
    public static async ValueTask<IDisposable?> TakeAsync(DatabaseSettings settings, CancellationToken cancellation)
    {
        if (settings.Provider != DatabaseProvider.Sqlite)
        {
            return null;
        }

        var file = Files.GetOrAdd(settings.ConnectionString, _ => new SemaphoreSlim(1, 1));
        await file.WaitAsync(cancellation);
        return new Turn(file);
    }

    private sealed class Turn(SemaphoreSlim file) : IDisposable
    {
        public void Dispose() => file.Release();
    }
}
