using System.Collections.Concurrent;

namespace AmiDashboard.DemarchesSimplifiees;

/// <summary>Time that jumps over every wait: what takes minutes takes none, and the waits are written down.</summary>
internal sealed class ImpatientTime(DateTime start) : TimeProvider
{
    private long ticks = start.Ticks;

    public ConcurrentQueue<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
        {
            Waits.Enqueue(dueTime);
            Advance(dueTime);
        }

        // Never before the caller holds its timer.
        return System.CreateTimer(
            callback,
            state,
            dueTime < TimeSpan.Zero ? dueTime : TimeSpan.FromMilliseconds(1),
            period
        );
    }
}
