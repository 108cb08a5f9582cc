using System.Collections.Concurrent;
using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications;

/// <summary>
/// What figures are made of, kept in memory: one immutable contribution an application, replaced when the change feed
/// says so. A page never holds the board: it asks <see cref="ApplicationFigures"/>, which keeps to the perimeter.
/// </summary>
public sealed class ApplicationBoard : IDisposable
{
    private readonly Store store;
    private readonly ChangeFeed feed;
    private readonly SemaphoreSlim loading = new(1, 1);
    private readonly Listeners<Listener> listeners = new();
    private IDisposable? subscription;
    private volatile BoardState? state;

    internal ApplicationBoard(Store store, ChangeFeed feed)
    {
        this.store = store;
        this.feed = feed;
    }

    /// <summary>The contributions as they are now; loads them at the first call.</summary>
    internal async ValueTask<BoardState> StateAsync(CancellationToken cancellation)
    {
        if (state is { } loaded)
        {
            return loaded;
        }

        await loading.WaitAsync(cancellation);
        try
        {
            if (state is null)
            {
                var version = await feed.StandAsync(cancellation);
                subscription ??= feed.Subscribe(FollowAsync);
                await using var context = store.Read(Viewer.Product, Right.SeeFigures);
                var facts = await ApplicationFactQuery.LoadAsync(context, null, cancellation);
                state = new BoardState(
                    version,
                    facts.ToImmutableDictionary(fact => fact.Id),
                    await EditionsAsync(context, cancellation)
                );
            }

            return state;
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>
    /// Calls back when something changed within the viewer's perimeter, and for nothing else: not even a wake-up tells of
    /// what one may not see. The callback gets the new version; it must be quick and must not throw.
    /// </summary>
    public IDisposable Listen(Viewer viewer, Action<long> changed)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return listeners.Add(new(viewer.PerimeterOf(Right.SeeApplications), changed));
    }

    public void Dispose()
    {
        subscription?.Dispose();
        loading.Dispose();
    }

    private async Task FollowAsync(IReadOnlyList<ChangeRecord> changes, CancellationToken cancellation)
    {
        var applications = changes.SelectMany(change => change.Of(Subject.Application)).ToHashSet();
        var editions = changes.Any(change => change.Of(Subject.Edition).Count > 0);
        if (applications.Count == 0 && !editions)
        {
            return;
        }

        await loading.WaitAsync(cancellation);
        List<ApplicationFact> moved = [];
        BoardState next;
        try
        {
            if (state is not { } old)
            {
                return;
            }

            await using var context = store.Read(Viewer.Product, Right.SeeFigures);
            var facts = old.Facts.ToBuilder();
            moved.AddRange(applications.Where(facts.ContainsKey).Select(id => facts[id]));
            facts.RemoveRange(applications);
            foreach (var fact in await ApplicationFactQuery.LoadAsync(context, applications, cancellation))
            {
                facts[fact.Id] = fact;
                moved.Add(fact);
            }

            next = new BoardState(
                changes[^1].Id,
                facts.ToImmutable(),
                editions ? await EditionsAsync(context, cancellation) : old.Editions
            );
            state = next;
        }
        finally
        {
            loading.Release();
        }

        foreach (var listener in listeners.Present)
        {
            if (editions || moved.Any(fact => listener.Perimeter.Admits(fact.Edition, fact.Number)))
            {
                listener.Changed(next.Version);
            }
        }
    }

    private static async Task<ImmutableArray<EditionDates>> EditionsAsync(
        AmiContext context,
        CancellationToken cancellation
    ) =>
        [
            .. await context
                .Editions.OrderBy(edition => edition.Number)
                .Select(edition => new EditionDates(edition.Number, edition.Name, edition.OpensAt, edition.Deadline))
                .ToListAsync(cancellation),
        ];

    private sealed record Listener(Perimeter Perimeter, Action<long> Changed);
}

/// <param name="Version">Id of the last change taken in.</param>
internal sealed record BoardState(
    long Version,
    ImmutableDictionary<long, ApplicationFact> Facts,
    ImmutableArray<EditionDates> Editions
)
{
    private readonly ConcurrentDictionary<(string Perimeter, int? Edition), BoardSummary> summaries = new();

    /// <summary>Folded once for each perimeter and edition that somebody asks for.</summary>
    public BoardSummary SummaryOf(Perimeter perimeter, int? edition) =>
        summaries.GetOrAdd((perimeter.Key, edition), _ => BoardSummary.Of(Facts.Values, perimeter, edition));
}
