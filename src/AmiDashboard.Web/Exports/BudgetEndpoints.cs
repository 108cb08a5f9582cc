using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Exchange.Sgpi;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Budgets;
using AmiDashboard.Web.SignIn;

namespace AmiDashboard.Web.Exports;

/// <summary>
/// <c>/export/journal.{format}</c>: the ledger as the journal's filter lists it; <c>/export/sgpi.{format}</c>: SGPI's table
/// on the page's day and for its period.
/// </summary>
internal static class BudgetEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/export/journal.{format}", Journal)
            // Their addresses fit the charts' pattern as well.
            .WithOrder(-1)
            .RequireAuthorization(new AsksAttribute(LedgerJournal.Right));
        routes
            .MapGet("/export/sgpi.{format}", SgpiAsync)
            .WithOrder(-1)
            .RequireAuthorization(new AsksAttribute(BudgetFigures.Right));
    }

    private static IResult Journal(string format, HttpContext http, CurrentViewer viewer, JournalExport export) =>
        ExportEndpoints.SheetResult(
            format,
            "journal",
            export.Of(viewer.Value, JournalAddress.Read(http.Request.Query))
        );

    private static async Task<IResult> SgpiAsync(
        string format,
        string? asOf,
        string? periode,
        HttpContext http,
        CurrentViewer viewer,
        BudgetFigures figures,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        var now = time.GetUtcNow().UtcDateTime;
        var chosen = SgpiAddress.Read(asOf, periode, ParisTime.DayOf(now));
        var filter = new ApplicationFilter { Edition = FilterAddress.Read(http.Request.Query).Edition };
        var known = await figures.RunAsync(viewer.Value, new(filter, chosen.AsOf(now)), cancellation);
        var table = SgpiTable.Of(known.Facts, known.Scope, chosen.On, chosen.Period);
        return ExportEndpoints.SheetResult(
            format,
            $"sgpi-{chosen.On:yyyy-MM-dd}-{chosen.PeriodName}",
            SgpiSheet.Of(table.Rows, chosen.On, chosen.Period)
        );
    }
}
