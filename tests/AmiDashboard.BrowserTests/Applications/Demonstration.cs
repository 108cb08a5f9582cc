using AmiDashboard.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Running;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Demonstration;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Demonstration))]

namespace AmiDashboard.Applications;

/// <summary>The program with the demonstration programme, shared by tests that change nothing of it.</summary>
public sealed class Demonstration : IAsyncLifetime
{
    private static readonly Lazy<Task<string>> Placed = new(PlaceAsync);

    private RunningProgram? program;

    public RunningProgram Program => program ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync() => program = await StartAsync();

    /// <summary>One of its own for a test that changes something.</summary>
    public static Task<RunningProgram> StartAsync(params string[] settings) => StartAsync(_ => { }, settings);

    public static async Task<RunningProgram> StartAsync(
        Action<WebApplicationBuilder> configure,
        params string[] settings
    ) =>
        await RunningProgram.StartOverAsync(await Placed.Value, configure, ["Demonstration:Enabled=true", .. settings]);

    public async ValueTask DisposeAsync()
    {
        if (program is not null)
        {
            await program.DisposeAsync();
        }
    }

    /// <summary>A file that holds the programme as the first start places it, made once a run: each program copies it.</summary>
    private static async Task<string> PlaceAsync()
    {
        var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using (
            var services = new ServiceCollection().AddLogging().AddStorage(database.Settings).BuildServiceProvider()
        )
        {
            var placed = await services.GetRequiredService<PlaceProgramme>().RunAsync(Viewer.Product, new());
            Assert.True(placed.Done, placed.Refusal?.Key);
        }

        await database.CloseAsync();
        return database.Source;
    }
}
