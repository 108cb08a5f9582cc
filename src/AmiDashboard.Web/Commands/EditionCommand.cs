using System.CommandLine;
using AmiDashboard.Core;
using AmiDashboard.Core.Editions;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Editions;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Editions;
using Microsoft.Extensions.Localization;

namespace AmiDashboard.Web.Commands;

internal static class EditionCommand
{
    private static readonly TimeSpan LastSecond = TimeSpan.FromSeconds(1);

    public static Command Of(Run run)
    {
        var number = new Option<int>("--number")
        {
            Description = $"What people call it by, from 1 to {EditionRules.LargestNumber}.",
            Required = true,
        };
        var name = new Option<string>("--name") { Description = "Such as « Édition de 2027 ».", Required = true };
        var opens = Day("--opens", "The day, in Paris, on which the call opens, such as 2027-01-15.");
        var closes = Day("--closes", "The last day, in Paris, on which an application may be deposited.");
        var results = new Option<DateOnly?>("--results")
        {
            Description = "The day, in Paris, on which the laureates are announced.",
        };
        var support = new Option<int>("--support")
        {
            Description = "Whole months of support given to a laureate.",
            DefaultValueFactory = _ => 10,
        };
        var command = new Command(
            "edition",
            "Adds an edition of the call, which everything else belongs to. Its calendar is changed on the page « Éditions »."
        )
        {
            number,
            name,
            opens,
            closes,
            results,
            support,
        };
        command.SetAction(
            (parsed, cancellation) =>
                run.VerbAsync(
                    parsed,
                    services =>
                        RecordAsync(
                            services,
                            new Edition
                            {
                                Number = parsed.GetRequiredValue(number),
                                Name = parsed.GetRequiredValue(name),
                                OpensAt = ParisTime.StartOf(parsed.GetRequiredValue(opens)),
                                Deadline = ParisTime.StartAfter(parsed.GetRequiredValue(closes)) - LastSecond,
                                ResultsOn = parsed.GetValue(results),
                                SupportMonths = parsed.GetRequiredValue(support),
                            },
                            cancellation
                        )
                )
        );
        return command;
    }

    private static Option<DateOnly> Day(string name, string description) =>
        new(name) { Description = description, Required = true };

    private static async Task<bool> RecordAsync(
        IServiceProvider services,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var terminal = services.GetRequiredService<InvocationConfiguration>();
        var outcome = await services
            .GetRequiredService<RecordEdition>()
            .RunAsync(Viewer.Product, edition, cancellation);
        if (outcome.Refusal is { } refusal)
        {
            var words = services.GetRequiredService<IStringLocalizer<EditionTexts>>();
            await terminal.Error.WriteLineAsync(RefusalText.Of(refusal, words));
            return false;
        }

        await terminal.Output.WriteLineAsync(
            $"Edition {edition.Number}, « {edition.Name} », is there: open from {ParisTime.FromUtc(edition.OpensAt):yyyy-MM-dd HH:mm} to {ParisTime.FromUtc(edition.Deadline):yyyy-MM-dd HH:mm:ss}, Paris time."
        );
        return true;
    }
}
