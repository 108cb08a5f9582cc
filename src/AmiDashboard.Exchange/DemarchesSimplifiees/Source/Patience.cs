namespace AmiDashboard.Exchange.DemarchesSimplifiees.Source;

/// <summary>
/// How long passing failures are waited out, and what is done meanwhile: a run shows that it lives. Nobody waits for a
/// document at a click: <see cref="None"/>.
/// </summary>
internal sealed class Patience(TimeProvider time, Func<CancellationToken, Task> beat)
{
    /// <summary>Retries of one question: of a breakdown, about a minute in all; of throttling, up to a quarter of an hour.</summary>
    private const int MostRetries = 6;
    private const int MostWaits = 15;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenBeats = TimeSpan.FromSeconds(10);

    public static readonly Patience None = new(TimeProvider.System, _ => Task.CompletedTask) { isNone = true };

    private bool isNone;

    /// <summary>False at once where the failure does not pass, or was met too often.</summary>
    /// <param name="retry">How often this question was already asked again.</param>
    public async Task<bool> WaitAsync(SourceFailure failure, int retry, CancellationToken cancellation)
    {
        var most = failure.Kind == SourceFailureKind.Throttled ? MostWaits : MostRetries;
        if (isNone || !failure.IsPassing || retry >= most)
        {
            return false;
        }

        for (var left = failure.RetryAfter ?? Backoff(retry); left > TimeSpan.Zero; left -= BetweenBeats)
        {
            await beat(cancellation);
            await Task.Delay(left < BetweenBeats ? left : BetweenBeats, time, cancellation);
        }

        return true;
    }

    /// <summary>1, 2, 4, … seconds, a minute at most.</summary>
    private static TimeSpan Backoff(int retry) =>
        TimeSpan.FromTicks(Math.Min(Shortest.Ticks << Math.Min(retry, 10), Longest.Ticks));
}
