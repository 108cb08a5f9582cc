using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications;

/// <summary>What the filters of a list may offer this viewer: only values that a row within their perimeter has.</summary>
public sealed class ApplicationFilterValues(Store store) : IRead<ApplicationFilterValues.Query, FilterValues>
{
    /// <param name="Edition">Only values found in this edition; null for all.</param>
    public sealed record Query(int? Edition);

    public static Right Right => Right.SeeApplications;

    public async Task<FilterValues> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        await using var context = store.Read(viewer, Right);
        var applications = context.Applications.Shown();
        var editions = await applications
            .Select(application => application.Edition)
            .Distinct()
            .OrderBy(edition => edition)
            .ToListAsync(cancellation);
        applications = applications.Matching(new ApplicationFilter { Edition = query.Edition });
        return new FilterValues(
            editions,
            await applications.Select(application => application.Stage).Distinct().ToListAsync(cancellation),
            await applications
                .Select(application => application.Ministry ?? "")
                .Distinct()
                .OrderBy(ministry => ministry)
                .ToListAsync(cancellation),
            await applications
                .SelectMany(application => application.Techniques)
                .Select(technique => technique.Name)
                .Distinct()
                .OrderBy(technique => technique)
                .ToListAsync(cancellation)
        );
    }
}

/// <param name="Ministries">Empty text where some application gives none.</param>
public sealed record FilterValues(
    IReadOnlyList<int> Editions,
    IReadOnlyList<Stage> Stages,
    IReadOnlyList<string> Ministries,
    IReadOnlyList<string> Techniques
);
