using System.Globalization;
using System.Text;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Budgets;
using Microsoft.Extensions.DependencyInjection;
using static AmiDashboard.Budgets.SampleBudgets;

namespace AmiDashboard.Budgets;

/// <summary>
/// Processes that write about money, killed by the system's own signal: what they were told was done is there, what they were
/// not told of is whole or absent, and the chain holds.
/// </summary>
public sealed class LedgerKilledTests
{
    internal const string Life = "ledger";

    private const int Children = 4;
    private const int Seed = 20181121;

    private static readonly Money Cent = new(1);

    /// <summary>Starting a process costs a second of a core: some in each run of the tests, a hundred when asked for.</summary>
    [Theory]
    [InlineData(TestEngine.Sqlite, 8)]
    [InlineData(TestEngine.PostgreSql, 4)]
    public Task What_was_acknowledged_survives_the_process(TestEngine engine, int kills) =>
        AssertSurvivesAsync(engine, kills);

    /// <summary>
    /// <c>-explicit only -method '*LedgerKilledTests.What_was_acknowledged_survives_the_process_a_hundred_times'</c>
    /// </summary>
    [Theory(Explicit = true), OnBothEngines]
    public Task What_was_acknowledged_survives_the_process_a_hundred_times(TestEngine engine) =>
        AssertSurvivesAsync(engine, 100);

    private static async Task AssertSurvivesAsync(TestEngine engine, int kills)
    {
        var folder = Directory.CreateTempSubdirectory("ami-killed-").FullName;
        await using var store = await engine.ContractedStoreAsync();
        var random = new Random(Seed);
        var acknowledged = 0;
        for (var round = 0; round < kills / Children; round++)
        {
            var files = Enumerable
                .Range(0, Children)
                .Select(child => Path.Combine(folder, $"{round}-{child}"))
                .ToList();
            var plans = files
                .Select(file => (file, Lines: random.Next(5), Pause: TimeSpan.FromMilliseconds(random.Next(30))))
                .ToList();
            await Task.WhenAll(plans.Select(plan => KillAsync(store, plan.file, plan.Lines, plan.Pause)));

            var entries = (await store.EntriesAsync()).ToDictionary(entry => entry.Id);
            foreach (var file in files)
            {
                acknowledged += AssertThere(file, entries, $"Seed {Seed}, round {round}");
            }

            Assert.Empty(await store.FoundAsync());
        }

        Assert.True(acknowledged > kills, $"{acknowledged} acknowledged in {kills} lives.");
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>What the child process runs, until it is killed.</summary>
    internal static async Task WriteUntilKilledAsync()
    {
        var told = ChildProcess.Told();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddStorage(new DatabaseSettings(Enum.Parse<DatabaseProvider>(told[0]), told[1]))
            .BuildServiceProvider();
        var today = ParisTime.DayOf(TimeProvider.System.GetUtcNow().UtcDateTime);
        var mark = Path.GetFileName(told[2]);
        // Each line reaches the system at once: it outlives this process.
        await using var file = new FileStream(told[2], FileMode.Append, FileAccess.Write, FileShare.ReadWrite, 0);
        // Each child begins elsewhere.
        for (var turn = mark[^1] % 3; ; turn++)
        {
            var label = $"{mark}-{turn}";
            var done = (turn % 3) switch
            {
                0 => await services
                    .GetRequiredService<RecordEnvelope>()
                    .RunAsync(Viewer.Product, new(1, Cent, today, label)),
                1 => await services
                    .GetRequiredService<RecordFee>()
                    .RunAsync(Viewer.Product, new(1, Cent, today, label)),
                _ => await PayAsync(services, today, label),
            };
            Assert.True(done.Done, done.Refusal?.Key);
            await file.WriteAsync(Encoding.UTF8.GetBytes($"{done.Value} {label}\n"));
        }
    }

    private static async Task<Outcome<long>> PayAsync(ServiceProvider services, DateOnly today, string reference)
    {
        var sheet = await services.GetRequiredService<ProjectBudgetSheet>().RunAsync(Viewer.Product, new(Number));
        var asked = await services
            .GetRequiredService<RequestPayment>()
            .RunAsync(Viewer.Product, new(Number, sheet!.Convention!.Standing.First().Id, Cent));
        var version = 0;
        foreach (
            var (viewer, state) in new[]
            {
                (Preparer, PaymentState.DocumentsComplete),
                (Preparer, PaymentState.Prepared),
                (Validator, PaymentState.Validated),
            }
        )
        {
            var moved = await services
                .GetRequiredService<AdvancePayment>()
                .RunAsync(viewer, new(asked.Value, state, null, version));
            Assert.True(moved.Done, moved.Refusal?.Key);
            version = moved.Value;
        }

        return await services
            .GetRequiredService<RecordPayment>()
            .RunAsync(Preparer, new(asked.Value, today, reference, version));
    }

    /// <summary>Lets a child live until it has written so many lines, and a moment longer.</summary>
    private static async Task KillAsync(TestStore store, string file, int lines, TimeSpan pause)
    {
        await File.WriteAllTextAsync(file, "");
        using var child = ChildProcess.Start(Life, $"{store.Settings.Provider}", store.Settings.ConnectionString, file);
        while (!child.HasExited && (await ReadAsync(file)).Length < lines)
        {
            await Task.Delay(2);
        }

        await Task.Delay(pause);
        Assert.False(child.HasExited, "A child ended by itself.");
        child.Kill();
        await child.WaitForExitAsync();
    }

    /// <summary>How many lines a child left; each names an entry that is there.</summary>
    private static int AssertThere(string file, Dictionary<long, LedgerEntry> entries, string at)
    {
        var lines = File.ReadAllLines(file);
        foreach (var line in lines)
        {
            var (id, label) = (line[..line.IndexOf(' ')], line[(line.IndexOf(' ') + 1)..]);
            Assert.True(
                entries.TryGetValue(long.Parse(id, CultureInfo.InvariantCulture), out var entry)
                    && entry.Label.EndsWith(label, StringComparison.Ordinal)
                    && entry.Amount == Cent,
                $"{at}: {line} was acknowledged, and is not there."
            );
        }

        return lines.Length;
    }

    private static async Task<string[]> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
