using System.CommandLine;

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
            "Fills an empty database with invented applications, for trials at scale. In Development only."
        )
        {
            applications,
            seed,
        };
        command.SetAction(
            (parsed, _) =>
                run.VerbAsync(
                    parsed,
                    services =>
                    {
                        if (!services.GetRequiredService<IHostEnvironment>().IsDevelopment())
                        {
                            Console.Error.WriteLine("Invented applications belong to Development only.");
                            return Task.FromResult(false);
                        }

                        // The invention of Storage is called here.
                        Console.Error.WriteLine("This version cannot invent applications yet.");
                        return Task.FromResult(false);
                    }
                )
        );
        return command;
    }
}
