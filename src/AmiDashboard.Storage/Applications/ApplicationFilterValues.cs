using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;

namespace AmiDashboard.Storage.Applications;

/// <summary>What the filters of a list may offer this viewer: only values that a row within their perimeter has.</summary>
public sealed class ApplicationFilterValues(ApplicationBoard board) : IRead<ApplicationFilterValues.Query, FilterValues>
{
    /// <param name="Edition">Only values found in this edition; null for all.</param>
    public sealed record Query(int? Edition);

    public static Right Right => Right.SeeApplications;

    public async Task<FilterValues> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        if (!viewer.Can(Right))
        {
            throw new AccessDeniedException(Right);
        }

        var state = await board.StateAsync(cancellation);
        return state.SummaryOf(viewer.PerimeterOf(Right), query.Edition).Values;
    }
}

/// <param name="Ministries">Empty text where some application gives none.</param>
public sealed record FilterValues(
    IReadOnlyList<int> Editions,
    IReadOnlyList<Stage> Stages,
    IReadOnlyList<string> Ministries,
    IReadOnlyList<string> Techniques
);
