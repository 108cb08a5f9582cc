using AmiDashboard.Core.People;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Portability;
using BenchmarkDotNet.Attributes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Budgets;

/// <summary>
/// Verification of a store that holds little but its ledger, which must take a time in proportion to its entries; the floor is
/// reading the same rows without hashing them. PostgreSQL as in <see cref="LedgerBenchmarks"/>. To run it:
/// <c>dotnet run -c Release --project tests/AmiDashboard.Benchmarks -- --filter '*VerifyBenchmarks*'</c>
/// </summary>
[Config(typeof(CallByCall)), WarmupCount(1), IterationCount(5)]
[MemoryDiagnoser, HideColumns("Job", "InvocationCount", "UnrollFactor", "Toolchain")]
public class VerifyBenchmarks
{
    private InventedLedger ledger = null!;

    [ParamsSource(nameof(Engines))]
    public DatabaseProvider Engine { get; set; }

    public static IEnumerable<DatabaseProvider> Engines => InventedLedger.Engines;

    [Params(1_000, 10_000, 100_000, 1_000_000)]
    public int Entries { get; set; }

    [GlobalSetup]
    public async Task InventAsync() => ledger = await InventedLedger.MakeAsync(Engine, Entries);

    [Benchmark(Baseline = true)]
    public async Task<long> ReadRows()
    {
        await using var context = ledger.Get<Store>().Read(Viewer.Product, Right.None);
        var paid = 0L;
        await foreach (var entry in context.LedgerEntries.OrderBy(entry => entry.Id).AsAsyncEnumerable())
        {
            paid += entry.Committed.Cents;
        }

        return paid;
    }

    [Benchmark]
    public async Task<long> Verify()
    {
        var result = await new VerifyStore(ledger.Get<Store>()).RunAsync();
        return result.Findings.Count == 0
            ? result.Entries
            : throw new InvalidOperationException(PortabilityTexts.Say(result.Findings[0]));
    }
}
