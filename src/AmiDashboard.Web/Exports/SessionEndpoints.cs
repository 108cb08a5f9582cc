using System.Globalization;
using AmiDashboard.Charts.Documents;
using AmiDashboard.Storage.Editions;
using AmiDashboard.Storage.Scores;
using AmiDashboard.Web.SignIn;

namespace AmiDashboard.Web.Exports;

/// <summary><c>/rapports/seance-{id}.pdf</c>: the minutes of a session, as much of them as the viewer may see.</summary>
internal static class SessionEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/rapports/seance-{id:int}.pdf", MinutesAsync)
            .RequireAuthorization(new AsksAttribute(SessionSheet.Right));

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

        var edition = (await editions.RunAsync(viewer.Value, new(), cancellation)).FirstOrDefault(one =>
            one.Number == session.Edition
        );
        using var written = new MemoryStream();
        SessionMinutes.Write(written, session, edition?.Name ?? "", CultureInfo.CurrentUICulture);
        return Results.File(written.ToArray(), "application/pdf", $"seance-{id}.pdf");
    }
}
