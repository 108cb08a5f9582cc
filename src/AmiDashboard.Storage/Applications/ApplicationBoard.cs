using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
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
public sealed class ApplicationBoard : IFollowingBoard, IDisposable
{
    private readonly Store store;
    private readonly ChangeFeed feed;
    private readonly SemaphoreSlim loading = new(1, 1);
    private readonly Listeners<Listener> listeners = new();
    private volatile BoardState? state;

    internal ApplicationBoard(Store store, ChangeFeed feed)
    {
        this.store = store;
        this.feed = feed;
        feed.Follow(this);
    }

    BoardName IFollowingBoard.Name => BoardName.Applications;

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
                await using var context = store.Read(Viewer.Product, Right.SeeFigures);
                state = await LoadAsync(context, version, cancellation);
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

    public void Dispose() => loading.Dispose();

    async Task IFollowingBoard.FollowAsync(IReadOnlyList<ChangeRecord> changes, CancellationToken cancellation)
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

    async Task IFollowingBoard.LoadAgainAsync(long version, CancellationToken cancellation)
    {
        await loading.WaitAsync(cancellation);
        try
        {
            if (state is not null)
            {
                await using var context = store.Read(Viewer.Product, Right.SeeFigures);
                state = await LoadAsync(context, version, cancellation);
            }
        }
        finally
        {
            loading.Release();
        }

        foreach (var listener in listeners.Present)
        {
            listener.Changed(version);
        }
    }

    Task<BoardImage?> IFollowingBoard.KeptAsync(CancellationToken cancellation) => Task.FromResult(ImageOf(state));

    async Task<BoardImage> IFollowingBoard.BuildAsync(
        AmiContext snapshot,
        BoardImage kept,
        CancellationToken cancellation
    ) => ImageOf(await LoadAsync(snapshot, version: 0, cancellation));

    [return: NotNullIfNotNull(nameof(state))]
    private static BoardImage? ImageOf(BoardState? state) =>
        state is null
            ? null
            : new(state.Facts.Values.Select(fact => KeyValuePair.Create($"application {fact.Number}", (object)fact)))
            {
                { "editions", state.Editions },
            };

    /// <summary>Also for whoever has to do with applications as of a snapshot.</summary>
    internal static async Task<BoardState> LoadAsync(
        AmiContext context,
        long version,
        CancellationToken cancellation
    ) =>
        new(
            version,
            (await ApplicationFactQuery.LoadAsync(context, null, cancellation)).ToImmutableDictionary(fact => fact.Id),
            await EditionsAsync(context, cancellation)
        );

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
