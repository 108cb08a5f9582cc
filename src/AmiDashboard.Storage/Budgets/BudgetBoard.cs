using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>
/// What figures of budgets are made of, in memory: the ledger is read once and then followed, entry by entry; the rest of a
/// project is replaced when the change feed says so. What one more entry costs does not grow with their number.
/// </summary>
public sealed class BudgetBoard : IFollowingBoard, IDisposable
{
    private readonly Store store;
    private readonly ChangeFeed feed;
    private readonly SemaphoreSlim loading = new(1, 1);
    private readonly Listeners<Listener> listeners = new();
    private volatile BudgetState? state;

    internal BudgetBoard(Store store, ChangeFeed feed)
    {
        (this.store, this.feed) = (store, feed);
        feed.Follow(this);
    }

    BoardName IFollowingBoard.Name => BoardName.Budgets;

    /// <summary>Everything as it is now; loads it at the first call.</summary>
    internal async ValueTask<BudgetState> StateAsync(CancellationToken cancellation)
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
                await using var context = store.Read(Viewer.Product, Right.None);
                state = await NextAsync(context, BudgetState.Empty, version, numbers: null, cancellation);
            }

            return state;
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>Calls back when money that the viewer may see moved, and for nothing else. It must be quick and not throw.</summary>
    public IDisposable Listen(Viewer viewer, Action changed)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return listeners.Add(new(viewer.PerimeterOf(Right.SeeBudgets), changed));
    }

    public void Dispose() => loading.Dispose();

    async Task IFollowingBoard.FollowAsync(IReadOnlyList<ChangeRecord> changes, CancellationToken cancellation)
    {
        var entries = changes.SelectMany(change => change.Of(Subject.LedgerEntry)).ToHashSet();
        var numbers = changes.SelectMany(change => change.Of(Subject.Budget)).Select(number => (int)number).ToHashSet();
        var applications = changes.SelectMany(change => change.Of(Subject.Application)).ToHashSet();
        var editions = changes.Any(change => change.Of(Subject.Edition).Count > 0);
        if (entries.Count == 0 && numbers.Count == 0 && applications.Count == 0 && !editions)
        {
            return;
        }

        BudgetState old;
        BudgetState next;
        await loading.WaitAsync(cancellation);
        try
        {
            // Nobody asked yet: what they will load is all there is.
            old = state ?? BudgetState.Empty;
            numbers.UnionWith(
                old.Projects.Values.Where(one => applications.Contains(one.ApplicationId)).Select(one => one.Number)
            );
            if (entries.Count == 0 && numbers.Count == 0 && !editions)
            {
                return;
            }

            await using var context = store.Read(Viewer.Product, Right.None);
            if (state is null)
            {
                Tell(await TouchedAsync(context, numbers, entries, cancellation));
                return;
            }

            state = next = await NextAsync(context, old, changes[^1].Id, numbers, cancellation);
        }
        finally
        {
            loading.Release();
        }

        Tell(TouchedIn(old, next, numbers));
    }

    async Task IFollowingBoard.LoadAgainAsync(long version, CancellationToken cancellation)
    {
        await loading.WaitAsync(cancellation);
        try
        {
            if (state is not null)
            {
                await using var context = store.Read(Viewer.Product, Right.None);
                state = await NextAsync(context, BudgetState.Empty, version, numbers: null, cancellation);
            }
        }
        finally
        {
            loading.Release();
        }

        foreach (var listener in listeners.Present)
        {
            listener.Changed();
        }
    }

    Task<BoardImage?> IFollowingBoard.KeptAsync(CancellationToken cancellation) => Task.FromResult(ImageOf(state));

    async Task<BoardImage> IFollowingBoard.BuildAsync(
        AmiContext snapshot,
        BoardImage kept,
        CancellationToken cancellation
    ) => ImageOf(await NextAsync(snapshot, BudgetState.Empty, version: 0, numbers: null, cancellation));

    [return: NotNullIfNotNull(nameof(state))]
    private static BoardImage? ImageOf(BudgetState? state)
    {
        if (state is null)
        {
            return null;
        }

        var image = new BoardImage { { "ledger", state.Ledger } };
        image.AddRange(state.Projects.Select(pair => KeyValuePair.Create($"project {pair.Key}", (object)pair.Value)));
        image.AddRange(state.Editions.Select(pair => KeyValuePair.Create($"edition {pair.Key}", (object)pair.Value)));
        return image;
    }

    private static async Task<BudgetState> NextAsync(
        AmiContext context,
        BudgetState old,
        long version,
        HashSet<int>? numbers,
        CancellationToken cancellation
    )
    {
        var ledger = await BudgetFactQuery.FollowAsync(context, old.Ledger, cancellation);
        var projects = old.Projects.ToBuilder();
        foreach (var project in await BudgetFactQuery.ProjectsAsync(context, numbers, ledger, cancellation))
        {
            projects[project.Number] = project;
        }

        return new BudgetState(
            version,
            ledger,
            projects.ToImmutable(),
            await BudgetFactQuery.EditionsAsync(context, ledger, cancellation)
        );
    }

    /// <summary>Whom it is about: the projects, and the whole editions whose envelope or name moved.</summary>
    private static HashSet<(int Edition, int? Number)> TouchedIn(
        BudgetState old,
        BudgetState next,
        HashSet<int> numbers
    ) =>
        [
            .. numbers.Where(next.Projects.ContainsKey).Select(number => (next.Projects[number].Edition, (int?)number)),
            .. next
                .Editions.Where(pair => !pair.Value.Equals(old.Editions.GetValueOrDefault(pair.Key)))
                .Select(pair => (pair.Key, (int?)null)),
        ];

    private static async Task<HashSet<(int Edition, int? Number)>> TouchedAsync(
        AmiContext context,
        HashSet<int> numbers,
        HashSet<long> entries,
        CancellationToken cancellation
    )
    {
        var moved = await context
            .LedgerEntries.Where(entry => entries.Contains(entry.Id))
            .Select(entry => new { entry.Edition, entry.Number })
            .ToListAsync(cancellation);
        var conventions = await context
            .Conventions.Where(convention => numbers.Contains(convention.Number))
            .Select(convention => new { convention.Edition, convention.Number })
            .ToListAsync(cancellation);
        return
        [
            .. moved.Select(one => (one.Edition, one.Number)),
            .. conventions.Select(one => (one.Edition, (int?)one.Number)),
        ];
    }

    private void Tell(HashSet<(int Edition, int? Number)> touched)
    {
        foreach (var listener in listeners.Present)
        {
            if (
                touched.Any(one =>
                    one.Number is { } number
                        ? listener.Perimeter.Admits(one.Edition, number)
                        : listener.Perimeter.Covers(one.Edition)
                )
            )
            {
                listener.Changed();
            }
        }
    }

    private sealed record Listener(Perimeter Perimeter, Action Changed);
}

