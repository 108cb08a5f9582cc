using System.CommandLine;
using AmiDashboard.Storage;

namespace AmiDashboard.Web.Commands;

internal static class VerifyCommand
{
    public static Command Of(Run run)
    {
        var command = new Command(
            "verify",
            "Checks that the settings are right, that the database answers and has every migration, and that a SQLite file is whole. Changes nothing."
        );
        command.SetAction(
            (parsed, cancellation) =>
                run.VerbAsync(
                    parsed,
                    async services =>
                    {
                        if (!await services.GetRequiredService<Store>().IsReadyAsync(cancellation))
                        {
                            await Console.Error.WriteLineAsync(
                                "The database does not answer, or lacks a migration: run the verb « migrate »."
                            );
                            return false;
                        }

                        var settings = services.GetRequiredService<DatabaseSettings>();
                        if (
                            settings.Provider == DatabaseProvider.Sqlite
                            && SqliteFile.Fault(settings.ConnectionString) is { } fault
                        )
                        {
                            await Console.Error.WriteLineAsync($"The SQLite file is damaged: {fault}");
                            return false;
                        }

                        Console.WriteLine("The settings are right; the database answers, is whole and up to date.");
                        return true;
                    }
                )
        );
        return command;
    }
}
