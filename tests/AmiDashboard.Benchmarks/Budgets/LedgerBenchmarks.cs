using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.People;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Storage.Changes;
using BenchmarkDotNet.Attributes;

namespace AmiDashboard.Budgets;

/// <summary>
/// One more entry, then what the board does about it, then what every figure does: a time that must not grow with the entries
/// that are there. PostgreSQL is measured too where <c>AMI_BENCHMARK_POSTGRESQL</c> says how to reach a server, such as
/// <c>Host=127.0.0.1;Username=postgres</c>. To run it:
/// <c>dotnet run -c Release --project tests/AmiDashboard.Benchmarks -- --filter '*LedgerBenchmarks*'</c>
/// </summary>
[Config(typeof(CallByCall))]
[MedianColumn, MinColumn, HideColumns("Job", "InvocationCount", "UnrollFactor", "Toolchain")]
public class LedgerBenchmarks
{
    private InventedLedger ledger = null!;
    private int turn;

    [ParamsSource(nameof(Engines))]
    public DatabaseProvider Engine { get; set; }

    public static IEnumerable<DatabaseProvider> Engines => InventedLedger.Engines;

    [Params(1_000, 10_000, 100_000, 1_000_000)]
    public int Entries { get; set; }

    [GlobalSetup]
    public async Task InventAsync()
    {
        ledger = await InventedLedger.MakeAsync(Engine, Entries);
        await FiguresAsync();
    }

    /// <summary>The operation alone, committed.</summary>
    [Benchmark]
    public async Task Append()
    {
        var done = await ledger
            .Get<CommitGrant>()
            .RunAsync(Viewer.Product, new(InventedLedger.NumberOf(1 + (turn++ % 900)), new(1), ledger.Today, "Une"));
        if (!done.Done)
        {
            throw new InvalidOperationException(done.Refusal.Key);
        }
    }

    /// <summary>And the board follows, and answers.</summary>
    [Benchmark]
    public async Task AppendAndFollow()
    {
        await Append();
        await ledger.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
        await ledger.Get<BudgetFigures>().RunAsync(Viewer.Product, new(ApplicationFilter.All));
    }

    /// <summary>And every figure is folded anew.</summary>
    [Benchmark]
    public async Task<int> AppendAndDrawAll()
    {
        await Append();
        await ledger.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
        return await FiguresAsync();
    }

    private async Task<int> FiguresAsync()
    {
        var (facts, scope) = await ledger
            .Get<BudgetFigures>()
            .RunAsync(Viewer.Product, new(ApplicationFilter.All)) switch
        {
            var known => (known.Facts, known.Scope),
        };
        return EnvelopeWaterfall.Of(facts, scope).Steps.Length
            + Trajectory.Of(facts, scope).Points.Length
            + Trajectory.By(TrajectoryGroup.Project, facts, scope).Length
            + MinistryBudgets.Of(facts, scope).Ministries.Length
            + ProjectBudgets.Of(facts, scope).Projects.Length
            + PaymentCalendar.Of(facts, scope).Months.Length
            + EuroTable.Of(facts, scope).Rows.Length
            + SgpiTable.Of(facts, scope, ledger.Today, Period.QuarterOf(ledger.Today)).Rows.Length;
    }
}
