using Microsoft.Data.Sqlite;

namespace AmiDashboard.Web.Commands;

/// <summary>Copies and checks the file of an embedded database as a whole; of its facts it knows nothing.</summary>
internal static class SqliteFile
{
    /// <summary>What SQLite finds wrong: pages, indexes, references between rows. Null where the file is whole.</summary>
    public static string? Fault(string connectionString)
    {
        using var connection = Open(connectionString, SqliteOpenMode.ReadOnly);
        var integrity = First(connection, "PRAGMA integrity_check");
        return integrity != "ok" ? integrity
            : First(connection, "PRAGMA foreign_key_check") is { } table ? $"a row of {table} refers to nothing"
            : null;
    }

    /// <summary>Whether it is a database of this program.</summary>
    public static bool HoldsFacts(string connectionString)
    {
        using var connection = Open(connectionString, SqliteOpenMode.ReadOnly);
        return First(
            connection,
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsHistory'"
        )
            is not null;
    }

    /// <summary>A copy as of one instant, taken while others may be writing.</summary>
    public static void Copy(string from, string to)
    {
        using var source = Open(from, SqliteOpenMode.ReadOnly);
        using var target = Open(to, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(target);
    }

    public static string ConnectionTo(string file) =>
        new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(file) }.ToString();

    private static SqliteConnection Open(string connectionString, SqliteOpenMode mode)
    {
        // No pool: the file may be moved once this is done.
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(connectionString) { Mode = mode, Pooling = false }.ToString()
        );
        connection.Open();
        return connection;
    }

    private static string? First(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }
}
