using System.CommandLine;
using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Exchange.DemarchesSimplifiees.Exports;
using AmiDashboard.Storage.Applications.Imports;
using AmiDashboard.Storage.Editions;

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
            (parsed, cancellation) =>
                run.VerbAsync(
                    parsed,
                    services =>
                        ImportAsync(
                            services,
                            parsed.GetRequiredValue(file),
                            parsed.GetValue(edition),
                            parsed.GetValue(apply),
                            cancellation
                        )
                )
        );
        return command;
    }

    private static async Task<bool> ImportAsync(
        IServiceProvider services,
        FileInfo file,
        int? edition,
        bool isApplied,
        CancellationToken cancellation
    )
    {
        var terminal = services.GetRequiredService<InvocationConfiguration>();
        if (!file.Exists)
        {
            await terminal.Error.WriteLineAsync($"{file.FullName} does not exist.");
            return false;
        }

        var editions = await services.GetRequiredService<EditionList>().RunAsync(Viewer.Product, new(), cancellation);
        if ((edition ?? (editions.Count > 0 ? editions[^1].Number : null)) is not { } number)
        {
            await terminal.Error.WriteLineAsync(
                "There is no edition yet to import into: add it with the verb « edition », or on the page « Éditions »."
            );
            return false;
        }

        var form = await services
            .GetRequiredService<KnownFormOfEdition>()
            .RunAsync(Viewer.Product, new(number), cancellation);
        await using var stream = file.OpenRead();
        var read = await services.GetRequiredService<ReadExport>().RunAsync(stream, file.Name, form, cancellation);
        if (read.Refusal is { } unreadable)
        {
            return await RefuseAsync(terminal, unreadable);
        }

        var preview = await services
            .GetRequiredService<PreviewImport>()
            .RunAsync(Viewer.Product, new(number, read.Value!), cancellation);
        if (preview.Refusal is { } refusal)
        {
            return await RefuseAsync(terminal, refusal);
        }

        await ReportAsync(terminal, preview.Value!);
        if (!isApplied)
        {
            await terminal.Output.WriteLineAsync("Nothing was written: add --apply to take it in.");
            return true;
        }

        var applied = await services
            .GetRequiredService<ApplyImport>()
            .RunAsync(Viewer.Product, new(number, read.Value!), cancellation);
        if (applied.Refusal is { } failed)
        {
            return await RefuseAsync(terminal, failed);
        }

        await terminal.Output.WriteLineAsync(
            $"Written: {applied.Value!.Added} added, {applied.Value.Changed} changed."
        );
        return true;
    }

    private static async Task ReportAsync(InvocationConfiguration terminal, ImportPreview preview)
    {
        foreach (var problem in preview.Problems)
        {
            await terminal.Output.WriteLineAsync(
                $"line {problem.Line}, {problem.Column ?? "-"}: {problem.Value ?? ""} — {ImportTexts.Say(problem)}"
            );
        }

        foreach (var notice in preview.File.Notices)
        {
            await terminal.Output.WriteLineAsync(ImportTexts.Say(notice));
        }

        await terminal.Output.WriteLineAsync(
            $"Edition {preview.Edition}: {preview.File.Lines} lines, {preview.New} new, {preview.Changed} changed, {preview.Unchanged} unchanged, {preview.Older} older, {preview.Refused} refused."
        );
    }

    private static async Task<bool> RefuseAsync(InvocationConfiguration terminal, Refusal refusal)
    {
        await terminal.Error.WriteLineAsync(ImportTexts.Say(refusal));
        return false;
    }
}