/// <summary>All that figures of budgets need, as of one version of the data.</summary>
/// <param name="Version">Id of the last change taken in.</param>
internal sealed record BudgetState(
    long Version,
    FollowedLedger Ledger,
    ImmutableDictionary<int, KnownProject> Projects,
    ImmutableDictionary<int, EditionBudget> Editions
)
{
    public static readonly BudgetState Empty = new(
        0,
        FollowedLedger.Empty,
        ImmutableDictionary<int, KnownProject>.Empty,
        ImmutableDictionary<int, EditionBudget>.Empty
    );
}

/// <summary>The ledger as far as it was read.</summary>
/// <param name="LastId">Of the last entry taken in.</param>
/// <param name="Conventions">What became of a project's convention, by number.</param>
/// <param name="Titles">What its first grant says of a project, by number: all that is left where its dossier is purged.</param>
internal sealed record FollowedLedger(
    long LastId,
    ImmutableDictionary<int, BalanceSeries> Projects,
    ImmutableDictionary<int, BalanceSeries> Editions,
    ImmutableDictionary<int, ImmutableArray<DatedConvention>> Conventions,
    ImmutableDictionary<int, string> Titles
)
{
    public static readonly FollowedLedger Empty = new(
        0,
        ImmutableDictionary<int, BalanceSeries>.Empty,
        ImmutableDictionary<int, BalanceSeries>.Empty,
        ImmutableDictionary<int, ImmutableArray<DatedConvention>>.Empty,
        ImmutableDictionary<int, string>.Empty
    );
}

/// <param name="ApplicationId">0 once its dossier is purged.</param>
internal sealed record KnownProject(int Number, int Edition, long ApplicationId, ProjectBudget Budget);
