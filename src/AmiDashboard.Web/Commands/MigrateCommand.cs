using System.CommandLine;
using AmiDashboard.Storage;

namespace AmiDashboard.Web.Commands;

internal static class MigrateCommand
{
    public static Command Of(Run run)
    {
        var command = new Command(
            "migrate",
            "Brings the database to this version's last migration, creating it where it does not exist. Run it before a new version serves on PostgreSQL."
        );
        command.SetAction(
            (parsed, cancellation) =>
                run.VerbAsync(
                    parsed,
                    async services =>
                    {
                        await services.GetRequiredService<Store>().MigrateAsync(cancellation);
                        Console.WriteLine("The database has every migration of this version.");
                        return true;
                    }
                )
        );
        return command;
    }
}
