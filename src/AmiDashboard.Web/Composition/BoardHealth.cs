using AmiDashboard.Storage.Changes;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AmiDashboard.Web.Composition;

/// <summary>
/// Degraded where this node shows figures of the past as live, which still counts as ready: it says so on its pages and
/// mends itself. Unhealthy where that lasts, so that a load balancer sends people elsewhere. The details are for the
/// program's own log: the endpoint is open, and says the status alone.
/// </summary>
internal sealed class BoardHealth(ChangeFeed feed) : IHealthCheck
{
    private static readonly TimeSpan Borne = TimeSpan.FromSeconds(30);

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(Of(feed.Staleness));

    internal static HealthCheckResult Of(Staleness? staleness) =>
        staleness is null
            ? HealthCheckResult.Healthy()
            : new HealthCheckResult(
                staleness.For > Borne ? HealthStatus.Unhealthy : HealthStatus.Degraded,
                staleness.Boards.Count == 0
                    ? $"The change table has not been read since {staleness.Since:O}."
                    : $"Behind since {staleness.Since:O}: {string.Join(", ", staleness.Boards)}."
            );
}
