using AmiDashboard.Budgets;
using AmiDashboard.DemarchesSimplifiees;
using AmiDashboard.Engines;
using Xunit.Runner.InProc.SystemConsole;

namespace AmiDashboard;

/// <summary>Runs the tests, as xUnit's own entry point does, or one of the lives that a test started to kill it.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (!ChildProcess.IsAskedFor(args, out var life))
        {
            return await ConsoleRunner.Run(args);
        }

        ChildProcess.EndWithParent();
        await (
            life switch
            {
                LedgerKilledTests.Life => LedgerKilledTests.WriteUntilKilledAsync(),
                KilledProcessTests.Life => KilledProcessTests.SynchroniseAsync(),
                _ => throw new ArgumentOutOfRangeException(nameof(args), life, null),
            }
        );
        return 0;
    }
}
