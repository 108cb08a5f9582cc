using System.CommandLine;
using System.Globalization;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.People;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.People;
using Microsoft.Extensions.Localization;

namespace AmiDashboard.Web.Commands;

internal static class InviteCommand
{
    public static Command Of(Run run)
    {
        var email = new Option<string?>("--email")
        {
            Description =
                "Keeps the profile for who signs in with this e-mail, verified by the provider. Without it a code is told, for whoever brings it.",
        };
        var profile = new Option<Profile>("--profile")
        {
            Description = "The profile that is given.",
            DefaultValueFactory = _ => Profile.Administrator,
        };
        var edition = new Option<int?>("--edition")
        {
            Description = "Over one edition, by its number, and not over all.",
        };
        var applications = new Option<int[]>("--applications")
        {
            Description = "Over some applications, by their numbers.",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command(
            "invite",
            "Lets somebody in who holds no right yet, such as the first administrator: by a code, good once and for an hour, or by their e-mail."
        )
        {
            email,
            profile,
            edition,
            applications,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(edition) is not null && result.GetValue(applications) is { Length: > 0 })
            {
                result.AddError("Name an edition or applications, not both.");
            }
        });
        command.SetAction(
            (parsed, cancellation) =>
                run.VerbAsync(
                    parsed,
                    services =>
                    {
                        var given = parsed.GetRequiredValue(profile);
                        var perimeter =
                            parsed.GetValue(edition) is { } number ? Perimeter.OfEdition(number)
                            : parsed.GetValue(applications) is { Length: > 0 } numbers
                                ? Perimeter.OfApplications(numbers)
                            : Perimeter.Everything;
                        return parsed.GetValue(email) is { } address
                            ? InviteAsync(services, new([address], given, perimeter), cancellation)
                            : TellCodeAsync(services, new(given, perimeter), cancellation);
                    }
                )
        );
        return command;
    }

    private static async Task<bool> InviteAsync(
        IServiceProvider services,
        InvitePeople.Request request,
        CancellationToken cancellation
    )
    {
        var words = services.GetRequiredService<IStringLocalizer<PeopleTexts>>();
        var outcome = await services.GetRequiredService<InvitePeople>().RunAsync(Viewer.Product, request, cancellation);
        return await TellAsync(
            services,
            outcome.Refusal is { } refusal ? RefusalText.Of(refusal, words) : null,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{request.Emails[0]} is invited, as {request.Profile}, {PerimeterText.Of(request.Perimeter, words)}, for {InvitationRules.EmailLifetime.Days} days. It is given when they sign in; tell them to."
            )
        );
    }

    private static async Task<bool> TellCodeAsync(
        IServiceProvider services,
        IssueInvitationCode.Request request,
        CancellationToken cancellation
    )
    {
        var words = services.GetRequiredService<IStringLocalizer<PeopleTexts>>();
        var outcome = await services
            .GetRequiredService<IssueInvitationCode>()
            .RunAsync(Viewer.Product, request, cancellation);
        return await TellAsync(
            services,
            outcome.Refusal is { } refusal ? RefusalText.Of(refusal, words) : null,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{outcome.Value}\nGives {request.Profile}, {PerimeterText.Of(request.Perimeter, words)}, once and for {InvitationRules.CodeLifetime.TotalMinutes} minutes, to whoever signs in and types it on the page that says that they hold no right."
            )
        );
    }

    private static async Task<bool> TellAsync(IServiceProvider services, string? refused, string done)
    {
        var terminal = services.GetRequiredService<InvocationConfiguration>();
        await (refused is null ? terminal.Output : terminal.Error).WriteLineAsync(refused ?? done);
        return refused is null;
    }
}
