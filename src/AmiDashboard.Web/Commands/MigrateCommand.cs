using System.CommandLine;
using AmiDashboard.Storage;

namespace AmiDashboard.Web.Commands;

internal static class MigrateCommand
{
    public static Command Of(Run run)
    {
        var command = new Command(
            "migrate",
            "Brings the database to this version's last migration, creating it where it does not exist, and puts back the triggers that it lacks. Run it before a new version serves on PostgreSQL."
        );
        command.SetAction(
            (parsed, cancellation) =>
                run.VerbAsync(
                    parsed,
                    async services =>
                    {
                        var terminal = services.GetRequiredService<InvocationConfiguration>();
                        var broken = await services.GetRequiredService<Store>().MigrateAsync(cancellation);
                        foreach (var rule in broken)
                        {
                            await terminal.Output.WriteLineAsync(
                                $"Put back: trigger {rule.Name} of {rule.Table} ({rule.State})."
                            );
                        }

                        if (broken.Count > 0)
                        {
                            await terminal.Output.WriteLineAsync(
                                "While they were not there the database held less: run the verb « verify »."
                            );
                        }

                        await terminal.Output.WriteLineAsync(
                            "The database has every migration and every rule of this version."
                        );
                        return true;
                    }
                )
        );
        return command;
    }
}
