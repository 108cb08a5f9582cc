using AmiDashboard.Exchange.DemarchesSimplifiees;
using AmiDashboard.Exchange.DemarchesSimplifiees.Documents;
using AmiDashboard.Web.Shell;
using AmiDashboard.Web.SignIn;

namespace AmiDashboard.Web.Applications;

/// <summary>Leads to a document at the source by an address asked for at the click: those kept die within the hour.</summary>
internal static class DocumentEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/candidatures/{number:int}/documents", OpenAsync)
            .RequireAuthorization(new AsksAttribute(FreshLink.Right));

    private static async Task<IResult> OpenAsync(
        int number,
        string? field,
        string? file,
        CurrentViewer viewer,
        FreshLink links,
        CancellationToken cancellation
    )
    {
        if (field is null || AddressNumber.Read(file) is not { } index)
        {
            return Results.NotFound();
        }

        var link = await links.RunAsync(viewer.Value, new(number, field, index), cancellation);
        return link.Refusal is { } refusal
            ? Results.Text(SyncTexts.Of(refusal.Key, [.. refusal.Arguments]), statusCode: StatusCodes.Status404NotFound)
            : Results.Redirect(link.Value!.AbsoluteUri);
    }
}
