using AmiDashboard.Storage.Budgets;
using AmiDashboard.Web.SignIn;

namespace AmiDashboard.Web.Budgets;

/// <summary>
/// <c>/budgets/documents/{id}</c>: a document as it was sent, always to be saved and never shown by the browser, whatever
/// it holds.
/// </summary>
internal static class BudgetDocumentEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/budgets/documents/{id:long}", DownloadAsync)
            .RequireAuthorization(new AsksAttribute(DocumentDownload.Right));

    private static async Task<IResult> DownloadAsync(
        long id,
        CurrentViewer viewer,
        DocumentDownload download,
        CancellationToken cancellation
    )
    {
        if (await download.RunAsync(viewer.Value, new(id), cancellation) is not { } document)
        {
            return Results.NotFound();
        }

        return Results.Bytes(document.Content, "application/octet-stream", document.Name);
    }
}
