using AmiDashboard.Core.People;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace AmiDashboard.Storage;

/// <summary>What differs between the two engines when a database is opened.</summary>
internal static class Engine
{
    private const int SqliteConstraintUnique = 2067;
    private const int SqliteConstraintPrimaryKey = 1555;

    public static Func<Perimeter, AmiContext> Of(DatabaseSettings settings)
    {
        switch (settings.Provider)
        {
            case DatabaseProvider.Sqlite:
                var sqlite = new DbContextOptionsBuilder<SqliteContext>()
                    .UseSqlite(SqliteConnectionString(settings.ConnectionString))
                    .Options;
                return perimeter => new SqliteContext(sqlite, perimeter);
            case DatabaseProvider.PostgreSql:
                var postgreSql = new DbContextOptionsBuilder<PostgreSqlContext>()
                    .UseNpgsql(settings.ConnectionString)
                    .Options;
                return perimeter => new PostgreSqlContext(postgreSql, perimeter);
            default:
                throw new ArgumentOutOfRangeException(nameof(settings), settings.Provider, null);
        }
    }

    public static bool IsUniqueViolation(DbUpdateException failure) =>
        failure.InnerException switch
        {
            SqliteException sqlite => sqlite.SqliteExtendedErrorCode
                is SqliteConstraintUnique
                    or SqliteConstraintPrimaryKey,
            PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
            _ => false,
        };

    private static string SqliteConnectionString(string written)
    {
        var builder = new SqliteConnectionStringBuilder(written) { ForeignKeys = true };
        if (builder.DataSource is { Length: > 0 } file && file != ":memory:")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        }

        return builder.ToString();
    }
}

/// <summary>For the migrations tool only: it never connects.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteContext>
{
    public SqliteContext CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=design.db").Options,
            Perimeter.Everything
        );
}

/// <summary>For the migrations tool only: it never connects.</summary>
internal sealed class PostgreSqlDesign : IDesignTimeDbContextFactory<PostgreSqlContext>
{
    public PostgreSqlContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlContext>().UseNpgsql("Host=design").Options, Perimeter.Everything);
}
