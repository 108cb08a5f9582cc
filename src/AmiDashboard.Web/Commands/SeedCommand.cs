using System.CommandLine;
using AmiDashboard.Core.Demonstration;
using AmiDashboard.Core.People;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Demonstration;

namespace AmiDashboard.Web.Commands;

internal static class SeedCommand
{
    public static Command Of(Run run)
    {
        var applications = new Option<int>("--applications")
        {
            Description = "How many applications to invent.",
            DefaultValueFactory = _ => 1000,
        };
        var seed = new Option<int>("--seed")
        {
            Description = "The same seed invents the same applications.",
            DefaultValueFactory = _ => 1,
        };
        var command = new Command(
            "seed",
            "Adds invented applications in an edition of their own, for trials at scale. In Development only."
        )
        {
            applications,
            seed,
        };
        command.SetAction(
            (parsed, cancellation) =>
                run.VerbAsync(
                    parsed,
                    services => SeedAsync(services, parsed.GetValue(applications), parsed.GetValue(seed), cancellation)
                )
        );
        return command;
    }

    private static async Task<bool> SeedAsync(
        IServiceProvider services,
        int count,
        int seed,
        CancellationToken cancellation
    )
    {
        var terminal = services.GetRequiredService<InvocationConfiguration>();
        if (!services.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            await terminal.Error.WriteLineAsync("Invented applications belong to Development only.");
            return false;
        }

        if (count is < 1 or > GeneratedApplications.Most)
        {
            await terminal.Error.WriteLineAsync($"--applications is a number from 1 to {GeneratedApplications.Most}.");
            return false;
        }

        await services.GetRequiredService<Store>().MigrateAsync(cancellation);
        var place = services.GetRequiredService<PlaceApplications>();
        var placed = 0;
        foreach (var batch in GeneratedApplications.Of(count, seed).Chunk(PlaceApplications.BatchSize))
        {
            var outcome = await place.RunAsync(Viewer.Product, new(GeneratedApplications.Edition, batch), cancellation);
            if (outcome.Refusal is { } refusal)
            {
                await terminal.Error.WriteLineAsync($"Stopped after {placed}: {refusal.Key}.");
                return false;
            }

            placed += outcome.Value;
            await terminal.Error.WriteLineAsync($"{placed} placed");
        }

        await terminal.Output.WriteLineAsync($"{placed} applications placed.");
        return true;
    }
}
