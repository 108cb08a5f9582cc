using AmiDashboard.Engines;
using AmiDashboard.Running;
using AmiDashboard.Storage;
using AmiDashboard.Web.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AmiDashboard.Settings;

/// <summary>A start over a database that lost a trigger by some hand: its own file is mended, another's is refused.</summary>
public sealed class BrokenRulesTests
{
    [Fact]
    public async Task A_file_of_SQLite_has_its_trigger_again_and_the_log_names_it()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using (var connection = new SqliteConnection(database.Settings.ConnectionString))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var drop = new SqliteCommand("DROP TRIGGER ledger_entry_stays", connection);
            await drop.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await database.CloseAsync();
        var log = new WrittenLog();
        await using var program = await RunningProgram.StartOverAsync(
            database.Source,
            builder => log.Follow(builder.Logging, ".DatabaseStart")
        );

        Assert.Empty(
            await program.Services.GetRequiredService<Store>().BrokenRulesAsync(TestContext.Current.CancellationToken)
        );
        Assert.Contains(
            "trigger ledger_entry_stays of ledger_entry (Missing)",
            Assert.Single(log.Entries),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task On_PostgreSQL_the_start_is_refused_with_the_trigger_and_the_verb_that_puts_it_back()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.PostgreSql);
        await using (var connection = new NpgsqlConnection(database.Settings.ConnectionString))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var disable = new NpgsqlCommand("ALTER TABLE ledger_entry DISABLE TRIGGER USER", connection);
            await disable.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var refused = await Assert.ThrowsAsync<SettingsException>(() =>
            RunningProgram.StartAsync(
                "Database:Provider=PostgreSql",
                $"ConnectionStrings:AmiDashboard={database.Settings.ConnectionString}"
            )
        );

        Assert.Equal("ConnectionStrings:AmiDashboard", refused.Setting);
        Assert.Contains("of ledger_entry (Disabled)", refused.Message, StringComparison.Ordinal);
        Assert.Contains("« migrate »", refused.Message, StringComparison.Ordinal);
    }
}
