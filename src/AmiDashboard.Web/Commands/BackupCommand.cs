using System.CommandLine;
using AmiDashboard.Storage;

namespace AmiDashboard.Web.Commands;

internal static class BackupCommand
{
    public static Command Of(Run run)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Where to write; it must not exist yet." };
        var command = new Command(
            "backup",
            "Writes a copy of the SQLite database, as of one instant, while the program may be serving. For PostgreSQL use pg_dump."
        )
        {
            file,
        };
        command.SetAction(
            (parsed, _) =>
                run.VerbAsync(
                    parsed,
                    services =>
                        Task.FromResult(
                            Backup(services.GetRequiredService<DatabaseSettings>(), parsed.GetRequiredValue(file))
                        )
                )
        );
        return command;
    }

    private static bool Backup(DatabaseSettings settings, FileInfo file)
    {
        if (settings.Provider != DatabaseProvider.Sqlite)
        {
            Console.Error.WriteLine("The verb « backup » copies a SQLite file; for PostgreSQL use pg_dump.");
            return false;
        }

        if (file.Exists)
        {
            Console.Error.WriteLine($"{file.FullName} exists: name a file that does not.");
            return false;
        }

        var partial = file.FullName + ".partial";
        File.Delete(partial);
        SqliteFile.Copy(settings.ConnectionString, SqliteFile.ConnectionTo(partial));
        if (SqliteFile.Fault(SqliteFile.ConnectionTo(partial)) is { } fault)
        {
            Console.Error.WriteLine($"The copy is damaged, as the database may be: {fault}");
            return false;
        }

        File.Move(partial, file.FullName);
        Console.WriteLine($"{file.FullName}: {new FileInfo(file.FullName).Length} bytes, checked.");
        return true;
    }
}
