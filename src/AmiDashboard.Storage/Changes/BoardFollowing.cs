using Microsoft.Extensions.Logging;

namespace AmiDashboard.Storage.Changes;

/// <summary>
/// One board's way with the feed. What it could not take in makes it behind: from then on it goes on answering as before,
/// which the pages say, and is loaded again whole, with growing pauses, until that succeeds.
/// </summary>
internal sealed class BoardFollowing(IFollowingBoard board, TimeProvider time, FeedMeter meter, ILogger log)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private volatile Behind? behind;

    public BoardName Name => board.Name;

    public IFollowingBoard Board => board;

    /// <summary>Null where it has taken in all that the feed has read.</summary>
    public Behind? Behind => behind;

    /// <summary>Null where it follows; not above zero where it is due to be loaded again.</summary>
    public TimeSpan? UntilNextTry => behind is { } missed ? missed.Wait - missed.TriedAt.Age(time) : null;

    /// <param name="until">Up to when the feed had read everything before.</param>
    public async Task HearAsync(IReadOnlyList<ChangeRecord> changes, Moment until, CancellationToken cancellation)
    {
        if (behind is not null)
        {
            // It will be loaded again whole, and this with it.
            return;
        }

        try
        {
            await board.FollowAsync(changes, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            meter.Failed(Name);
            log.LogError(
                failure,
                "The board {Board} could not take in change {Change}; it is loaded again until that succeeds.",
                Name,
                changes[0].Id
            );
            var pause = new GrowingPause(LongestPause);
            behind = new Behind(until, Now, changes[0].Id, 1, Now, pause.Next(), pause);
        }
    }

    /// <summary>Loads again what is behind, where its pause is over.</summary>
    /// <returns>Whether it is up to date, and was not before.</returns>
    public async Task<bool> MendAsync(long version, CancellationToken cancellation)
    {
        if (behind is not { } missed || UntilNextTry > TimeSpan.Zero)
        {
            return false;
        }

        try
        {
            await board.LoadAgainAsync(version, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            meter.Failed(Name);
            log.LogDebug(failure, "The board {Board} could not be loaded again yet.", Name);
            behind = missed with { Failures = missed.Failures + 1, TriedAt = Now, Wait = missed.Pause.Next() };
            return false;
        }

        behind = null;
        log.LogInformation(
            "The board {Board} is up to date again at change {Change}, after {Failures} failures since {Since:O}.",
            Name,
            version,
            missed.Failures,
            missed.Since.Utc
        );
        return true;
    }

    /// <summary>An earlier board was loaded again: what this one made of it is as old as that was.</summary>
    public void RestOn(Behind earlier)
    {
        var pause = new GrowingPause(LongestPause);
        behind = (behind ?? earlier) with { Wait = TimeSpan.Zero, Pause = pause };
    }

    private Moment Now => Moment.Now(time);
}

/// <summary>A board that did not take in what was committed.</summary>
/// <param name="Since">What it shows was true then.</param>
/// <param name="Missed">Id of the first change that it lacks.</param>
/// <param name="Failures">Tries that failed so far.</param>
/// <param name="TriedAt">The last of them.</param>
/// <param name="Wait">From then to the next.</param>
internal sealed record Behind(
    Moment Since,
    Moment FailedAt,
    long Missed,
    int Failures,
    Moment TriedAt,
    TimeSpan Wait,
    GrowingPause Pause
);
