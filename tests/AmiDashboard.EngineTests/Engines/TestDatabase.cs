using System.Collections.Concurrent;
using AmiDashboard.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AmiDashboard.Engines;

/// <summary>
/// A database of its own for one test, gone afterwards. Migrated once a run and then copied, by a file copy or by a
/// template, which takes a few milliseconds where migrating takes hundreds.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<TestEngine, Lazy<Task<TestDatabase>>> Migrated = new();
    private static readonly Lazy<string> Files = new(NewFolder);
    private static int created;

    private readonly Func<Task> drop;

    private TestDatabase(DatabaseSettings settings, string source, Func<Task> drop) =>
        (Settings, Source, this.drop) = (settings, source, drop);

    public DatabaseSettings Settings { get; }

    /// <summary>The file of SQLite, or the name of the database in the shared cluster.</summary>
    public string Source { get; }

    /// <summary>A SQLite file with every migration and no row: to be copied, never opened.</summary>
    public static async Task<string> MigratedSqliteAsync() => (await MigratedAsync(TestEngine.Sqlite)).Source;

    /// <summary>A database with every migration and no row, or, without <paramref name="migrated"/>, with nothing in it.</summary>
    public static async Task<TestDatabase> CreateAsync(TestEngine engine, bool migrated = true) =>
        migrated ? await (await MigratedAsync(engine)).CopyAsync()
        : engine == TestEngine.Sqlite ? NewSqlite()
        : await NewPostgreSqlAsync("template0");

    /// <summary>A migrated database on a cluster of the caller's own, gone with it.</summary>
    public static async Task<TestDatabase> CreateOnAsync(PostgreSqlCluster cluster)
    {
        const string Name = "amidashboard";
        await cluster.ExecuteAsync($"CREATE DATABASE {Name}");
        var database = new TestDatabase(PostgreSql(cluster, Name), Name, () => Task.CompletedTask);
        await database.MigrateAsync();
        return database;
    }

    /// <summary>Another one with the same rows. Nobody may have this one open, now or later.</summary>
    public async Task<TestDatabase> CopyAsync()
    {
        if (Settings.Provider == DatabaseProvider.PostgreSql)
        {
            return await NewPostgreSqlAsync(Source);
        }

        var copy = NewSqlite();
        File.Copy(Source, copy.Source);
        return copy;
    }

    /// <summary>Ends what connections to it are kept for the next who asks.</summary>
    public async Task CloseAsync()
    {
        if (Settings.Provider == DatabaseProvider.Sqlite)
        {
            // Also writes the log back into the file.
            SqliteConnection.ClearAllPools();
            return;
        }

        await using var connection = new NpgsqlConnection(Settings.ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await drop();
    }

    private static Task<TestDatabase> MigratedAsync(TestEngine engine) =>
        Migrated
            .GetOrAdd(
                engine,
                new Lazy<Task<TestDatabase>>(async () =>
                {
                    var template = await CreateAsync(engine, migrated: false);
                    await template.MigrateAsync();
                    return template;
                })
            )
            .Value;

    private static TestDatabase NewSqlite()
    {
        var folder = Directory
            .CreateDirectory(Path.Combine(Files.Value, $"{Interlocked.Increment(ref created)}"))
            .FullName;
        var file = Path.Combine(folder, "test.db");
        return new TestDatabase(
            new DatabaseSettings(DatabaseProvider.Sqlite, $"Data Source={file}"),
            file,
            () =>
            {
                Directory.Delete(folder, recursive: true);
                return Task.CompletedTask;
            }
        );
    }

    private static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("ami-sqlite-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }

    private static async Task<TestDatabase> NewPostgreSqlAsync(string template)
    {
        var cluster = await PostgreSqlCluster.SharedAsync();
        var name = $"test_{Interlocked.Increment(ref created)}";
        await cluster.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY");
        return new TestDatabase(
            PostgreSql(cluster, name),
            name,
            () => cluster.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)")
        );
    }

    private async Task MigrateAsync()
    {
        await using (var services = new ServiceCollection().AddLogging().AddStorage(Settings).BuildServiceProvider())
        {
            await services.GetRequiredService<Store>().MigrateAsync();
        }

        await CloseAsync();
    }

    private static DatabaseSettings PostgreSql(PostgreSqlCluster cluster, string database) =>
        new(DatabaseProvider.PostgreSql, cluster.ConnectionStringOf(database));
}
