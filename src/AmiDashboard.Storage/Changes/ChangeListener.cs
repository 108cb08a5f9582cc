using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AmiDashboard.Storage.Changes;

/// <summary>
/// PostgreSQL only: hears the commits of other nodes on a connection of its own, reconnects when it breaks, and wakes the
/// feed after each reconnection, since notifications sent meanwhile are lost and the table is not.
/// </summary>
internal sealed class ChangeListener(
    DatabaseSettings settings,
    ChangeSignal signal,
    TimeProvider time,
    ILogger<ChangeListener> log
) : BackgroundService
{
    public const string Channel = "amidashboard_changes";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Provider != DatabaseProvider.PostgreSql)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogWarning(failure, "The listener lost PostgreSQL; it connects again.");
                await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellation)
    {
        var written = new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false, KeepAlive = 30 };
        await using var connection = new NpgsqlConnection(written.ConnectionString);
        await connection.OpenAsync(cancellation);
        connection.Notification += (_, _) => signal.Wake();
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellation);
        }

        signal.Wake();
        while (true)
        {
            await connection.WaitAsync(cancellation);
        }
    }
}
