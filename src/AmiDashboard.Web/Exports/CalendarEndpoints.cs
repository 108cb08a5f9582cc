using System.Globalization;
using System.Text;
using AmiDashboard.Core.People;
using AmiDashboard.Exchange.Calendars;
using AmiDashboard.Storage.Prototypes;
using AmiDashboard.Web.SignIn;

namespace AmiDashboard.Web.Exports;

/// <summary>
/// <c>/agenda/{key}.ics</c>: the sessions that the key's owner may see at that moment, for a calendar program, which does
/// not sign in; a key that sleeps is told so, every other has one and the same answer. <c>/export/agenda.ics</c>: the same for who is signed in.
/// </summary>
internal static class CalendarEndpoints
{
    private const string MediaType = "text/calendar; charset=utf-8";

    /// <summary>A calendar program brings no language of ours.</summary>
    private static readonly string Asleep =
        $"Cette adresse est en sommeil : son titulaire ne s’est pas connecté depuis {KeySleep.AfterDays} jours. Il suffit qu’il se connecte une fois pour la réveiller.\n"
        + $"This address sleeps: its owner has not signed in for {KeySleep.AfterDays} days. Signing in once wakes it.\n";

    /// <param name="exports">Of who is signed in; calendar programs have limits of their own.</param>
    public static void Map(IEndpointRouteBuilder routes, IEndpointRouteBuilder exports)
    {
        routes.MapGet("/agenda/{key}.ics", SubscribedAsync).AllowAnonymous();
        exports
            .MapGet("/export/agenda.ics", DownloadAsync)
            // Its address fits the charts' pattern as well.
            .WithOrder(-1)
            .RequireAuthorization(new AsksAttribute(SupportCalendar.Right));
    }

    private static async Task<IResult> SubscribedAsync(
        string key,
        HttpContext http,
        FindCalendarOwner owners,
        SupportCalendar sessions,
        CancellationToken cancellation
    )
    {
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        var owner = await owners.RunAsync(Viewer.Product, new(key), cancellation);
        return owner is { IsAsleep: true } ? Refused(Asleep, StatusCodes.Status403Forbidden)
            : owner?.Viewer.Can(SupportCalendar.Right) == true
                ? Results.Text(await WriteAsync(owner.Viewer, sessions, cancellation), MediaType, Encoding.UTF8)
            : Refused("Not found.", StatusCodes.Status404NotFound);
    }

    private static IResult Refused(string sentence, int status) =>
        Results.Text(sentence, "text/plain", Encoding.UTF8, status);

    private static async Task<IResult> DownloadAsync(
        CurrentViewer viewer,
        SupportCalendar sessions,
        CancellationToken cancellation
    )
    {
        var written = await WriteAsync(viewer.Value, sessions, cancellation);
        return Results.File(Encoding.UTF8.GetBytes(written), MediaType, "agenda.ics");
    }

    private static async Task<string> WriteAsync(
        Viewer viewer,
        SupportCalendar sessions,
        CancellationToken cancellation
    ) => SessionCalendar.Of(await sessions.RunAsync(viewer, new(), cancellation), CultureInfo.CurrentUICulture);
}
