using System.Diagnostics.CodeAnalysis;
using AmiDashboard.Running;
using AmiDashboard.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AmiDashboard.Faults;

/// <summary>
/// Breaks a program from within, by the framework's own doors: components that cannot be shown, circuits that end, tables
/// that are away. It keeps what the program wrote to its log.
/// </summary>
internal sealed class Sabotage : CircuitHandler, IComponentActivator
{
    public const string Reason = "Broken on purpose.";

    private readonly WrittenLog log = new();

    /// <summary>The names of components that cannot be shown.</summary>
    public IReadOnlyList<string> Broken { get; set; } = [];

    /// <summary>Within what the program does about it.</summary>
    public override int Order => 1;

    /// <summary>Whether whatever a browser says next ends its circuit.</summary>
    public bool EndsCircuits { get; set; }

    /// <summary>Entries of the log with the failure each came with.</summary>
    public IReadOnlyList<string> Log => log.Entries;

    public void Enter(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IComponentActivator>(this);
        builder.Services.AddSingleton<CircuitHandler>(this);
        log.Follow(builder.Logging);
    }

    [SuppressMessage("Security", "CA2100", Justification = "The statements are the tests' own.")]
    public static async Task<long> ExecuteAsync(RunningProgram program, string statement)
    {
        await using var connection = new SqliteConnection(
            program.Services.GetRequiredService<DatabaseSettings>().ConnectionString
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public IComponent CreateInstance(Type componentType) =>
        Broken.Contains(componentType.Name) ? new BrokenPart() : (IComponent)Activator.CreateInstance(componentType)!;

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next
    ) => context => EndsCircuits ? throw new InvalidOperationException(Reason) : next(context);

    private sealed class BrokenPart : IComponent
    {
        public void Attach(RenderHandle renderHandle) { }

        public Task SetParametersAsync(ParameterView parameters) => throw new InvalidOperationException(Reason);
    }
}
