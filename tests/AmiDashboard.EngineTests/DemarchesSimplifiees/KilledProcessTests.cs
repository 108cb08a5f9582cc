using System.Diagnostics;
using AmiDashboard.Core.Applications;
using AmiDashboard.Engines;
using AmiDashboard.Exchange.DemarchesSimplifiees;
using AmiDashboard.Exchange.DemarchesSimplifiees.Mirroring;
using AmiDashboard.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AmiDashboard.DemarchesSimplifiees;

/// <summary>A real process, killed by the system's own signal while it synchronises.</summary>
public sealed class KilledProcessTests
{
    internal const string Life = "synchronisation";

    [Theory, OnBothEngines]
    public async Task A_process_killed_again_and_again_leaves_whole_pages_and_the_next_ends_the_work(TestEngine engine)
    {
        const int Kills = 5;
        const int Seed = 20181201;
        await using var bench = await SyncBench.CreateAsync(engine, 730);
        var random = new Random(Seed);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var child = Start(bench);
            var (left, pause) = (random.Next(1, 4), TimeSpan.FromMilliseconds(random.Next(60)));
            bench.Source.Fault = asked =>
            {
                if (Interlocked.Decrement(ref left) == 0)
                {
                    // Now, or while the child reads, or writes, this page.
                    _ = Task.Delay(pause).ContinueWith(_ => child.Kill(), TaskScheduler.Default);
                }

                return null;
            };
            await child.WaitForExitAsync();
            bench.Source.Fault = _ => null;
            var read = (await bench.MirroredAsync()).Count;
            Assert.True(read % 100 == 0 || read == 730, $"Seed {Seed}, kill {kill}: {read} dossiers, a page in part.");
        }

        await bench.RestartAsync();
        await bench.RunToTheEndAsync(SyncKind.Full);

        await bench.AssertEqualAsync();
        Assert.All(await bench.RunsAsync(), run => Assert.NotEqual(SyncState.Running, run.State));
    }

    /// <summary>What the child process runs.</summary>
    internal static async Task SynchroniseAsync()
    {
        var told = ChildProcess.Told();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddStorage(new DatabaseSettings(Enum.Parse<DatabaseProvider>(told[0]), told[1]))
            .AddDemarchesSimplifiees(SyncBench.SettingsOf(told[2]))
            .BuildServiceProvider();
        await services.GetRequiredService<Synchronisation>().RunOnceAsync(SyncKind.Full);
    }

    private static Process Start(SyncBench bench) =>
        ChildProcess.Start(Life, $"{bench.Database.Provider}", bench.Database.ConnectionString, bench.Source.BaseUrl);
}
