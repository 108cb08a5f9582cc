using System.Collections.Concurrent;
using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Budgets;

namespace AmiDashboard.Budgets;

/// <summary>
/// Many writers on several nodes over one database, all after the same money: nothing is exceeded, what was acknowledged is
/// there, and nothing else is.
/// </summary>
public sealed class LedgerAtOnceTests
{
    private const int Writers = 32;
    private const int Nodes = 4;
    private const int Rounds = 60;
    private const int Seed = 20181121;

    private static readonly int[] Numbers = [.. Enumerable.Range(1001, 6)];

    [Theory, OnBothEngines]
    public async Task Nothing_is_exceeded_and_nothing_is_lost(TestEngine engine)
    {
        await using var store = await ReadyStoreAsync(engine);
        var before = await store.EntriesAsync();
        var nodes = Enumerable.Range(0, Nodes).Select(_ => store.OpenNode()).ToList();
        var refusals = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var writers = Enumerable
            .Range(0, Writers)
            .Select(which => new MoneyWriter(which, nodes[which % Nodes], new Random(Seed + which), Numbers, refusals))
            .ToList();
        // SQLite's waits hold a thread: each writer has one of its own.
        await Task.WhenAll(
            writers.Select(writer =>
                Task.Factory.StartNew(
                        () => writer.RunAsync(Rounds),
                        CancellationToken.None,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    )
                    .Unwrap()
            )
        );
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }

        var entries = (await store.EntriesAsync()).ToDictionary(entry => entry.Id);
        var acknowledged = writers.SelectMany(writer => writer.Acknowledged).ToList();
        Assert.Equal(before.Count + acknowledged.Count, entries.Count);
        Assert.All(
            acknowledged,
            one =>
            {
                var entry = entries[one.Id];
                Assert.Equal((one.Kind, one.Amount), (entry.Kind, entry.Amount));
                Assert.EndsWith(one.Mark, entry.Label, StringComparison.Ordinal);
            }
        );
        var payments = new Dictionary<long, PaymentState>();
        foreach (var number in Numbers)
        {
            (await store.FileAsync(number)).Payments.ToList().ForEach(one => payments.Add(one.Id, one.State));
        }

        Assert.Equal(
            writers.SelectMany(writer => writer.Payments).OrderBy(one => one.Key),
            payments.OrderBy(one => one.Key)
        );
        Assert.Empty(await store.FoundAsync());
        string[] races =
        [
            "Refusal_EnvelopeOverdrawn",
            "Refusal_GrantExceeded",
            "Refusal_CommitmentExceeded",
            "Refusal_ContractExceeded",
            "Refusal_InstalmentExceeded",
            "Refusal_ReversedAlready",
        ];
        Assert.Equal(races.Order(StringComparer.Ordinal), refusals.Keys.Order(StringComparer.Ordinal));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{acknowledged.Count} entries, {payments.Count} payments; {string.Join(", ", refusals)}"
        );
    }

    /// <summary>Little of everything, so that it is soon used up.</summary>
    private static async Task<TestStore> ReadyStoreAsync(TestEngine engine)
    {
        var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await store.RecordAsync(1, [.. Numbers.Select(number => SampleDossiers.Dossier(number))]);
        await store.SetEnvelopeAsync(1, Money.FromEuros(3_500));
        foreach (var number in Numbers)
        {
            Assert.True((await store.GrantAsync(number, Money.FromEuros(1_100))).Done);
            await store.ContractAsync(number, Money.FromEuros(1_000));
            // Less than the advance alone: payments come to the end of the contract.
            var released = await store.AppendAsync(
                EntryKind.Release,
                1,
                number,
                Money.FromEuros(750),
                level: ReleaseLevel.Contract
            );
            Assert.True(released.Done);
        }

        return store;
    }
}
