using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AmiDashboard.Storage.Changes;

/// <summary>
/// Looks every second whether this node still follows the database, and tells open pages when that changes. It has a timer
/// of its own: a feed that hangs says nothing.
/// </summary>
public sealed class StalenessWatch(ChangeFeed feed, TimeProvider time, ILogger<StalenessWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly Listeners<Action> listeners = new();
    private volatile Staleness? staleness;

    /// <summary>Null where this node follows the database.</summary>
    public Staleness? Staleness => staleness;

    /// <summary>Calls back when it changed. It must be quick.</summary>
    public IDisposable Listen(Action changed) => listeners.Add(changed);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            Look();
            // No timer that repeats: time that jumps, on a machine that slept, is one look and not thousands.
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    internal void Look()
    {
        var (before, after) = (staleness, feed.Staleness);
        if (before?.Since == after?.Since)
        {
            return;
        }

        staleness = after;
        if (before is null)
        {
            log.LogError(
                "This node shows figures of {Since:O}: it does not follow the database ({Boards}).",
                after!.Since,
                after.Boards.Count == 0 ? "the change table cannot be read" : string.Join(", ", after.Boards)
            );
        }
        else if (after is null)
        {
            log.LogInformation("This node follows the database again.");
        }

        foreach (var changed in listeners.Present)
        {
            try
            {
                changed();
            }
            catch (Exception failure)
            {
                log.LogError(failure, "A page could not be told whether its figures are live.");
            }
        }
    }
}
