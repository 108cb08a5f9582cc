using AmiDashboard.Storage;
using Npgsql;

namespace AmiDashboard.Engines;

public sealed class TestEngineTests
{
    [Theory, OnBothEngines]
    public async Task A_test_gets_a_store_with_every_migration(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        Assert.Equal(engine.ToString(), store.Settings.Provider.ToString());
        Assert.True(await store.Get<Store>().IsReadyAsync());
    }

    [Theory, OnBothEngines]
    public async Task A_store_without_migrations_is_not_ready_until_it_is_migrated(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine, migrated: false);
        await using var store = TestStore.Over(database);
        Assert.False(await store.Get<Store>().IsReadyAsync());
        await store.Get<Store>().MigrateAsync();
        Assert.True(await store.Get<Store>().IsReadyAsync());
    }

    [Fact]
    public async Task The_cluster_is_a_real_PostgreSQL_of_this_run()
    {
        var cluster = await PostgreSqlCluster.SharedAsync();
        await using var connection = new NpgsqlConnection(cluster.ConnectionStringOf("postgres"));
        await connection.OpenAsync();
        Assert.True(connection.PostgreSqlVersion.Major >= 15);
    }
}
