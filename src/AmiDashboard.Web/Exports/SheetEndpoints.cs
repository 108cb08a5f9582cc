using System.Globalization;
using AmiDashboard.Charts.Documents;
using AmiDashboard.Exchange.OpenData;
using AmiDashboard.Storage.Prototypes;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.SignIn;

namespace AmiDashboard.Web.Exports;

/// <summary>
/// <c>/rapports/fiche-{number}.pdf</c>: a published sheet; <c>/export/fiches.csv</c>: all of them within the viewer's reach,
/// as open data; <c>/export/fiches-dictionnaire.csv</c>: what its columns mean.
/// </summary>
internal static class SheetEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var asks = new AsksAttribute(PublishedSheets.Right);
        routes.MapGet("/rapports/fiche-{number:int}.pdf", PdfAsync).RequireAuthorization(asks);
        // Their addresses fit the charts' pattern as well.
        routes.MapGet("/export/fiches.csv", CsvAsync).WithOrder(-1).RequireAuthorization(asks);
        routes.MapGet("/export/fiches-dictionnaire.csv", Dictionary).WithOrder(-1).RequireAuthorization(asks);
    }

    private static async Task<IResult> PdfAsync(
        int number,
        CurrentViewer viewer,
        PublishedSheets sheets,
        CancellationToken cancellation
    )
    {
        if (await sheets.RunAsync(viewer.Value, new(number), cancellation) is not [var sheet])
        {
            return Results.NotFound();
        }

        using var written = new MemoryStream();
        SheetDocument.Write(written, sheet.Text, sheet.Number, sheet.PublishedAt, CultureInfo.CurrentUICulture);
        return Results.File(written.ToArray(), "application/pdf", $"fiche-{number}.pdf");
    }

    private static async Task<IResult> CsvAsync(
        HttpContext http,
        CurrentViewer viewer,
        PublishedSheets sheets,
        CancellationToken cancellation
    )
    {
        var all = await sheets.RunAsync(viewer.Value, new(), cancellation);
        var edition = FilterAddress.Read(http.Request.Query).Edition;
        return ExportEndpoints.SheetResult(
            "csv",
            "fiches",
            SheetTable.Of(all.Where(sheet => edition is null || sheet.Edition == edition), CultureInfo.CurrentUICulture)
        );
    }

    private static IResult Dictionary() =>
        ExportEndpoints.SheetResult("csv", "fiches-dictionnaire", SheetTable.Dictionary(CultureInfo.CurrentUICulture));
}
