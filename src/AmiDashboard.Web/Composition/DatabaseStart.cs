using System.Data.Common;
using AmiDashboard.Core.People;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Demonstration;
using AmiDashboard.Storage.Schema;
using AmiDashboard.Web.Settings;

namespace AmiDashboard.Web.Composition;

/// <summary>
/// Before anything else starts: a SQLite file is brought to the last migration; a PostgreSQL database, whose account may
/// not alter tables, has to be there already, with every trigger of this version. An empty store is given the demonstration where that is on.
/// </summary>
internal sealed class DatabaseStart(
    Store store,
    PlaceProgramme demonstration,
    ProgramSettings settings,
    ILogger<DatabaseStart> log
) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (settings.Database.Provider == DatabaseProvider.Sqlite)
        {
            await MigrateAsync(cancellationToken);
        }
        else if (!await store.IsReadyAsync(cancellationToken))
        {
            throw new SettingsException(
                "ConnectionStrings:AmiDashboard",
                "The database that ConnectionStrings:AmiDashboard names does not answer, or lacks this version's migrations: run the verb « migrate », then start again."
            );
        }
        else if (await store.BrokenRulesAsync(cancellationToken) is { Count: > 0 } broken)
        {
            throw new SettingsException(
                "ConnectionStrings:AmiDashboard",
                $"The database that ConnectionStrings:AmiDashboard names no longer holds the rules it must hold by itself: {Named(broken)}. Run the verb « migrate », which puts them back, then « verify », and start again."
            );
        }

        if (settings.Demonstration.Enabled)
        {
            // Refused where another node was first: the programme is there then.
            await demonstration.RunAsync(Viewer.Product, new(), cancellationToken);
        }
    }

    private async Task MigrateAsync(CancellationToken cancellation)
    {
        try
        {
            if (await store.MigrateAsync(cancellation) is { Count: > 0 } broken)
            {
                log.LogWarning(
                    "The database lacked rules that it must hold by itself, and has them again: {Rules}. Run the verb « verify ».",
                    Named(broken)
                );
            }
        }
        catch (Exception failure)
            when (failure is DbException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new SettingsException(
                "ConnectionStrings:AmiDashboard",
                $"The SQLite file that ConnectionStrings:AmiDashboard names cannot be opened or brought up to date ({failure.Message}): name a file of this program in a folder that may be written."
            );
        }
    }

    private static string Named(IEnumerable<BrokenRule> rules) =>
        string.Join(", ", rules.Select(rule => $"trigger {rule.Name} of {rule.Table} ({rule.State})"));

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
