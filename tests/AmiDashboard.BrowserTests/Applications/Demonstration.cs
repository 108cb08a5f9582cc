using AmiDashboard.Applications;
using AmiDashboard.Running;

[assembly: AssemblyFixture(typeof(Demonstration))]

namespace AmiDashboard.Applications;

/// <summary>The program with the demonstration programme, shared by tests that change nothing of it.</summary>
public sealed class Demonstration : IAsyncLifetime
{
    private RunningProgram? program;

    public RunningProgram Program => program ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync() => program = await StartAsync();

    /// <summary>One of its own for a test that changes something.</summary>
    public static Task<RunningProgram> StartAsync() => RunningProgram.StartAsync("Demonstration:Enabled=true");

    public async ValueTask DisposeAsync()
    {
        if (program is not null)
        {
            await program.DisposeAsync();
        }
    }
}
