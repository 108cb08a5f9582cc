using System.CommandLine;
using AmiDashboard.Storage;
using Microsoft.Data.Sqlite;

namespace AmiDashboard.Web.Commands;

internal static class RestoreCommand
{
    public static Command Of(Run run)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A file that the verb « backup » wrote." };
        var command = new Command(
            "restore",
            "Puts a backup in place of the SQLite database, and keeps the present one beside it. Stop the program first. For PostgreSQL use pg_restore."
        )
        {
            file,
        };
        command.SetAction(
            (parsed, cancellation) =>
                run.VerbAsync(parsed, services => RestoreAsync(services, parsed.GetRequiredValue(file), cancellation))
        );
        return command;
    }

    private static async Task<bool> RestoreAsync(
        IServiceProvider services,
        FileInfo file,
        CancellationToken cancellation
    )
    {
        var settings = services.GetRequiredService<DatabaseSettings>();
        if (Refusal(settings, file) is { } refusal)
        {
            await Console.Error.WriteLineAsync(refusal);
            return false;
        }

        var present = new SqliteConnectionStringBuilder(settings.ConnectionString).DataSource;
        if (File.Exists(present))
        {
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var kept = $"{present}.{now.UtcDateTime:yyyyMMdd-HHmmss}";
            SqliteFile.Copy(settings.ConnectionString, SqliteFile.ConnectionTo(kept));
            Console.WriteLine($"The present database is kept as {kept}.");
        }

        SqliteFile.Copy(SqliteFile.ConnectionTo(file.FullName), settings.ConnectionString);
        await services.GetRequiredService<Store>().MigrateAsync(cancellation);
        Console.WriteLine($"{file.FullName} is in place, with every migration of this version.");
        return true;
    }

    private static string? Refusal(DatabaseSettings settings, FileInfo file)
    {
        if (settings.Provider != DatabaseProvider.Sqlite)
        {
            return "The verb « restore » puts a SQLite file in place; for PostgreSQL use pg_restore.";
        }

        if (!file.Exists)
        {
            return $"{file.FullName} does not exist: name a file that the verb « backup » wrote.";
        }

        var connection = SqliteFile.ConnectionTo(file.FullName);
        try
        {
            return SqliteFile.Fault(connection) is { } fault ? $"{file.FullName} is damaged: {fault}"
                : SqliteFile.HoldsFacts(connection) ? null
                : $"{file.FullName} is not a database of this program.";
        }
        catch (SqliteException)
        {
            return $"{file.FullName} is not a SQLite database.";
        }
    }
}
