using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Server;

namespace AmiDashboard.Running;

/// <summary>
/// A program of the class's own, whose people sign out and whose hours pass by the test's word: its clock runs as the
/// machine's does, ahead of it by as much as was asked for.
/// </summary>
public sealed class LaterProgram : IAsyncLifetime
{
    private readonly LaterTime time = new();
    private RunningProgram? program;

    public RunningProgram Program => program ?? throw new InvalidOperationException("Not started.");

    public void Pass(TimeSpan span) => time.Ahead += span;

    public async ValueTask InitializeAsync() =>
        program = await RunningProgram.StartAsync(builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(time);
            // A provider's tokens are of the machine's time, by which they are read.
            builder.Services.Configure<OpenIddictServerOptions>(options => options.TimeProvider = TimeProvider.System);
        });

    public async ValueTask DisposeAsync()
    {
        if (program is not null)
        {
            await program.DisposeAsync();
        }
    }

    private sealed class LaterTime : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
    }
}
