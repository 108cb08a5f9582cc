using System.Globalization;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Storage.Changes;
using AmiDashboard.Storage.Dashboards;
using AmiDashboard.Storage.Prototypes;
using AmiDashboard.Storage.Scores;

namespace AmiDashboard.Web.Live;

/// <summary>
/// One person's live updates in one circuit: what follows the board, whether it is paused, and what is said aloud about
/// it. At most four redraws a second for each follower; while paused, changes wait and are counted.
/// </summary>
public sealed class LiveUpdates(
    ApplicationBoard board,
    ScoreBoard scores,
    BudgetBoard budgets,
    PrototypeBoard prototypes,
    NoteBoard notes,
    ChangeFeed feed,
    StalenessWatch watch,
    TimeProvider time,
    ILogger<LiveUpdates> log
)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>A redraw that failed is tried again: what it should have shown is there, and nothing else may wake it.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    private readonly List<Follower> followers = [];

    /// <summary>The person's languages: the change feed, whose thread a redraw begins on, has none.</summary>
    private readonly (CultureInfo Numbers, CultureInfo Texts) languages = (
        CultureInfo.CurrentCulture,
        CultureInfo.CurrentUICulture
    );

    public bool IsPaused { get; private set; }

    /// <summary>Wake-ups that came while paused.</summary>
    public int Waiting { get; private set; }

    /// <summary>UTC; null until something changed since the page was opened.</summary>
    public DateTime? LastChangeAt { get; private set; }

    /// <summary>
    /// UTC: what is shown was true then, since this node does not follow the database or this page could not be redrawn;
    /// null where it is live.
    /// </summary>
    public DateTime? StaleSince
    {
        get
        {
            lock (followers)
            {
                return followers.Select(one => one.FailedAt).Append(watch.Staleness?.Since).Min();
            }
        }
    }

    private event Action? StatusChanged;

    /// <summary>
    /// Calls back, in the person's language, when any of the above is another: also when this node lost the database, or follows
    /// it again.
    /// </summary>
    public IDisposable FollowStatus(Action changed)
    {
        StatusChanged += changed;
        var watching = watch.Listen(() => InLanguage(changed));
        return new Following(() =>
        {
            watching.Dispose();
            StatusChanged -= changed;
        });
    }

    /// <summary>Runs <paramref name="redraw"/> after changes within the viewer's perimeter, until disposed.</summary>
    public IDisposable Follow(Viewer viewer, Func<Task> redraw) =>
        Follow(redraw, throttle => board.Listen(viewer, _ => Heard(throttle)));

    /// <summary>The same after changes of scores that the viewer may know of.</summary>
    public IDisposable FollowScores(Viewer viewer, Func<Task> redraw) =>
        Follow(redraw, throttle => scores.Listen(viewer, () => Heard(throttle)));

    /// <summary>The same after changes of money that the viewer may see.</summary>
    public IDisposable FollowBudgets(Viewer viewer, Func<Task> redraw) =>
        Follow(redraw, throttle => budgets.Listen(viewer, () => Heard(throttle)));

    /// <summary>The same after changes of prototypes that the viewer may see, or of their money.</summary>
    public IDisposable FollowPrototypes(Viewer viewer, Func<Task> redraw) =>
        Follow(
            redraw,
            throttle =>
            {
                var (plans, money) = (
                    prototypes.Listen(viewer, () => Heard(throttle)),
                    budgets.Listen(viewer, () => Heard(throttle))
                );
                return new Following(() =>
                {
                    plans.Dispose();
                    money.Dispose();
                });
            }
        );

    /// <summary>The same after any change of the programme that the viewer may know of: what a dashboard is made of.</summary>
    /// <param name="again">Also each time this has passed without a change: null for never.</param>
    public IDisposable FollowProgramme(Viewer viewer, Func<Task> redraw, TimeSpan? again = null) =>
        Follow(
            redraw,
            throttle =>
            {
                IDisposable[] all =
                [
                    board.Listen(viewer, _ => Heard(throttle)),
                    scores.Listen(viewer, () => Heard(throttle)),
                    budgets.Listen(viewer, () => Heard(throttle)),
                    prototypes.Listen(viewer, () => Heard(throttle)),
                    time.CreateTimer(
                        _ => Wake(throttle),
                        null,
                        again ?? Timeout.InfiniteTimeSpan,
                        again ?? Timeout.InfiniteTimeSpan
                    ),
                ];
                return new Following(() => Array.ForEach(all, one => one.Dispose()));
            }
        );

    /// <summary>The same after notes of a chart that the viewer may read came or went, besides what else is followed.</summary>
    public IDisposable WithNotes(IDisposable others, Viewer viewer, string chart, Func<Task> redraw)
    {
        var pinned = Follow(redraw, throttle => notes.Listen(viewer, chart, () => Heard(throttle)));
        return new Following(() =>
        {
            others.Dispose();
            pinned.Dispose();
        });
    }

    /// <summary>The same after each page of a synchronisation; of applications only where the viewer sees but some.</summary>
    public IDisposable FollowRuns(Viewer viewer, Func<Task> redraw)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.PerimeterOf(Right.SeeSynchronisation).IsEverything
            ? Follow(redraw, throttle => feed.Subscribe((changes, _) => HeardRun(changes, throttle)))
            : Follow(viewer, redraw);
    }

    private Following Follow(Func<Task> redraw, Func<Throttle, IDisposable> listen)
    {
        var follower = new Follower();
        var throttle = new Throttle(time, Interval, () => RedrawAsync(redraw, follower));
        // Armed by a redraw that fails.
        var again = time.CreateTimer(_ => throttle.Signal(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        (follower.Throttle, follower.Again) = (throttle, again);
        lock (followers)
        {
            followers.Add(follower);
        }

        var listening = listen(throttle);
        return new Following(() =>
        {
            listening.Dispose();
            lock (followers)
            {
                followers.Remove(follower);
            }

            again.Dispose();
            throttle.Dispose();
        });
    }

    public void Pause()
    {
        IsPaused = true;
        StatusChanged?.Invoke();
    }

    public void Resume()
    {
        (IsPaused, Waiting) = (false, 0);
        Follower[] all;
        lock (followers)
        {
            all = [.. followers];
        }

        foreach (var follower in all)
        {
            follower.Throttle?.Signal();
        }

        StatusChanged?.Invoke();
    }

    private Task HeardRun(IReadOnlyList<ChangeRecord> changes, Throttle throttle)
    {
        if (changes.Any(change => change.Of(Subject.SyncRun).Count > 0))
        {
            Heard(throttle);
        }

        return Task.CompletedTask;
    }

    /// <summary>Time passed: nothing is new, and what is shown may be another all the same.</summary>
    private void Wake(Throttle throttle)
    {
        if (!IsPaused)
        {
            InLanguage(throttle.Signal);
        }
    }

    private void Heard(Throttle throttle) => InLanguage(() => Tell(throttle));

    private void InLanguage(Action act)
    {
        var (numbers, texts) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = languages;
        try
        {
            act();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (numbers, texts);
        }
    }

    private void Tell(Throttle throttle)
    {
        LastChangeAt = time.GetUtcNow().UtcDateTime;
        if (IsPaused)
        {
            Waiting++;
        }
        else
        {
            throttle.Signal();
        }

        StatusChanged?.Invoke();
    }

    /// <summary>A redraw that fails must not end the circuit: it is logged once, said, and tried until it succeeds.</summary>
    private async Task RedrawAsync(Func<Task> redraw, Follower follower)
    {
        try
        {
            await redraw();
            if (follower.FailedAt is not null)
            {
                Say(follower, failedAt: null);
            }
        }
        catch (ObjectDisposedException)
        {
            // The page was closed while its redraw was due.
        }
        catch (Exception failure)
        {
            if (follower.FailedAt is null)
            {
                log.LogError(failure, "A live redraw failed; it is tried until it succeeds.");
                Say(follower, LastChangeAt ?? time.GetUtcNow().UtcDateTime);
            }

            follower.Rearm(Again);
        }
    }

    private void Say(Follower follower, DateTime? failedAt)
    {
        lock (followers)
        {
            follower.FailedAt = failedAt;
        }

        InLanguage(() => StatusChanged?.Invoke());
    }

    private sealed class Following(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
