using System.Globalization;
using AmiDashboard.Charts.Documents;
using AmiDashboard.Core.Scores;
using AmiDashboard.Exchange.Letters;
using AmiDashboard.Storage.Editions;
using AmiDashboard.Storage.Scores;
using AmiDashboard.Web.SignIn;

namespace AmiDashboard.Web.Exports;

/// <summary>
/// <c>/rapports/seance-{id}.pdf</c>: the minutes of a session, as much of them as the viewer may see; and
/// <c>/export/lettres-{id}.{format}</c>: the letters that follow from SGPI's decision.
/// </summary>
internal static class SessionEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/rapports/seance-{id:int}.pdf", MinutesAsync)
            .RequireAuthorization(new AsksAttribute(SessionSheet.Right));
        routes
            .MapGet("/export/lettres-{id:int}.{format}", LettersAsync)
            .WithOrder(-1)
            .RequireAuthorization(new AsksAttribute(SessionSheet.Right));
    }

    private static async Task<IResult> LettersAsync(
        int id,
        string format,
        CurrentViewer viewer,
        SessionSheet sessions,
        EditionList editions,
        CancellationToken cancellation
    ) =>
        await sessions.RunAsync(viewer.Value, new(id), cancellation)
            is { Body: DecidingBody.Sgpi, State: SessionState.Closed } session
            ? ExportEndpoints.SheetResult(
                format,
                $"lettres-{id}",
                ResultLetters.Of(
                    session,
                    await NameAsync(session.Edition, viewer, editions, cancellation),
                    CultureInfo.CurrentUICulture
                )
            )
            : Results.NotFound();

    private static async Task<IResult> MinutesAsync(
        int id,
        CurrentViewer viewer,
        SessionSheet sessions,
        EditionList editions,
        CancellationToken cancellation
    )
    {
        if (await sessions.RunAsync(viewer.Value, new(id), cancellation) is not { } session)
        {
            return Results.NotFound();
        }

        var edition = await NameAsync(session.Edition, viewer, editions, cancellation);
        using var written = new MemoryStream();
        SessionMinutes.Write(written, session, edition, CultureInfo.CurrentUICulture);
        return Results.File(written.ToArray(), "application/pdf", $"seance-{id}.pdf");
    }

    private static async Task<string> NameAsync(
        int edition,
        CurrentViewer viewer,
        EditionList editions,
        CancellationToken cancellation
    ) =>
        (await editions.RunAsync(viewer.Value, new(), cancellation)).FirstOrDefault(one => one.Number == edition)?.Name
        ?? "";
}
