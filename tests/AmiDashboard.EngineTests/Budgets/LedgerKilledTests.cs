using System.Diagnostics;
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
    private const string Variable = "AMI_TEST_KILLED_LEDGER";
    private const int Children = 4;
    private const int Seed = 20181121;

    private static readonly Money Cent = new(1);

    /// <summary>Starting a process costs two seconds of a core: some in each run of the tests, a hundred when asked for.</summary>
    [Theory]
    [InlineData(TestEngine.Sqlite, 24)]
    [InlineData(TestEngine.PostgreSql, 8)]
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

    /// <summary>What the child process runs, until it is killed; never part of a run of the tests.</summary>
    [Fact(Explicit = true)]
    public async Task A_child_that_writes()
    {
        var told = Environment.GetEnvironmentVariable(Variable)!.Split('\n');
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddStorage(new DatabaseSettings(Enum.Parse<DatabaseProvider>(told[0]), told[1]))
            .BuildServiceProvider();
        var today = ParisTime.DayOf(TimeProvider.System.GetUtcNow().UtcDateTime);
        var mark = Path.GetFileName(told[2]);
        // Each line reaches the system at once: it outlives this process.
        await using var file = new FileStream(told[2], FileMode.Append, FileAccess.Write, FileShare.ReadWrite, 0);
        // A run that is killed itself leaves nobody to kill this one: its input ends then, and it with it.
        _ = Task.Run(() =>
        {
            using var input = Console.OpenStandardInput();
            while (input.ReadByte() >= 0) { }
            Environment.Exit(0);
        });
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
        using var child = Start(store.Settings, file);
        while (!child.HasExited && (await ReadAsync(file)).Length < lines)
        {
            await Task.Delay(2);
        }

        await Task.Delay(pause);
        Assert.False(child.HasExited, "A child ended by itself.");
        child.Kill();
        await child.WaitForExitAsync();
    }

    private static Process Start(DatabaseSettings settings, string file)
    {
        var program = Path.ChangeExtension(typeof(LedgerKilledTests).Assembly.Location, null);
        var method = $"{typeof(LedgerKilledTests).FullName}.{nameof(A_child_that_writes)}";
        var start = new ProcessStartInfo(program, ["-explicit", "only", "-method", method])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment[Variable] = $"{settings.Provider}\n{settings.ConnectionString}\n{file}";
        start.Environment["DOTNET_TieredPGO"] = "0";
        var child = Process.Start(start)!;
        child.BeginOutputReadLine();
        return child;
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
