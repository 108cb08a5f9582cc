namespace AmiDashboard.Web.Live;

/// <summary>One component that redraws, and since when it could not (UTC).</summary>
internal sealed class Follower
{
    public Throttle? Throttle { get; set; }

    public ITimer? Again { get; set; }

    public DateTime? FailedAt { get; set; }

    public void Rearm(TimeSpan after) => Again?.Change(after, Timeout.InfiniteTimeSpan);
}
