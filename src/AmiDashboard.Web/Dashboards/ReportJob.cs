namespace AmiDashboard.Web.Dashboards;

/// <summary>A report that is being made, or is there.</summary>
/// <param name="person">Whom it is made for.</param>
/// <param name="charts">How many it draws.</param>
public sealed class ReportJob(int person, int charts) : IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private Task<byte[]>? made;

    public int Person { get; } = person;

    public int Charts { get; } = charts;

    /// <summary>Charts that are drawn.</summary>
    public int Done { get; private set; }

    public bool IsReady => made is { IsCompletedSuccessfully: true };

    public bool HasFailed => made is { IsFaulted: true } or { IsCanceled: true };

    /// <summary>Something more is done; raised on the job's own thread.</summary>
    public event Action? Changed;

    /// <summary>The PDF, once it is made; cancelled where nobody waits for it any more.</summary>
    public Task<byte[]> BytesAsync() => made ?? throw new InvalidOperationException("The report was not begun.");

    public void Dispose() => leaving.Dispose();

    internal int Waiting { get; set; }

    /// <summary>Of those that are kept, the last asked for goes last.</summary>
    internal long LastAsked { get; set; }

    /// <summary>Bytes; 0 until it is ready.</summary>
    internal long Size => IsReady ? made!.Result.LongLength : 0;

    internal void Begin(Func<CancellationToken, Task<byte[]>> make) => made = make(leaving.Token);

    internal void Cancel() => leaving.Cancel();

    internal void Tell(int done)
    {
        Done = done;
        Changed?.Invoke();
    }
}

/// <summary>A place among those who wait for a report. Who disposes it has left; the last one takes the report along.</summary>
public sealed class ReportTicket(ReportJob job, Action leave) : IDisposable
{
    private Action? leave = leave;

    public ReportJob Job { get; } = job;

    public void Dispose() => Interlocked.Exchange(ref leave, null)?.Invoke();
}
