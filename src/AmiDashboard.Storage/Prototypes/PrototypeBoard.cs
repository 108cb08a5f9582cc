using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes.Figures;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>
/// What figures of prototypes are made of, in memory: one contribution a prototype, replaced when the change feed says so.
/// </summary>
public sealed class PrototypeBoard : IFollowingBoard, IDisposable
{
    private readonly Store store;
    private readonly ChangeFeed feed;
    private readonly SemaphoreSlim loading = new(1, 1);
    private readonly Listeners<Listener> listeners = new();
    private volatile PrototypeState? state;

    internal PrototypeBoard(Store store, ChangeFeed feed)
    {
        (this.store, this.feed) = (store, feed);
        feed.Follow(this);
    }

    BoardName IFollowingBoard.Name => BoardName.Prototypes;

    /// <summary>Everything as it is now; loads it at the first call.</summary>
    internal async ValueTask<PrototypeState> StateAsync(CancellationToken cancellation)
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
                state = await LoadAsync(context, version, cancellation);
            }

            return state;
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>Calls back when a prototype that the viewer may see changed. It must be quick and not throw.</summary>
    public IDisposable Listen(Viewer viewer, Action changed)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return listeners.Add(new Listener(viewer.PerimeterOf(Right.SeePrototypes), changed));
    }

    public void Dispose() => loading.Dispose();

    async Task IFollowingBoard.FollowAsync(IReadOnlyList<ChangeRecord> changes, CancellationToken cancellation)
    {
        var numbers = changes
            .SelectMany(change => change.Of(Subject.Prototype))
            .Select(number => (int)number)
            .ToHashSet();
        var applications = changes.SelectMany(change => change.Of(Subject.Application)).ToHashSet();
        if (numbers.Count == 0 && applications.Count == 0)
        {
            return;
        }

        IReadOnlyList<KnownPrototype> changed;
        await loading.WaitAsync(cancellation);
        try
        {
            numbers.UnionWith(
                (state?.Prototypes.Values ?? [])
                    .Where(one => applications.Contains(one.ApplicationId))
                    .Select(one => one.Fact.Number)
            );
            if (numbers.Count == 0)
            {
                return;
            }

            await using var context = store.Read(Viewer.Product, Right.None);
            changed = await PrototypeFactQuery.LoadAsync(context, numbers, cancellation);
            // Nobody asked yet: what they will load is all there is.
            if (state is { } old)
            {
                state = new PrototypeState(
                    changes[^1].Id,
                    old.Prototypes.SetItems(changed.Select(one => KeyValuePair.Create(one.Fact.Number, one)))
                );
            }
        }
        finally
        {
            loading.Release();
        }

        foreach (var listener in listeners.Present)
        {
            if (changed.Any(one => listener.Perimeter.Admits(one.Fact.Edition, one.Fact.Number)))
            {
                listener.Changed();
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
                await using var context = store.Read(Viewer.Product, Right.None);
                state = await LoadAsync(context, version, cancellation);
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
    ) => ImageOf(await LoadAsync(snapshot, version: 0, cancellation));

    [return: NotNullIfNotNull(nameof(state))]
    private static BoardImage? ImageOf(PrototypeState? state) =>
        state is null
            ? null
            : new(state.Prototypes.Select(pair => KeyValuePair.Create($"prototype {pair.Key}", (object)pair.Value)));

    private static async Task<PrototypeState> LoadAsync(
        AmiContext context,
        long version,
        CancellationToken cancellation
    ) =>
        new(
            version,
            (await PrototypeFactQuery.LoadAsync(context, numbers: null, cancellation)).ToImmutableDictionary(one =>
                one.Fact.Number
            )
        );

    private sealed record Listener(Perimeter Perimeter, Action Changed);
}

/// <summary>All that figures of prototypes need, as of one version of the data.</summary>
/// <param name="Version">Id of the last change taken in.</param>
internal sealed record PrototypeState(long Version, ImmutableDictionary<int, KnownPrototype> Prototypes);

/// <param name="ApplicationId">0 once its dossier is purged.</param>
internal sealed record KnownPrototype(long ApplicationId, PrototypeFact Fact);
