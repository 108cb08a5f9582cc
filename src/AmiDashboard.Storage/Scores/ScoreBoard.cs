using System.Collections.Immutable;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores.Figures;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Changes;
using Microsoft.Extensions.Logging;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// Each edition's scores in memory, ranked once for a version of the data. A submitted review replaces its own
/// contribution; intervals of ranks follow in the background, one edition at a time, and nobody waits for them.
/// </summary>
public sealed partial class ScoreBoard : IFollowingBoard, IDisposable
{
    private readonly Store store;
    private readonly ChangeFeed feed;
    private readonly ApplicationBoard applications;
    private readonly ILogger<ScoreBoard> log;
    private readonly SemaphoreSlim loading = new(1, 1);
    private readonly SemaphoreSlim drawing = new(1, 1);
    private readonly CancellationTokenSource closing = new();
    private readonly Lock gate = new();
    private readonly PastScores past = new();
    private ImmutableDictionary<int, EditionScores> editions = ImmutableDictionary<int, EditionScores>.Empty;
    private ImmutableHashSet<long> outdatedReviews = [];
    private bool isOutdated;
    private long heard;
    private readonly Listeners<Listener> listeners = new();

    internal ScoreBoard(Store store, ChangeFeed feed, ApplicationBoard applications, ILogger<ScoreBoard> log)
    {
        (this.store, this.feed, this.applications, this.log) = (store, feed, applications, log);
        feed.Follow(this);
    }

    BoardName IFollowingBoard.Name => BoardName.Scores;

    /// <summary>The scores of an edition as they are now, or were known at an instant (UTC); null where it has no grid.</summary>
    internal async Task<EditionScores?> ScoresAsync(int edition, DateTime? asOf, CancellationToken cancellation) =>
        await ScoresAsync(edition, cancellation) is not { } present ? null
        : asOf is { } instant ? await past.OfAsync(present, instant, cancellation)
        : present;

