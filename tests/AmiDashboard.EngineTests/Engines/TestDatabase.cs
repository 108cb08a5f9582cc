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
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MigrateSqliteAsync);
    private static readonly Lazy<Task<string>> PostgreSqlTemplate = new(MigratePostgreSqlAsync);
    private static int created;

    private readonly Func<Task> drop;

    private TestDatabase(DatabaseSettings settings, Func<Task> drop) => (Settings, this.drop) = (settings, drop);

    /// <summary>A SQLite file with every migration and no row: to be copied, never opened.</summary>
    public static Task<string> MigratedSqliteAsync() => SqliteTemplate.Value;

    public DatabaseSettings Settings { get; }

    /// <summary>A database with every migration and no row, or, without <paramref name="migrated"/>, with nothing in it.</summary>
    public static Task<TestDatabase> CreateAsync(TestEngine engine, bool migrated = true) =>
        engine switch
        {
            TestEngine.Sqlite => CreateSqliteAsync(migrated),
            TestEngine.PostgreSql => CreatePostgreSqlAsync(migrated),
            _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, null),
        };

    /// <summary>A migrated database on a cluster of the caller's own, gone with it.</summary>
    public static async Task<TestDatabase> CreateOnAsync(PostgreSqlCluster cluster)
    {
        const string Name = "amidashboard";
        await cluster.ExecuteAsync($"CREATE DATABASE {Name}");
        await MigrateAsync(PostgreSql(cluster, Name, pooling: false));
        return new TestDatabase(PostgreSql(cluster, Name), () => Task.CompletedTask);
    }

    public async ValueTask DisposeAsync() => await drop();

    private static async Task<TestDatabase> CreateSqliteAsync(bool migrated)
    {
        var folder = Directory.CreateTempSubdirectory("ami-sqlite-").FullName;
        var file = Path.Combine(folder, "test.db");
        if (migrated)
        {
            File.Copy(await MigratedSqliteAsync(), file);
        }

        return new TestDatabase(
            Sqlite(file),
            () =>
            {
                SqliteConnection.ClearAllPools();
                Directory.Delete(folder, recursive: true);
                return Task.CompletedTask;
            }
        );
    }

    private static async Task<TestDatabase> CreatePostgreSqlAsync(bool migrated)
    {
        var template = migrated ? await PostgreSqlTemplate.Value : "template0";
        var cluster = await PostgreSqlCluster.SharedAsync();
        var name = $"test_{Interlocked.Increment(ref created)}";
        await cluster.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        var settings = PostgreSql(cluster, name);
        return new TestDatabase(
            settings,
            async () =>
            {
                await using (var connection = new NpgsqlConnection(settings.ConnectionString))
                {
                    NpgsqlConnection.ClearPool(connection);
                }

                await cluster.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
            }
        );
    }

    private static async Task<string> MigrateSqliteAsync()
    {
        var folder = Directory.CreateTempSubdirectory("ami-sqlite-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var file = Path.Combine(folder, "template.db");
        await MigrateAsync(Sqlite(file));
        // Closes the pooled connections, and so writes the log back into the file that tests copy.
        SqliteConnection.ClearAllPools();
        return file;
    }

    private static async Task<string> MigratePostgreSqlAsync()
    {
        const string Name = "template_amidashboard";
        var cluster = await PostgreSqlCluster.SharedAsync();
        await cluster.ExecuteAsync($"CREATE DATABASE {Name} TEMPLATE template0");
        await MigrateAsync(PostgreSql(cluster, Name, pooling: false));
        return Name;
    }

    private static async Task MigrateAsync(DatabaseSettings settings)
    {
        await using var services = new ServiceCollection().AddLogging().AddStorage(settings).BuildServiceProvider();
        await services.GetRequiredService<Store>().MigrateAsync();
    }

    private static DatabaseSettings Sqlite(string file) => new(DatabaseProvider.Sqlite, $"Data Source={file}");

    private static DatabaseSettings PostgreSql(PostgreSqlCluster cluster, string database, bool pooling = true) =>
        new(DatabaseProvider.PostgreSql, $"{cluster.ConnectionStringOf(database)};Pooling={pooling}");
}
