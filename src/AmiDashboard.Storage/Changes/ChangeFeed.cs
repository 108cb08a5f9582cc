using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AmiDashboard.Storage.Changes;

/// <summary>
/// Reads the change table from where it stood and tells the boards, then its other subscribers, in the order of commits.
/// Woken by this process's own writes, on PostgreSQL by those of other nodes; looks by itself as well, so that another
/// process's write to a SQLite file, or a lost notification, is seen all the same. It goes on whatever a board makes of a
/// change: a board that failed is behind, and is loaded again.
/// </summary>
public sealed partial class ChangeFeed : BackgroundService
{
    private const int BatchSize = 500;

    private readonly Store store;
    private readonly ChangeSignal signal;
    private readonly TimeProvider time;
    private readonly ILogger<ChangeFeed> log;
    private readonly FeedMeter meter;
    private readonly Lock gate = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly TimeSpan look;
    private readonly Listeners<Func<IReadOnlyList<ChangeRecord>, CancellationToken, Task>> subscribers = new();
    private volatile IReadOnlyList<BoardFollowing> boards = [];
    private long? position;
    private Moment? readAt;

    /// <summary>From the first look that failed to the next that does not.</summary>
    private GrowingPause? failing;

    internal ChangeFeed(Store store, ChangeSignal signal, TimeProvider time, ILogger<ChangeFeed> log)
    {
        this.store = store;
        this.signal = signal;
        this.time = time;
        this.log = log;
        meter = new FeedMeter(this);
        look =
            store.Settings.Provider == DatabaseProvider.Sqlite
                ? TimeSpan.FromMilliseconds(500)
                : TimeSpan.FromSeconds(5);
    }

    internal IReadOnlyList<BoardFollowing> Boards => boards;

    internal FeedMeter Meter => meter;

    /// <summary>Id of the last change read; null before anybody asked where the feed stands.</summary>
    internal long? Position
    {
        get
        {
            lock (gate)
            {
                return position;
            }
        }
    }

    /// <summary>All that was committed before had been read; null before the first look.</summary>
    private Moment? ReadAt
    {
        get
        {
            lock (gate)
            {
                return readAt;
            }
        }
    }

    /// <summary>Hears every batch from now on, one at a time; a failing subscriber is logged and does not stop the others.</summary>
    public IDisposable Subscribe(Func<IReadOnlyList<ChangeRecord>, CancellationToken, Task> subscriber) =>
        subscribers.Add(subscriber);

    /// <summary>Tells the board of every batch from now on, in the boards' order and before all subscribers.</summary>
    internal void Follow(IFollowingBoard board)
    {
        lock (gate)
        {
            boards = [.. boards.Append(new BoardFollowing(board, time, meter, log)).OrderBy(one => one.Name)];
        }
    }

    /// <summary>Id of the last change committed; 0 in a new store.</summary>
    internal async Task<long> LastIdAsync(CancellationToken cancellation)
    {
        await using var context = store.Read(Viewer.Product, Right.None);
        return await context.Changes.MaxAsync(change => (long?)change.Id, cancellation) ?? 0;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await CatchUpAsync(stoppingToken);
                if (failing is not null)
                {
                    failing = null;
                    log.LogInformation("The change feed reads the change table again.");
                }

                await signal.WaitAsync(UntilNextLook(), time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                meter.FeedFailed();
                if (failing is null)
                {
                    log.LogError(failure, "The change feed could not read the change table; it tries until it can.");
                }

                failing ??= new GrowingPause(look);
                await Task.Delay(failing.Next(), time, stoppingToken);
            }
        }
    }

    /// <summary>Where the feed stands, taken before anything is loaded from the store, so that nothing falls between.</summary>
    internal async Task<long> StandAsync(CancellationToken cancellation)
    {
        if (Position is { } known)
        {
            return known;
        }

        var last = await LastIdAsync(cancellation);
        lock (gate)
        {
            // Who asked first has loaded from there already: a later look must not step over what came between.
            return position ??= last;
        }
    }

    /// <summary>Reads to the end of the table, and loads again the boards whose turn for that has come.</summary>
    internal async Task CatchUpAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            await ReadToEndAsync(cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>
    /// What the boards answer from, where no change came meanwhile: <paramref name="snapshotAsync"/> begins a snapshot and
    /// answers its last change. Null where one came.
    /// </summary>
    internal async Task<FeedCapture?> CaptureAsync(Func<Task<long>> snapshotAsync, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            var read = await ReadToEndAsync(cancellation);
            var kept = new List<(IFollowingBoard, BoardImage)>();
            foreach (var following in boards)
            {
                if (await following.Board.KeptAsync(cancellation) is { } image)
                {
                    kept.Add((following.Board, image));
                }
            }

            // The snapshot comes last: what a board had already loaded beyond the feed's position is seen by it too.
            return await snapshotAsync() == read ? new FeedCapture(read, kept) : null;
        }
        finally
        {
            turn.Release();
        }
    }

    public override void Dispose()
    {
        meter.Dispose();
        turn.Dispose();
        base.Dispose();
    }

    private async Task<long> ReadToEndAsync(CancellationToken cancellation)
    {
        var from = await StandAsync(cancellation);
        while (true)
        {
            var askedAt = Moment.Now(time);
            List<ChangeRecord> batch;
            await using (var context = store.Read(Viewer.Product, Right.None))
            {
                batch = await context
                    .Changes.Where(change => change.Id > from)
                    .OrderBy(change => change.Id)
                    .Take(BatchSize)
                    .ToListAsync(cancellation);
            }

            if (batch.Count > 0)
            {
                await TellAsync(batch, ReadAt ?? askedAt, cancellation);
                from = batch[^1].Id;
            }

            // What is committed meanwhile wakes the feed anew: boards that wait to be loaded again have their turn first.
            var isWhole = batch.Count < BatchSize;
            lock (gate)
            {
                position = from;
                readAt = isWhole ? askedAt : readAt;
            }

            if (isWhole)
            {
                break;
            }
        }

        await MendAsync(from, cancellation);
        return from;
    }

    private async Task TellAsync(List<ChangeRecord> batch, Moment until, CancellationToken cancellation)
    {
        foreach (var board in boards)
        {
            await board.HearAsync(batch, until, cancellation);
        }

        foreach (var subscriber in subscribers.Present)
        {
            try
            {
                await subscriber(batch, cancellation);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                log.LogError(failure, "A subscriber of the change feed failed.");
            }
        }
    }

    private async Task MendAsync(long version, CancellationToken cancellation)
    {
        Behind? earlier = null;
        foreach (var board in boards)
        {
            if (earlier is not null)
            {
                board.RestOn(earlier);
            }

            var missed = board.Behind;
            if (await board.MendAsync(version, cancellation))
            {
                earlier ??= missed;
            }
        }
    }

    private TimeSpan UntilNextLook()
    {
        var due = boards.Min(board => board.UntilNextTry) ?? look;
        return due <= TimeSpan.Zero ? TimeSpan.Zero
            : due < look ? due
            : look;
    }
}
