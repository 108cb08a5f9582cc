using System.Globalization;
using AmiDashboard.Charts;
using AmiDashboard.Core.People;
using AmiDashboard.Exchange.Spreadsheets;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Editions;
using AmiDashboard.Storage.Scores;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Charts;
using AmiDashboard.Web.Shell;
using AmiDashboard.Web.SignIn;

namespace AmiDashboard.Web.Exports;

/// <summary>
/// <c>/export/{figure}.{format}</c>, with the filter of the page in the query: the same rows, table and drawing as the
/// page shows this viewer.
/// </summary>
internal static class ExportEndpoints
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Csv = "text/csv; charset=utf-8";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/export/applications.{format}", Applications)
            // Its address fits the charts' pattern as well.
            .WithOrder(-1)
            .RequireAuthorization(new AsksAttribute(ApplicationList.Right));
        routes
            .MapGet("/export/relances.{format}", RemindersAsync)
            .WithOrder(-1)
            .RequireAuthorization(new AsksAttribute(ReviewerList.Right));
        routes
            .MapGet("/export/{chart}.{format}", ChartAsync)
            // Each chart has a right of its own, which is looked at below.
            .RequireAuthorization(new AsksAttribute(Right.SeeApplications));
    }

    private static IResult Applications(string format, HttpContext http, CurrentViewer viewer, ApplicationExport export)
    {
        var order =
            Enum.TryParse<ApplicationOrder>(http.Request.Query["sort"], true, out var asked) && Enum.IsDefined(asked)
                ? asked
                : ApplicationOrder.Number;
        return SheetResult(
            format,
            "candidatures",
            export.Of(viewer.Value, FilterAddress.Read(http.Request.Query), order, http.Request.Query["desc"] == "true")
        );
    }

    private static async Task<IResult> RemindersAsync(
        string format,
        string? edition,
        CurrentViewer viewer,
        EditionList editions,
        ReminderExport export,
        CancellationToken cancellation
    )
    {
        // As the page: the latest where none is meant.
        var latest = await editions.RunAsync(viewer.Value, new(), cancellation) is [.., var last]
            ? last.Number
            : (int?)null;
        return (AddressNumber.Read(edition) ?? latest) is { } meant
            ? SheetResult(format, "relances", await export.OfAsync(viewer.Value, meant, cancellation))
            : Results.NotFound();
    }

    private static async Task<IResult> ChartAsync(
        string chart,
        string format,
        HttpContext http,
        CurrentViewer viewer,
        ChartDrawings drawings,
        CancellationToken cancellation
    )
    {
        if (ChartCatalog.Find(chart) is not { } definition)
        {
            return Results.NotFound();
        }

        if (!viewer.Value.Can(definition.Right))
        {
            return Results.Forbid();
        }

        var filter = FilterAddress.Read(http.Request.Query);
        var style = ChartExport.Style(definition);
        if (format == "png")
        {
            var picture = await drawings.DrawPngAsync(viewer.Value, definition, filter, style, cancellation);
            return Results.File(picture, "image/png", $"{chart}.png");
        }

        var shown = await drawings.DrawAsync(viewer.Value, definition, filter, style, cancellation);
        return format == "svg"
            ? Results.Text(shown.Drawing.Svg, "image/svg+xml", System.Text.Encoding.UTF8)
            : SheetResult(
                format,
                chart,
                ChartExport.Sheet(definition.Title(CultureInfo.CurrentUICulture), shown.Drawing.Table)
            );
    }

    internal static IResult SheetResult(string format, string name, Sheet sheet) =>
        format switch
        {
            "csv" => Results.Stream(stream => SpreadsheetWriter.WriteCsvAsync(stream, sheet), Csv, $"{name}.csv"),
            "xlsx" => Results.Stream(stream => SpreadsheetWriter.WriteXlsxAsync(stream, sheet), Xlsx, $"{name}.xlsx"),
            _ => Results.NotFound(),
        };
}
