using AmiDashboard.Engines;
using AmiDashboard.Storage;
using Microsoft.Data.Sqlite;

namespace AmiDashboard;

public sealed class MigrationTests
{
    [Fact]
    public async Task A_SQLite_file_whose_migration_was_killed_is_migrated_by_the_next_process()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite, migrated: false);
        await using (var connection = new SqliteConnection(database.Settings.ConnectionString))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2018-12-01 09:00:00');
                """;
            await command.ExecuteNonQueryAsync();
        }

        await using var store = TestStore.Over(database);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await store.Get<Store>().MigrateAsync(limit.Token);

        Assert.True(await store.Get<Store>().IsReadyAsync());
    }

    [Theory, OnBothEngines]
    public async Task Several_nodes_may_migrate_at_once(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine, migrated: false);
        await using var one = TestStore.Over(database);
        await using var two = TestStore.Over(database);

        await Task.WhenAll(
            Task.Run(() => one.Get<Store>().MigrateAsync()),
            Task.Run(() => two.Get<Store>().MigrateAsync())
        );

        Assert.True(await one.Get<Store>().IsReadyAsync());
    }
}
