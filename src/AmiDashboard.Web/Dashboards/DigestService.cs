using AmiDashboard.Storage.Changes;

namespace AmiDashboard.Web.Dashboards;

/// <summary>Looks every minute whether a message is due. Every node does: a claim lets one of them send it.</summary>
internal sealed class DigestService(SendDigests round, ChangeFeed feed, TimeProvider time, ILogger<DigestService> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (feed.Staleness is not null)
            {
                // A message cannot be taken back: it waits for figures that are live.
                continue;
            }

            try
            {
                await round.RunAsync(time.GetUtcNow().UtcDateTime, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "A round of digests failed; the next one is in a minute.");
            }
        }
    }
}
