using System.CommandLine;

namespace AmiDashboard.Web.Commands;

internal static class ImportCommand
{
    public static Command Of(Run run)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A CSV or XLSX export of démarches-simplifiées." };
        var edition = new Option<int?>("--edition")
        {
            Description = "The number of the edition that the applications belong to.",
        };
        var apply = new Option<bool>("--apply")
        {
            Description = "Write what the report announces; without it nothing is written.",
        };
        var command = new Command(
            "import",
            "Checks an export line by line and reports each fault (line, column, value, reason); with --apply, writes it as well."
        )
        {
            file,
            edition,
            apply,
        };
        command.SetAction(
            (parsed, _) =>
                run.VerbAsync(
                    parsed,
                    _ =>
                    {
                        var given = parsed.GetRequiredValue(file);
                        if (!given.Exists)
                        {
                            Console.Error.WriteLine($"{given.FullName} does not exist.");
                            return Task.FromResult(false);
                        }

                        // The import of Exchange is called here.
                        Console.Error.WriteLine("This version cannot import yet.");
                        return Task.FromResult(false);
                    }
                )
        );
        return command;
    }
}
