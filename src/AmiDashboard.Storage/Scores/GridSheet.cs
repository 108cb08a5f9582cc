using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// The grid of an edition that the viewer sees something of; the history of its weights is for managers of reviews. Null
/// where there is none.
/// </summary>
public sealed class GridSheet(Store store) : IRead<GridSheet.Query, GridDetails?>
{
    public sealed record Query(int Edition);

    public static Right Right => Right.SeeApplications;

    public async Task<GridDetails?> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        await using var context = store.Read(viewer, Right);
        var grids = context.ScoringGrids.Where(grid => grid.Edition == query.Edition);
        var criteria = grids.Include(grid => grid.Criteria.OrderBy(criterion => criterion.Position));
        var isManager =
            viewer.Can(Right.ManageReviews) && viewer.PerimeterOf(Right.ManageReviews).Covers(query.Edition);
        var grid = isManager
            ? await criteria
                    .ThenInclude(criterion => criterion.Weights.OrderBy(weight => weight.Id))
                .AsSplitQuery()
                .SingleOrDefaultAsync(cancellation)
            : await criteria.SingleOrDefaultAsync(cancellation);
        return grid is null
            ? null
            : new GridDetails(
                grid,
                await context
                    .Reviews.IgnoreQueryFilters()
                    .AnyAsync(review => review.Edition == query.Edition && review.Submissions.Any(), cancellation),
                await ScoringTurn.AreFrozenAsync(context, query.Edition, cancellation)
            );
    }
}

/// <param name="HasSubmissions">Whether a review was ever submitted: scale and criteria then stay.</param>
/// <param name="IsFrozen">Whether a jury has opened: nothing of the scores changes any more.</param>
public sealed record GridDetails(ScoringGrid Grid, bool HasSubmissions, bool IsFrozen);
