using Microsoft.Extensions.Time.Testing;

namespace AmiDashboard.Engines;

/// <summary>Time that only the test moves: by passing it, or by setting the clock, which no timer and no duration notices.</summary>
public sealed class TestTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private TimeSpan set;

    /// <param name="by">Forward, or back.</param>
    public void SetClock(TimeSpan by)
    {
        AdjustTime(GetUtcNow() + by);
        set += by;
    }

    public override long GetTimestamp() => base.GetTimestamp() - set.Ticks;
}
