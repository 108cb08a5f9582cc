namespace AmiDashboard.Storage.Changes;

/// <summary>How long to wait before the next try: 0.2 s at first, twice as long each time, up to a bound.</summary>
internal sealed class GrowingPause(TimeSpan longest)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(200);

    private TimeSpan last;

    public TimeSpan Next()
    {
        var next = last == TimeSpan.Zero ? First : 2 * last;
        return last = next < longest ? next : longest;
    }
}
