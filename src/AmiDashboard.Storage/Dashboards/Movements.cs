using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Storage.Prototypes;
using AmiDashboard.Storage.Scores;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Dashboards;

/// <summary>
/// What moved between two instants and by whom, from the dated facts themselves, the latest first: what explains the change
/// of the figures. Each subject within its own right and perimeter; reviews are never named here.
/// </summary>
public sealed class Movements(Store store) : IRead<Movements.Query, MovementPage>
{
    /// <summary>Most movements that are listed; their number is told whole.</summary>
    public const int Most = 200;

    /// <param name="From">UTC, not included.</param>
    /// <param name="To">UTC, included.</param>
    /// <param name="Numbers">Null for every project.</param>
    public sealed record Query(DateTime From, DateTime To, int? Edition = null, IReadOnlySet<int>? Numbers = null);

    public static Right Right => Right.SeeFigures;

    public async Task<MovementPage> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        if (!viewer.Can(Right))
        {
            throw new AccessDeniedException(Right);
        }

        List<Movement> moved = [];
        foreach (var (right, read) in Sources)
        {
            if (viewer.Can(right))
            {
                await using var context = store.Read(viewer, right);
                moved.AddRange(await read(context, query, cancellation));
            }
        }

        return new([.. moved.OrderByDescending(one => one.At).ThenBy(one => one.Number).Take(Most)], moved.Count);
    }

    private static readonly (
        Right Right,
        Func<AmiContext, Query, CancellationToken, Task<List<Movement>>> Read
    )[] Sources =
    [
        (Right.SeeApplications, StagesAsync),
        (Right.SeeDecisions, SessionsAsync),
        (Right.SeeBudgets, EntriesAsync),
        (Right.SeePrototypes, MilestonesAsync),
        (Right.SeePrototypes, ReportsAsync),
    ];

    /// <summary>Narrowed in the store: the page of one project must not read what the whole programme did.</summary>
    private static IQueryable<T> Meant<T>(IQueryable<T> rows, Query query)
        where T : class
    {
        if (query.Edition is { } edition)
        {
            rows = rows.Where(one => EF.Property<int>(one, nameof(Movement.Edition)) == edition);
        }

        if (query.Numbers is { } listed)
        {
            // One parameter, however many they are.
            int?[] numbers = [.. listed];
            rows = rows.Where(one => EF.Parameter(numbers).Contains(EF.Property<int?>(one, nameof(Movement.Number))));
        }

        return rows;
    }

    private static async Task<List<Movement>> StagesAsync(
        AmiContext context,
        Query query,
        CancellationToken cancellation
    ) =>
        await Meant(context.Applications.Shown(), query)
            .SelectMany(
                application => application.StageChanges,
                (application, change) =>
                    new
                    {
                        application.Edition,
                        application.Number,
                        application.Title,
                        change.Stage,
                        // As the figures have it: a deposit counts from itself, the rest from the later of both dates.
                        KnownAt = !application.StageChanges.Any(earlier => earlier.Id < change.Id)
                            ? application.DepositedAt
                        : change.RecordedAt > change.ValidFrom ? change.RecordedAt
                        : change.ValidFrom,
                        change.RecordedBy,
                    }
            )
            .Where(one => one.KnownAt > query.From && one.KnownAt <= query.To)
            .Select(one => new Movement(
                one.KnownAt,
                MovementKind.Stage,
                one.Edition,
                one.Number,
                one.Title,
                one.Stage.ToString(),
                null,
                one.RecordedBy
            ))
            .ToListAsync(cancellation);

    private static async Task<List<Movement>> SessionsAsync(
        AmiContext context,
        Query query,
        CancellationToken cancellation
    )
    {
        // Of a whole edition, and so of no project.
        if (query.Numbers is not null)
        {
            return [];
        }

        return await Meant(context.Sessions, query)
            .Where(session =>
                session.State == SessionState.Closed && session.EndedAt > query.From && session.EndedAt <= query.To
            )
            .Select(session => new Movement(
                session.EndedAt!.Value,
                MovementKind.Session,
                session.Edition,
                null,
                null,
                session.Body.ToString(),
                null,
                session.EndedBy ?? ""
            ))
            .ToListAsync(cancellation);
    }

    private static async Task<List<Movement>> EntriesAsync(
        AmiContext context,
        Query query,
        CancellationToken cancellation
    )
    {
        var entries = await Meant(context.LedgerEntries.AsNoTracking(), query)
            .Where(entry => entry.RecordedAt > query.From && entry.RecordedAt <= query.To)
            .ToListAsync(cancellation);
        return
        [
            .. entries.Select(entry => new Movement(
                entry.RecordedAt,
                MovementKind.Entry,
                entry.Edition,
                entry.Number,
                entry.Label,
                entry.Kind.ToString(),
                MovedBy(entry),
                entry.RecordedBy
            )),
        ];
    }

    private static Money MovedBy(Core.Budgets.LedgerEntry entry) =>
        (
            (Money[])[entry.Envelope, entry.Fees, entry.Granted, entry.Committed, entry.Contracted, entry.Paid]
        ).FirstOrDefault(amount => amount != Money.Zero);

    private static async Task<List<Movement>> MilestonesAsync(
        AmiContext context,
        Query query,
        CancellationToken cancellation
    ) =>
        await Meant(context.Milestones, query)
            .SelectMany(
                milestone => milestone.Revisions,
                (milestone, revision) =>
                    new
                    {
                        milestone.Edition,
                        milestone.Number,
                        milestone.Name,
                        revision.Kind,
                        revision.RecordedAt,
                        revision.RecordedBy,
                    }
            )
            .Where(one => one.RecordedAt > query.From && one.RecordedAt <= query.To)
            .Select(one => new Movement(
                one.RecordedAt,
                MovementKind.Milestone,
                one.Edition,
                one.Number,
                one.Name,
                one.Kind.ToString(),
                null,
                one.RecordedBy
            ))
            .ToListAsync(cancellation);

    private static async Task<List<Movement>> ReportsAsync(
        AmiContext context,
        Query query,
        CancellationToken cancellation
    )
    {
        var reports = await Meant(context.MonthlyReports.AsNoTracking(), query)
            .Where(report => report.PublishedAt > query.From && report.PublishedAt <= query.To)
            .ToListAsync(cancellation);
        return
        [
            .. reports.Select(report => new Movement(
                report.PublishedAt!.Value,
                MovementKind.Report,
                report.Edition,
                report.Number,
                report.Text.Weather is { } weather ? WeatherWords.Of(weather) : null,
                nameof(MonthlyReport),
                null,
                report.PublishedBy ?? ""
            )),
        ];
    }
}

/// <param name="Total">Of all, also where fewer are listed.</param>
public sealed record MovementPage(ImmutableArray<Movement> Movements, int Total);

/// <param name="At">UTC: when it was known.</param>
/// <param name="Number">The project's; null for what is of a whole edition.</param>
/// <param name="Label">The application's title, the entry's or the milestone's label, the weather.</param>
/// <param name="What">Name of the stage, of the body, of the kind of entry or of revision.</param>
/// <param name="Amount">Signed; of an entry.</param>
public sealed record Movement(
    DateTime At,
    MovementKind Kind,
    int Edition,
    int? Number,
    string? Label,
    string What,
    Money? Amount,
    string By
);

public enum MovementKind
{
    Stage,

    /// <summary>A body's act that was closed.</summary>
    Session,

    /// <summary>Of the ledger.</summary>
    Entry,
    Milestone,

    /// <summary>A month's report that was published.</summary>
    Report,
}
