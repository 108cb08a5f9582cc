using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Dashboards;

/// <summary>How the viewer has arranged a dashboard; null where they left it as it is made.</summary>
public sealed class OwnLayout(Store store) : IRead<OwnLayout.Query, DashboardLayout?>
{
    public sealed record Query(string Dashboard);

    public static Right Right => Right.SeeFigures;

    public async Task<DashboardLayout?> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        await using var context = store.Read(viewer, Right);
        return await context.DashboardLayouts.SingleOrDefaultAsync(
            layout => layout.PersonId == viewer.PersonId && layout.Dashboard == query.Dashboard,
            cancellation
        );
    }
}
