namespace AmiDashboard.Web.Live;

/// <summary>
/// Lets at most one action run in each <paramref name="interval"/>: the first signal acts at once, a burst after it acts
/// once, at the end of the interval. Never two at the same time.
/// </summary>
public sealed class Throttle(TimeProvider time, TimeSpan interval, Func<Task> action) : IDisposable
{
    private readonly Lock gate = new();
    private ITimer? timer;
    private DateTimeOffset lastRun = DateTimeOffset.MinValue;
    private bool isWaiting;
    private bool isRunning;
    private bool isSignalled;
    private bool isDisposed;

    public void Signal()
    {
        lock (gate)
        {
            if (isDisposed || isWaiting)
            {
                return;
            }

            if (isRunning)
            {
                isSignalled = true;
                return;
            }

            Arm();
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
            timer?.Dispose();
        }
    }

    private void Arm()
    {
        isWaiting = true;
        var due = lastRun == DateTimeOffset.MinValue ? TimeSpan.Zero : lastRun + interval - time.GetUtcNow();
        timer?.Dispose();
        timer = time.CreateTimer(
            _ => _ = RunAsync(),
            null,
            due > TimeSpan.Zero ? due : TimeSpan.Zero,
            Timeout.InfiniteTimeSpan
        );
    }

    private async Task RunAsync()
    {
        lock (gate)
        {
            if (isDisposed)
            {
                return;
            }

            (isWaiting, isRunning) = (false, true);
            lastRun = time.GetUtcNow();
        }

        try
        {
            await action();
        }
        finally
        {
            lock (gate)
            {
                isRunning = false;
                if (isSignalled && !isDisposed)
                {
                    isSignalled = false;
                    Arm();
                }
            }
        }
    }
}
