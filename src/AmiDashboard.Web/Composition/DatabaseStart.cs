using AmiDashboard.Core.People;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Demonstration;
using AmiDashboard.Web.Settings;

namespace AmiDashboard.Web.Composition;

/// <summary>
/// Before anything else starts: a SQLite file is brought to the last migration; a PostgreSQL database, whose account may
/// not alter tables, has to be there already. An empty store is given the demonstration where that is on.
/// </summary>
internal sealed class DatabaseStart(Store store, PlaceProgramme demonstration, ProgramSettings settings)
    : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (settings.Database.Provider == DatabaseProvider.Sqlite)
        {
            await store.MigrateAsync(cancellationToken);
        }
        else if (!await store.IsReadyAsync(cancellationToken))
        {
            throw new SettingsException(
                "ConnectionStrings:AmiDashboard",
                "The database that ConnectionStrings:AmiDashboard names does not answer, or lacks this version's migrations: run the verb « migrate », then start again."
            );
        }

        if (settings.Demonstration.Enabled)
        {
            // Refused where another node was first: the programme is there then.
            await demonstration.RunAsync(Viewer.Product, new(), cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
