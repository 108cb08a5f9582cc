using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Dashboards;
using AmiDashboard.Web.Limits;
using AmiDashboard.Web.SignIn;

namespace AmiDashboard.Web.Exports;

/// <summary>
/// <c>/rapports/{dashboard}.pdf?asOf=…&amp;forme=diapositives</c>, with the filter of the page: a committee's report, which is
/// there at once where it was prepared.
/// </summary>
internal static class ReportEndpoint
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(20);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/rapports/{name:alpha}.pdf", RunAsync)
            .RequireAuthorization(new AsksAttribute(Right.SeeFigures))
            .RequireRateLimiting(RequestLimits.Reports);

    private static async Task<IResult> RunAsync(
        string name,
        string? forme,
        HttpContext http,
        CurrentViewer viewer,
        ReportDesk desk,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        if (DashboardPlan.OpenTo(viewer.Value).FirstOrDefault(plan => plan.Name == name) is not { } found)
        {
            return Results.NotFound();
        }

        var filter = FilterAddress.Read(http.Request.Query);
        var asked = await desk.AskAsync(viewer.Value, found, filter, ReportAddress.ShapeOf(forme), cancellation);
        if (!asked.Done)
        {
            return AskLater.TooMany(http, RetryAfter);
        }

        // Who closes the browser has left: the report is not made for nobody.
        using var ticket = asked.Value;
        var bytes = await ticket.Job.BytesAsync().WaitAsync(cancellation);
        var day = ParisTime.DayOf(filter.InstantAt(time.GetUtcNow().UtcDateTime));
        return Results.File(
            bytes,
            "application/pdf",
            $"{name}-{day:yyyy-MM-dd}{(forme is null ? "" : "-" + ReportAddress.Of(ReportAddress.ShapeOf(forme)))}.pdf"
        );
    }
}
