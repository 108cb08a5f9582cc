using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Applications;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>Laureates whose support has not begun, by number.</summary>
public sealed class AwaitingSupport(Store store) : IRead<AwaitingSupport.Query, IReadOnlyList<AwaitingLaureate>>
{
    public sealed record Query;

    public static Right Right => Right.LeadSupport;

    public async Task<IReadOnlyList<AwaitingLaureate>> RunAsync(
        Viewer viewer,
        Query query,
        CancellationToken cancellation = default
    )
    {
        await using var context = store.Read(viewer, Right);
        return await context
            .Applications.Shown()
            .Where(application =>
                application.Stage == Stage.Laureate
                && !context.Prototypes.Any(prototype => prototype.Number == application.Number)
            )
            .OrderBy(application => application.Number)
            .Select(application => new AwaitingLaureate(application.Edition, application.Number, application.Title))
            .ToListAsync(cancellation);
    }
}

public sealed record AwaitingLaureate(int Edition, int Number, string Title);
