using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications;

public enum ApplicationOrder
{
    Number,
    Title,
    Organisation,
    Ministry,
    Stage,
    Deposited,
    Requested,
}

/// <summary>One line of the list.</summary>
/// <param name="DepositedAt">UTC.</param>
public sealed record ApplicationRow(
    int Number,
    int Edition,
    string Title,
    string? Organisation,
    string? Ministry,
    Stage Stage,
    EligibilityVerdict Eligibility,
    Presence Presence,
    DateTime DepositedAt,
    Money? Requested,
    IReadOnlyList<string> Techniques
);

/// <param name="Total">Of all pages.</param>
/// <param name="Requested">Sum over all pages of the amounts that are given.</param>
public sealed record ApplicationPage(IReadOnlyList<ApplicationRow> Rows, int Total, Money Requested);

/// <summary>
/// Applications within the perimeter that a filter means, a page at a time; ties go by number. As of a past day where the
/// filter says so.
/// </summary>
public sealed class ApplicationList : IRead<ApplicationList.Query, ApplicationPage>
{
    private readonly Store store;
    private readonly PastApplications past;

    public ApplicationList(Store store, ApplicationBoard board, TimeProvider time) =>
        (this.store, past) = (store, new PastApplications(store, board, time));

    /// <summary>Most rows of one page; exports ask for page after page.</summary>
    public const int LargestPage = 1000;

    /// <param name="Page">From 0.</param>
    /// <param name="Size">1 to <see cref="LargestPage"/>, otherwise brought into it.</param>
    /// <param name="After">Only rows with a number above it; totals are of all.</param>
    public sealed record Query(
        ApplicationFilter Filter,
        ApplicationOrder Order = ApplicationOrder.Number,
        bool Descending = false,
        int Page = 0,
        int Size = 25,
        int? After = null
    );

    public static Right Right => Right.SeeApplications;

    public async Task<ApplicationPage> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        await using var context = store.Read(viewer, Right);
        var size = Math.Clamp(query.Size, 1, LargestPage);
        if (query.Filter.AsOf is not null)
        {
            return await past.PageAsync(viewer, query, size, cancellation);
        }

        var meant = context.Applications.Matching(query.Filter);
        var whole = await meant
            .GroupBy(_ => 1)
            .Select(all => new { Total = all.Count(), Cents = all.Sum(one => (long?)(object?)one.Requested) })
            .SingleOrDefaultAsync(cancellation);
        var rows = await Ordered(
                meant.Where(one => query.After == null || one.Number > query.After),
                query.Order,
                query.Descending
            )
            .Skip(PageStart.Of(query.Page, size))
            .Take(size)
            .Select(application => new ApplicationRow(
                application.Number,
                application.Edition,
                application.Title,
                application.Organisation,
                application.Ministry,
                application.Stage,
                application.Eligibility,
                application.Presence,
                application.DepositedAt,
                application.Requested,
                application.Techniques.OrderBy(technique => technique.Name).Select(technique => technique.Name).ToList()
            ))
            .ToListAsync(cancellation);
        return new ApplicationPage(rows, whole?.Total ?? 0, new Money(whole?.Cents ?? 0));
    }

    private static IQueryable<Application> Ordered(
        IQueryable<Application> applications,
        ApplicationOrder order,
        bool descending
    )
    {
        return order switch
        {
            ApplicationOrder.Number => By(application => application.Number),
            ApplicationOrder.Title => By(application => application.Title),
            ApplicationOrder.Organisation => By(application => application.Organisation),
            ApplicationOrder.Ministry => By(application => application.Ministry),
            ApplicationOrder.Stage => By(application => application.Stage),
            ApplicationOrder.Deposited => By(application => application.DepositedAt),
            ApplicationOrder.Requested => By(application => application.Requested),
            _ => throw new ArgumentOutOfRangeException(nameof(order), order, null),
        };

        IQueryable<Application> By<TKey>(System.Linq.Expressions.Expression<Func<Application, TKey>> key) =>
            (descending ? applications.OrderByDescending(key) : applications.OrderBy(key)).ThenBy(application =>
                application.Number
            );
    }
}
