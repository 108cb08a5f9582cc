using System.CommandLine;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Portability;

namespace AmiDashboard.Web.Commands;

internal static class VerifyCommand
{
    public static Command Of(Run run)
    {
        var command = new Command(
            "verify",
            "Checks that the settings are right, that the database answers and is whole, that what is repeated for speed agrees with the facts, scores and sessions with their rules, money with the chain of its entries, and prototypes with the order of their plans. Changes nothing."
        );
        command.SetAction(
            (parsed, cancellation) => run.VerbAsync(parsed, services => VerifyAsync(services, cancellation))
        );
        return command;
    }

    private static async Task<bool> VerifyAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var terminal = services.GetRequiredService<InvocationConfiguration>();
        if (!await services.GetRequiredService<Store>().IsReadyAsync(cancellation))
        {
            await terminal.Error.WriteLineAsync(
                "The database does not answer, or lacks a migration: run the verb « migrate »."
            );
            return false;
        }

        var result = await ActivatorUtilities.CreateInstance<VerifyStore>(services).RunAsync(cancellation);
        foreach (var finding in result.Findings)
        {
            await terminal.Error.WriteLineAsync(PortabilityTexts.Say(finding));
        }

        await terminal.Output.WriteLineAsync(
            $"{result.Applications} applications, {result.Reviews} reviews, {result.Sessions} sessions, {result.Entries} entries, {result.Prototypes} prototypes and {result.Changes} changes read, {result.Findings.Count} disagreements found."
        );
        return result.Findings.Count == 0;
    }
}
