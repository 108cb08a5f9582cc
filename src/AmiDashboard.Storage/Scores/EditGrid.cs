using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// Gives an edition its grid, or changes it; every weight it had stays in its history. Refused by
/// <see cref="GridRules.Check"/>, once a jury has opened, and as a conflict where it changed since the person saw it.
/// </summary>
public sealed class EditGrid(Store store) : IOperation<EditGrid.Request, int>
{
    /// <param name="Edition">Its number.</param>
    /// <param name="Version">The version that the person saw; null for an edition without a grid.</param>
    public sealed record Request(int Edition, GridProposal Grid, int? Version);

    public static Right Right => Right.ManageReviews;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(EditGrid),
            async writing =>
            {
                if (!viewer.PerimeterOf(Right).Covers(request.Edition))
                {
                    return Refusal.NotFound;
                }

                if (await ScoringTurn.TakeAloneAsync(writing, request.Edition, cancellation) is { } closed)
                {
                    return closed;
                }

                var edition = await writing.Context.Editions.SingleOrDefaultAsync(
                    edition => edition.Number == request.Edition,
                    cancellation
                );
                if (edition is null)
                {
                    return Refusal.NotFound;
                }

                var grid = await writing
                    .Context.ScoringGrids.Include(grid => grid.Criteria)
                        .ThenInclude(criterion => criterion.Weights)
                    .SingleOrDefaultAsync(grid => grid.EditionId == edition.Id, cancellation);
                if (grid?.Version != request.Version)
                {
                    return Refusal.Conflict;
                }

                var hasSubmissions = await writing.Context.Reviews.AnyAsync(
                    review => review.Edition == request.Edition && review.Submissions.Any(),
                    cancellation
                );
                if (GridRules.Check(grid, request.Grid, hasSubmissions) is { } refusal)
                {
                    return refusal;
                }

                if (grid is null)
                {
                    writing.Context.ScoringGrids.Add(grid = ScoringGrid.Of(edition, request.Grid.Scale));
                }
                else
                {
                    writing.Context.Entry(grid).State = EntityState.Modified;
                }

                Apply(grid, request.Grid, writing.Now, writing.By, hasSubmissions ? request.Grid.Reason?.Trim() : null);
                await writing.Context.SaveChangesAsync(cancellation);
                writing.Touch(Subject.ScoringGrid, grid.Id);
                return grid.Version;
            },
            cancellation
        );

    /// <param name="now">UTC.</param>
    internal static void Apply(ScoringGrid grid, GridProposal wanted, DateTime now, string by, string? reason)
    {
        (grid.Scale, grid.LeastReviewers, grid.Places) = (wanted.Scale, wanted.LeastReviewers, wanted.Places);
        (grid.Shrinkage, grid.ReviewsDueOn) = (wanted.Shrinkage, wanted.ReviewsDueOn);
        grid.Criteria.RemoveAll(kept => wanted.Criteria.All(criterion => criterion.Id != kept.Id));
        for (var position = 0; position < wanted.Criteria.Length; position++)
        {
            var given = wanted.Criteria[position];
            var criterion = grid.Criteria.FirstOrDefault(kept => kept.Id == given.Id);
            var isNew = criterion is null;
            if (criterion is null)
            {
                criterion = new Criterion
                {
                    Position = position,
                    Label = given.Label,
                    ShortName = given.ShortName,
                    Weight = given.Weight,
                };
                grid.Criteria.Add(criterion);
            }

            if (isNew || criterion.Weight != given.Weight)
            {
                criterion.Weights.Add(
                    new CriterionWeight
                    {
                        Weight = given.Weight,
                        ValidFrom = now,
                        RecordedBy = by,
                        Reason = reason,
                    }
                );
            }

            (criterion.Position, criterion.Weight) = (position, given.Weight);
            (criterion.Label, criterion.ShortName) = (given.Label.Trim(), given.ShortName.Trim());
            criterion.Description = string.IsNullOrWhiteSpace(given.Description) ? null : given.Description.Trim();
            criterion.Guidance.Clear();
            criterion.Guidance.AddRange(GridRules.Kept(given.Guidance));
        }
    }
}
