using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;

namespace AmiDashboard.Budgets;

/// <summary>One call an iteration, in this process: for work whose state goes on from one call to the next.</summary>
internal sealed class CallByCall : ManualConfig
{
    public CallByCall() =>
        AddJob(
            Job.InProcess.WithStrategy(RunStrategy.Monitoring)
                .WithInvocationCount(1)
                .WithUnrollFactor(1)
                .WithWarmupCount(5)
                .WithIterationCount(30)
        );
}