    /// <summary>The scores of an edition as they are now; null where it has no grid.</summary>
    internal async Task<EditionScores?> ScoresAsync(int edition, CancellationToken cancellation)
    {
        await loading.WaitAsync(cancellation);
        try
        {
            var (board, version) = await CatchUpAsync(cancellation);
            if (board.Editions.FirstOrDefault(one => one.Number == edition) is not { } dates)
            {
                return null;
            }

            if (editions.TryGetValue(edition, out var kept))
            {
                return kept;
            }

            await using var context = store.Read(Viewer.Product, Right.None);
            if (await ScoreFactQuery.LoadAsync(context, edition, cancellation) is not { } stored)
            {
                return null;
            }

            return Keep(EditionScores.Of(version, stored, dates, board.Facts.Values));
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>Takes in what was heard of; the applications are asked after that, since their board hears first.</summary>
    private async Task<(BoardState Board, long Version)> CatchUpAsync(CancellationToken cancellation)
    {
        var version = await feed.StandAsync(cancellation);
        ImmutableHashSet<long> reviews;
        bool all;
        lock (gate)
        {
            // What was heard of may be newer than where the feed says it stands: it moves on once all have heard.
            version = Math.Max(version, heard);
            (reviews, all) = (outdatedReviews, isOutdated);
            (outdatedReviews, isOutdated) = ([], false);
        }

        try
        {
            var board = await applications.StateAsync(cancellation);
            if (all)
            {
                editions = ImmutableDictionary<int, EditionScores>.Empty;
            }
            else if (!reviews.IsEmpty)
            {
                await ReplaceAsync(reviews, version + board.Version, board, cancellation);
            }

            // With the applications' own: those may be loaded again, and other ones, without a change of scores.
            return (board, version + board.Version);
        }
        catch
        {
            // Who asked has left, or the database: what was heard of is still to be taken in.
            lock (gate)
            {
                isOutdated = true;
            }

            throw;
        }
    }

    /// <summary>
    /// Calls back when something changed that the viewer may see: any change of scores for who sees figures of whole
    /// editions, their own for a reviewer. The callback must be quick and must not throw.
    /// </summary>
    public IDisposable Listen(Viewer viewer, Action changed)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return listeners.Add(new(viewer, changed));
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
        loading.Dispose();
        drawing.Dispose();
    }

    async Task IFollowingBoard.FollowAsync(IReadOnlyList<ChangeRecord> changes, CancellationToken cancellation)
    {
        var reviews = changes.SelectMany(change => change.Of(Subject.Review)).ToHashSet();
        var others = changes.Any(change =>
            change.Of(Subject.ScoringGrid).Count > 0
            || change.Of(Subject.Assignment).Count > 0
            || change.Of(Subject.Session).Count > 0
            || change.Of(Subject.Edition).Count > 0
            || change.Of(Subject.Application).Count > 0
        );
        if (!others && reviews.Count == 0 && changes.All(change => change.Of(Subject.Reviewer).Count == 0))
        {
            return;
        }

        lock (gate)
        {
            heard = changes[^1].Id;
            outdatedReviews = outdatedReviews.Union(reviews);
            // A reviewer touched with a review is that review's own; alone, their name or their ties changed.
            isOutdated |=
                others
                || changes.Any(change => change.Of(Subject.Reviewer).Count > 0 && change.Of(Subject.Review).Count == 0);
        }

        await using var context = store.Read(Viewer.Product, Right.None);
        Tell(await TouchedScores.OfAsync(context, changes, cancellation));
    }

    /// <summary>Whoever asks next loads what was kept: nothing has to be asked of the database now.</summary>
    Task IFollowingBoard.LoadAgainAsync(long version, CancellationToken cancellation)
    {
        lock (gate)
        {
            (heard, isOutdated) = (version, true);
        }

        foreach (var listener in listeners.Present)
        {
            listener.Changed();
        }

        return Task.CompletedTask;
    }

    private void Tell(TouchedScores touched)
    {
        foreach (var listener in listeners.Present.Where(listener => touched.IsFor(listener.Viewer)))
        {
            listener.Changed();
        }
    }

    private async Task ReplaceAsync(
        ImmutableHashSet<long> reviews,
        long version,
        BoardState board,
        CancellationToken cancellation
    )
    {
        await using var context = store.Read(Viewer.Product, Right.None);
        foreach (var old in editions.Values)
        {
            var found = await ScoreFactQuery.LoadAsync(context, old.Stored.Grid, reviews, cancellation);
            if (found.Count == 0 && !reviews.Any(old.Stored.Submissions.ContainsKey))
            {
                continue;
            }

            var submissions = old.Stored.Submissions.RemoveRange(reviews).SetItems(found);
            Keep(
                EditionScores.Of(
                    version,
                    old.Stored with
                    {
                        Submissions = submissions,
                    },
                    old.Edition,
                    board.Facts.Values
                )
            );
        }
    }

    private EditionScores Keep(EditionScores scores)
    {
        editions = editions.SetItem(scores.Edition.Number, scores);
        _ = Task.Run(() => DrawAsync(scores), closing.Token);
        return scores;
    }

    /// <summary>One bootstrap at a time, and none for what is out of date before its turn comes.</summary>
    private async Task DrawAsync(EditionScores scores)
    {
        var edition = scores.Edition.Number;
        try
        {
            await drawing.WaitAsync(closing.Token);
            try
            {
                if (editions.GetValueOrDefault(edition) != scores)
                {
                    return;
                }

                var intervals = scores.Bootstrap(closing.Token);
                await loading.WaitAsync(closing.Token);
                try
                {
                    if (editions.GetValueOrDefault(edition) == scores)
                    {
                        editions = editions.SetItem(edition, scores with { Intervals = intervals });
                    }
                }
                finally
                {
                    loading.Release();
                }
            }
            finally
            {
                drawing.Release();
            }

            Tell(TouchedScores.OfEdition(edition));
        }
        catch (Exception failure) when (failure is OperationCanceledException or ObjectDisposedException)
        {
            // The program is closing.
        }
        catch (Exception failure)
        {
            log.LogError(failure, "The intervals of the ranks of edition {Edition} could not be drawn.", edition);
        }
    }

    private sealed record Listener(Viewer Viewer, Action Changed);
}
