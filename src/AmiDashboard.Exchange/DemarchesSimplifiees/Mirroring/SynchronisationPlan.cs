using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Storage.Applications.Runs;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Mirroring;

/// <summary>
/// When which run is due. Decided from what the store says, so that all nodes and restarts agree: an incremental run each
/// interval, a full one once a night, or as soon as possible where nights were missed.
/// </summary>
public static class SynchronisationPlan
{
    /// <summary>Paris: the full run begins in it, and not after it.</summary>
    public static readonly TimeOnly NightBegins = new(2, 0);

    /// <summary>Paris.</summary>
    public static readonly TimeOnly NightEnds = new(4, 0);

    /// <summary>Labels move no date: only a full run sees them, so one is not put off for longer than this.</summary>
    public static readonly TimeSpan LongestWithoutFull = TimeSpan.FromHours(36);

    /// <summary>After a token was refused: a person has to act first.</summary>
    public static readonly TimeSpan AfterTokenFailure = TimeSpan.FromHours(1);

    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(30);

    private static readonly string[] TokenFailures =
    [
        "Sync_TokenExpired",
        "Sync_TokenExpiredOn",
        "Sync_TokenRefused",
        "Sync_NetworkForbidden",
    ];

    /// <summary>The next run and its instant (UTC), which may be past: then it is due.</summary>
    public static (SyncKind Kind, DateTime At) Next(Mirror mirror, DateTime now, TimeSpan interval)
    {
        ArgumentNullException.ThrowIfNull(mirror);
        if (mirror.Last is { State: SyncState.Interrupted, Kind: SyncKind.Full })
        {
            return (SyncKind.Full, now);
        }

        var again = mirror.Last is { } last ? last.StartedAt + WaitAfter(last, interval) : now;
        var full = NextFull(mirror, now);
        if (mirror.Last is { Kind: SyncKind.Full, State: not SyncState.Done } failed)
        {
            // Tried again before the night is over, but not at once.
            var retry = failed.StartedAt + WaitAfter(failed, interval < LongestRetry ? interval : LongestRetry);
            full = full > retry ? full : retry;
        }

        return full <= again ? (SyncKind.Full, full) : (SyncKind.Incremental, again);
    }

    /// <summary>UTC: when the next full run is due.</summary>
    public static DateTime NextFull(Mirror mirror, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(mirror);
        if (mirror.LastFullDone is not { } last)
        {
            return now;
        }

        var today = ParisTime.DayOf(now);
        var (begins, ends) = (At(today, NightBegins), At(today, NightEnds));
        var night = last.StartedAt >= begins || now >= ends ? At(today.AddDays(1), NightBegins) : begins;
        var latest = last.StartedAt + LongestWithoutFull;
        return night < latest ? night : latest;
    }

    /// <summary>An interrupted run is taken up again at once.</summary>
    private static TimeSpan WaitAfter(SyncRun last, TimeSpan interval) =>
        last.State == SyncState.Interrupted ? TimeSpan.Zero
        : TokenFailures.Contains(last.ErrorKey) && interval < AfterTokenFailure ? AfterTokenFailure
        : interval;

    private static DateTime At(DateOnly day, TimeOnly time) => ParisTime.ToUtc(day.ToDateTime(time));
}
