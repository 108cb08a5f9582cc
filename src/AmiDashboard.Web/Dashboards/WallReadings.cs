using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Dashboards;

namespace AmiDashboard.Web.Dashboards;

/// <summary>The key figures of a wall screen: those of a dashboard, of a programme without its small editions.</summary>
public sealed class WallReadings(ProgrammeFigures programme, DashboardReadings readings)
{
    public async Task<WallReading> ReadAsync(
        Viewer viewer,
        ApplicationFilter filter,
        CancellationToken cancellation = default
    )
    {
        var known = await programme.RunAsync(viewer, new(filter), cancellation);
        var small = SmallEditions.LeftOutOf(known.Facts, known.Scope);
        var reading = await readings.ReadAsync(
            viewer,
            known with
            {
                Facts = small.Facts,
                PerimeterKey = $"wall|{known.PerimeterKey}",
            },
            filter,
            cancellation
        );
        return new(
            reading,
            small,
            [
                .. small.Any.Select(number =>
                    known.Scope.Editions.FirstOrDefault(edition => edition.Number == number)?.Name ?? $"{number}"
                ),
            ]
        );
    }
}

/// <param name="LeftOut">Names of the small editions, of any subject.</param>
public sealed record WallReading(DashboardReading Figures, SmallEditions Small, IReadOnlyList<string> LeftOut);
