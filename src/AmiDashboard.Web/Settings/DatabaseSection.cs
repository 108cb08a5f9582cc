using AmiDashboard.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AmiDashboard.Web.Settings;

/// <summary>Reads <c>Database:Provider</c> and <c>ConnectionStrings:AmiDashboard</c>.</summary>
internal static class DatabaseSection
{
    public static DatabaseSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var section = new SettingsSection(configuration, "Database", "Provider");
        var connection = new SettingsSection(configuration, "ConnectionStrings", "AmiDashboard");
        var written = section.Text("Provider") ?? nameof(DatabaseProvider.Sqlite);
        return written.ToUpperInvariant() switch
        {
            "SQLITE" => new(DatabaseProvider.Sqlite, Sqlite(connection, environment)),
            "POSTGRESQL" => new(DatabaseProvider.PostgreSql, PostgreSql(connection)),
            _ => throw section.Wrong("Provider", $"is « {written} »; write Sqlite or PostgreSql"),
        };
    }

    /// <summary>A relative file stands in the content root, wherever the program is started from.</summary>
    private static string Sqlite(SettingsSection connection, IHostEnvironment environment)
    {
        var written = connection.Text("AmiDashboard") ?? "Data Source=data/amidashboard.db";
        try
        {
            var builder = new SqliteConnectionStringBuilder(written);
            if (builder.DataSource.Length == 0)
            {
                throw connection.Wrong("AmiDashboard", "names no file; write « Data Source=data/amidashboard.db »");
            }

            builder.DataSource = Path.Combine(environment.ContentRootPath, builder.DataSource);
            Directory.CreateDirectory(Path.GetDirectoryName(builder.DataSource)!);
            return builder.ToString();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw connection.Wrong(
                "AmiDashboard",
                $"names a folder that does not exist and cannot be made ({failure.Message}); name one that may be written"
            );
        }
        catch (ArgumentException)
        {
            throw connection.Wrong(
                "AmiDashboard",
                "is not a connection string of SQLite; write « Data Source=data/amidashboard.db »"
            );
        }
    }

    private static string PostgreSql(SettingsSection connection)
    {
        const string Example = "write « Host=…;Database=…;Username=…;Password=… »";
        var written = connection.Required("AmiDashboard", Example);
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(written);
            return builder.Host is { Length: > 0 } && builder.Database is { Length: > 0 }
                ? written
                : throw connection.Wrong("AmiDashboard", $"names no host or no database; {Example}");
        }
        catch (ArgumentException)
        {
            // The value holds a password: it is not repeated.
            throw connection.Wrong("AmiDashboard", $"is not a connection string of PostgreSQL; {Example}");
        }
    }
}
