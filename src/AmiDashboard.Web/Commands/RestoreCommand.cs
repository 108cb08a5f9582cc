using System.CommandLine;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Portability;

namespace AmiDashboard.Web.Commands;

internal static class RestoreCommand
{
    public static Command Of(Run run)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A file that the verb « backup » wrote." };
        var command = new Command(
            "restore",
            "Puts a backup into an empty database, of either engine: all of it, or nothing. What a database holds is never overwritten."
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
        var terminal = services.GetRequiredService<InvocationConfiguration>();
        if (!file.Exists)
        {
            await terminal.Error.WriteLineAsync(
                $"{file.FullName} does not exist: name a file that the verb « backup » wrote."
            );
            return false;
        }

        await services.GetRequiredService<Store>().MigrateAsync(cancellation);
        var outcome = await ActivatorUtilities
            .CreateInstance<RestoreStore>(services)
            .RunAsync(file.FullName, cancellation);
        if (outcome.Refusal is { } refusal)
        {
            await terminal.Error.WriteLineAsync(PortabilityTexts.Say(refusal));
            return false;
        }

        var done = outcome.Value!;
        await terminal.Output.WriteLineAsync(
            $"{done.Rows} rows of {done.Tables} tables, as of {done.MadeAt:yyyy-MM-dd HH:mm:ss} UTC."
        );
        return true;
    }
}
