using AmiDashboard.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AmiDashboard.Web.Composition;

/// <summary>Ready where the database answers and has every migration. Says no more: the endpoint is open.</summary>
internal sealed class DatabaseHealth(Store store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) => await store.IsReadyAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}
