using System.CommandLine;
using AmiDashboard.Web.Settings;

namespace AmiDashboard.Web.Commands;

internal static class SyncCommand
{
    public static Command Of(Run run)
    {
        var full = new Option<bool>("--full")
        {
            Description = "Read every dossier and both lists of deletions, as is done each night.",
        };
        var command = new Command(
            "sync",
            "Reads from démarches-simplifiées what changed since the last time, once, and says what it changed here."
        )
        {
            full,
        };
        command.SetAction(
            (parsed, _) =>
                run.VerbAsync(
                    parsed,
                    services =>
                    {
                        if (services.GetRequiredService<ProgramSettings>().Source is null)
                        {
                            Console.Error.WriteLine(
                                "Nothing to synchronise: set DemarchesSimplifiees:Demarche and DemarchesSimplifiees:Token."
                            );
                            return Task.FromResult(false);
                        }

                        // The synchronisation of Exchange is called here.
                        Console.Error.WriteLine("This version cannot synchronise yet.");
                        return Task.FromResult(false);
                    }
                )
        );
        return command;
    }
}
