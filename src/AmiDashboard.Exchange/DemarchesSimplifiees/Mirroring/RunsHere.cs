using System.Collections.Concurrent;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Mirroring;

/// <summary>The runs of this process, each with what stops it.</summary>
internal sealed class RunsHere
{
    private readonly ConcurrentDictionary<long, CancellationTokenSource> stops = new();

    public bool Any => !stops.IsEmpty;

    /// <summary>Dispose of it when the run has ended.</summary>
    public Registration Register(long run, CancellationToken cancellation)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stops[run] = stop;
        return new Registration(this, run, stop);
    }

    public void Stop(long run)
    {
        if (stops.TryGetValue(run, out var stop))
        {
            try
            {
                stop.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It ended in the same moment.
            }
        }
    }

    public sealed class Registration(RunsHere here, long run, CancellationTokenSource stop) : IDisposable
    {
        public CancellationToken Token { get; } = stop.Token;

        public bool IsCancellationRequested => Token.IsCancellationRequested;

        public void Dispose()
        {
            here.stops.TryRemove(run, out _);
            stop.Dispose();
        }
    }
}
