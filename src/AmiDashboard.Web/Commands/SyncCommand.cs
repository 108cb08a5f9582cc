using System.CommandLine;
using System.Globalization;
using AmiDashboard.Core.Applications;
using AmiDashboard.Exchange.DemarchesSimplifiees;
using AmiDashboard.Exchange.DemarchesSimplifiees.Mirroring;

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
            (parsed, cancellation) =>
                run.VerbAsync(
                    parsed,
                    services =>
                        SynchroniseAsync(
                            services,
                            parsed.GetValue(full) ? SyncKind.Full : SyncKind.Incremental,
                            cancellation
                        )
                )
        );
        return command;
    }

    private static async Task<bool> SynchroniseAsync(
        IServiceProvider services,
        SyncKind kind,
        CancellationToken cancellation
    )
    {
        var terminal = services.GetRequiredService<InvocationConfiguration>();
        var outcome = await services
            .GetRequiredService<Synchronisation>()
            .RunOnceAsync(kind, new Pages(terminal.Error), cancellation);
        if (outcome.Refusal is { } refusal)
        {
            await terminal.Error.WriteLineAsync(SyncTexts.Of(refusal.Key, [.. refusal.Arguments]));
            return false;
        }

        var end = outcome.Value!;
        var counts = end.Counts;
        await terminal.Output.WriteLineAsync(
            $"{end.State}: {counts.Read} read, {counts.Added} added, {counts.Changed} changed, {counts.Unchanged} unchanged, {counts.Problems} not understood."
        );
        if (end.ErrorKey is { } key)
        {
            await terminal.Error.WriteLineAsync(SyncTexts.Of(key, end.ErrorDetail));
        }

        return end.IsDone;
    }

    /// <summary>One line a page, in order: <see cref="Progress{T}"/> would mix them.</summary>
    private sealed class Pages(TextWriter error) : IProgress<SyncProgress>
    {
        public void Report(SyncProgress value) =>
            error.WriteLine($"{value.Read} of {value.Expected?.ToString(CultureInfo.InvariantCulture) ?? "?"} read");
    }
}
