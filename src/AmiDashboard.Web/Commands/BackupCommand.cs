using System.CommandLine;
using AmiDashboard.Storage.Portability;

namespace AmiDashboard.Web.Commands;

internal static class BackupCommand
{
    public static Command Of(Run run)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Where to write; it must not exist yet." };
        var command = new Command(
            "backup",
            "Writes every fact, as of one instant and while the program may be serving, into one file that either engine restores."
        )
        {
            file,
        };
        command.SetAction(
            (parsed, cancellation) =>
                run.VerbAsync(
                    parsed,
                    services => BackUpAsync(services, parsed.GetRequiredValue(file).FullName, cancellation)
                )
        );
        return command;
    }

    private static async Task<bool> BackUpAsync(IServiceProvider services, string file, CancellationToken cancellation)
    {
        var terminal = services.GetRequiredService<InvocationConfiguration>();
        var outcome = await ActivatorUtilities.CreateInstance<BackupStore>(services).RunAsync(file, cancellation);
        if (outcome.Refusal is { } refusal)
        {
            await terminal.Error.WriteLineAsync(PortabilityTexts.Say(refusal));
            return false;
        }

        var done = outcome.Value!;
        await terminal.Output.WriteLineAsync(
            $"{done.File}: {done.Rows} rows of {done.Tables} tables, {done.Bytes} bytes."
        );
        return true;
    }
}
