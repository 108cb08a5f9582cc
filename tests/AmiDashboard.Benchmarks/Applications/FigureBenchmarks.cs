using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using BenchmarkDotNet.Attributes;

namespace AmiDashboard.Applications;

/// <summary>Every figure of the dashboard folded anew, as after one change; the floor is reading each fact once.</summary>
[MemoryDiagnoser, ShortRunJob]
public class FigureBenchmarks
{
    private IReadOnlyList<ApplicationFact> facts = [];
    private FigureScope scope = InventedFacts.Scope(ApplicationFilter.All);

    [Params(1_000, 10_000, 100_000)]
    public int Applications { get; set; }

    [Params(false, true)]
    public bool IsSearched { get; set; }

    [GlobalSetup]
    public void Invent()
    {
        facts = InventedFacts.Of(Applications);
        scope = InventedFacts.Scope(
            IsSearched ? new ApplicationFilter { Search = SearchWords.Of("détection") } : ApplicationFilter.All
        );
    }

    [Benchmark(Baseline = true)]
    public long ReadOnce() => facts.Sum(fact => fact.DepositedAt.Ticks % 2);

    [Benchmark]
    public DepositCurve Deposits() => DepositCurve.Of(facts, scope);

    [Benchmark]
    public StageFunnel Stages() => StageFunnel.Of(facts, scope);

    [Benchmark]
    public MinistryBreakdown Ministries() => MinistryBreakdown.Of(facts, scope);

    [Benchmark]
    public TechniqueBreakdown Techniques() => TechniqueBreakdown.Of(facts, scope);

    [Benchmark]
    public StepDelays Delays() => StepDelays.Of(facts, scope);
}
