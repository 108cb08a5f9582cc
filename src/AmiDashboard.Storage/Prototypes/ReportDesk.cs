using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>
/// What a team needs to write its report: the month that is next, its draft, and what was said last. Null outside the
/// perimeter, and before support begins.
/// </summary>
public sealed class ReportDesk(Store store, TimeProvider time) : IRead<ReportDesk.Query, OpenReport?>
{
    public sealed record Query(int Number);

    public static Right Right => Right.Report;

    public async Task<OpenReport?> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        await using var context = store.Read(viewer, Right);
        var prototype = await context.Prototypes.SingleOrDefaultAsync(one => one.Number == query.Number, cancellation);
        if (prototype is null)
        {
            return null;
        }

        var reports = await context
            .MonthlyReports.Where(report => report.Number == query.Number)
            .OrderBy(report => report.Month)
            .ToListAsync(cancellation);
        var last = reports.LastOrDefault(report => report.PublishedAt is not null);
        var today = ParisTime.DayOf(time.GetUtcNow().UtcDateTime);
        var first = ReportRules.MonthOf(prototype.StartsOn);
        var next =
            last is null || last.Month < ReportRules.MonthOf(today) ? ReportRules.MonthOf(today) : (DateOnly?)null;
        var draft = reports.FindLast(report => report.PublishedAt is null && !(report.Month <= last?.Month));
        return new OpenReport(
            prototype,
            next < first ? null : draft?.Month ?? next,
            draft,
            last,
            [.. reports.Where(report => report.PublishedAt is not null).Reverse()]
        );
    }
}

/// <param name="Month">The month to report on; null where that of today is published, or support is to come.</param>
/// <param name="Draft">Null before the first word.</param>
/// <param name="Last">The last published.</param>
/// <param name="Published">The last first.</param>
public sealed record OpenReport(
    Prototype Prototype,
    DateOnly? Month,
    MonthlyReport? Draft,
    MonthlyReport? Last,
    IReadOnlyList<MonthlyReport> Published
);
