using AmiDashboard.Core;
using AmiDashboard.Engines;

namespace AmiDashboard.Prototypes;

/// <summary>Several hands at the same moment, each on a node of its own.</summary>
internal static class AtOnce
{
    public static async Task<Outcome<T>[]> RunAsync<T>(
        TestStore store,
        params Func<TestStore, Task<Outcome<T>>>[] hands
    )
    {
        using var ready = new Barrier(hands.Length);
        // SQLite's waits hold a thread: each hand has one of its own.
        return await Task.WhenAll(
            hands.Select(hand =>
                Task.Factory.StartNew(
                        async () =>
                        {
                            await using var node = store.OpenNode();
                            ready.SignalAndWait(TimeSpan.FromSeconds(30));
                            return await hand(node);
                        },
                        CancellationToken.None,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    )
                    .Unwrap()
            )
        );
    }
}
