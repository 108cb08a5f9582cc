using System.Collections.Immutable;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Dashboards;

/// <summary>
/// Every note in memory, those that were withdrawn too: each chart that is drawn asks for its own. Replaced one by one when
/// the change feed says so.
/// </summary>
public sealed class NoteBoard : IFollowingBoard, IDisposable
{
    private readonly Store store;
    private readonly ChangeFeed feed;
    private readonly SemaphoreSlim loading = new(1, 1);
    private readonly Listeners<Listener> listeners = new();
    private volatile ImmutableDictionary<long, ChartNote>? notes;

    internal NoteBoard(Store store, ChangeFeed feed)
    {
        (this.store, this.feed) = (store, feed);
        feed.Follow(this);
    }

    BoardName IFollowingBoard.Name => BoardName.Notes;

    /// <summary>All there are, by id; loads them at the first call.</summary>
    internal async ValueTask<ImmutableDictionary<long, ChartNote>> NotesAsync(CancellationToken cancellation)
    {
        if (notes is { } loaded)
        {
            return loaded;
        }

        await loading.WaitAsync(cancellation);
        try
        {
            if (notes is null)
            {
                await feed.StandAsync(cancellation);
                notes = (await LoadAsync(ids: null, cancellation)).ToImmutableDictionary(note => note.Id);
            }

            return notes;
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>
    /// Calls back when a note of the chart that the viewer may read was pinned or withdrawn. It must be quick and not throw.
    /// </summary>
    public IDisposable Listen(Viewer viewer, string chart, Action changed)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return listeners.Add(new Listener(viewer, chart, changed));
    }

    public void Dispose() => loading.Dispose();

    async Task IFollowingBoard.FollowAsync(IReadOnlyList<ChangeRecord> changes, CancellationToken cancellation)
    {
        long[] ids = [.. changes.SelectMany(change => change.Of(Subject.ChartNote)).Distinct()];
        if (ids.Length == 0)
        {
            return;
        }

        IReadOnlyList<ChartNote> changed;
        await loading.WaitAsync(cancellation);
        try
        {
            changed = await LoadAsync(ids, cancellation);
            // Nobody asked yet: what they will load is all there is.
            notes = notes?.SetItems(changed.Select(note => KeyValuePair.Create(note.Id, note)));
        }
        finally
        {
            loading.Release();
        }

        foreach (var listener in listeners.Present)
        {
            if (changed.Any(listener.Hears))
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
            if (notes is not null)
            {
                notes = (await LoadAsync(ids: null, cancellation)).ToImmutableDictionary(note => note.Id);
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

    Task<BoardImage?> IFollowingBoard.KeptAsync(CancellationToken cancellation) =>
        Task.FromResult(notes is { } kept ? ImageOf(kept.Values) : null);

    async Task<BoardImage> IFollowingBoard.BuildAsync(
        AmiContext snapshot,
        BoardImage kept,
        CancellationToken cancellation
    ) => ImageOf(await snapshot.ChartNotes.ToListAsync(cancellation));

    private static BoardImage ImageOf(IEnumerable<ChartNote> notes) =>
        new(notes.Select(note => KeyValuePair.Create($"note {note.Id}", (object)note)));

    private async Task<IReadOnlyList<ChartNote>> LoadAsync(long[]? ids, CancellationToken cancellation)
    {
        await using var context = store.Read(Viewer.Product, Right.None);
        return await context.ChartNotes.Where(note => ids == null || ids.Contains(note.Id)).ToListAsync(cancellation);
    }

    private sealed record Listener(Viewer Viewer, string Chart, Action Changed)
    {
        public bool Hears(ChartNote note) =>
            note.Chart == Chart && ChartNoteRules.MayRead(Viewer, note.Chart, note.Edition);
    }
}
