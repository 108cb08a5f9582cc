using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Logging.Abstractions;

namespace AmiDashboard.Web.Faults;

/// <summary>
/// Names the failure that ended a circuit by the number that its page shows. The framework tells such a failure to nobody
/// but the log, with the circuit's identifier: it is heard there.
/// </summary>
internal sealed class EndedCircuits : ILoggerProvider, ILogger
{
    private const string Category = "Microsoft.AspNetCore.Components.Server.Circuits.CircuitHost";

    private readonly ConcurrentDictionary<string, Incidents> open = new(StringComparer.Ordinal);

    public static void Add(IServiceCollection services)
    {
        services.AddScoped<Incidents>();
        services.AddSingleton<EndedCircuits>();
        services.AddSingleton<ILoggerProvider>(all => all.GetRequiredService<EndedCircuits>());
        services.AddScoped<CircuitHandler, Watch>();
    }

    public ILogger CreateLogger(string categoryName) => categoryName == Category ? this : NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (
            exception is not null
            && state is IEnumerable<KeyValuePair<string, object?>> named
            && named.FirstOrDefault(one => one.Key == "CircuitId").Value?.ToString() is { } circuit
            && open.TryGetValue(circuit, out var incidents)
        )
        {
            incidents.LogEnd(exception);
        }
    }

    public void Dispose() { }

    private sealed class Watch(EndedCircuits circuits, Incidents incidents) : CircuitHandler
    {
        public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
        {
            circuits.open[circuit.Id] = incidents;
            return Task.CompletedTask;
        }

        /// <summary>What a browser sends and nothing can be made of ends its circuit too, and is told to nobody.</summary>
        public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
            Func<CircuitInboundActivityContext, Task> next
        ) =>
            async context =>
            {
                try
                {
                    await next(context);
                }
                catch (Exception failure)
                {
                    incidents.LogEnd(failure);
                    throw;
                }
            };

        public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
        {
            circuits.open.TryRemove(circuit.Id, out _);
            return Task.CompletedTask;
        }
    }
}
