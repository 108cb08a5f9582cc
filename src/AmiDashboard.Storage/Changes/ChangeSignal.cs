using System.Threading.Channels;

namespace AmiDashboard.Storage.Changes;

/// <summary>Says that something was committed; several wake-ups before the feed looks are one.</summary>
internal sealed class ChangeSignal
{
    private readonly Channel<bool> wakes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Wake() => wakes.Writer.TryWrite(true);

    /// <summary>Returns at a wake-up, or after <paramref name="atMost"/> without one.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            await wakes.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The limit: time to look anyway.
        }
    }
}
