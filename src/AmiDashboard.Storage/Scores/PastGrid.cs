using AmiDashboard.Core.Scores;

namespace AmiDashboard.Storage.Scores;

/// <summary>A grid with the weights that its criteria had at an instant; everything else of it cannot change once scores are in.</summary>
internal static class PastGrid
{
    /// <param name="asOf">UTC.</param>
    public static ScoringGrid Of(ScoringGrid grid, DateTime asOf)
    {
        var past = new ScoringGrid
        {
            Id = grid.Id,
            EditionId = grid.EditionId,
            Edition = grid.Edition,
            Scale = grid.Scale,
            LeastReviewers = grid.LeastReviewers,
            Places = grid.Places,
            Shrinkage = grid.Shrinkage,
            ReviewsDueOn = grid.ReviewsDueOn,
        };
        past.Criteria.AddRange(
            grid.Criteria.Select(criterion => new Criterion
            {
                Id = criterion.Id,
                GridId = criterion.GridId,
                Position = criterion.Position,
                Label = criterion.Label,
                ShortName = criterion.ShortName,
                Description = criterion.Description,
                Weight = WeightAt(criterion, asOf),
            })
        );
        return past;
    }

    /// <summary>Before its first weight was noted, a criterion had that one.</summary>
    private static int WeightAt(Criterion criterion, DateTime asOf) =>
        (criterion.Weights.LastOrDefault(one => one.ValidFrom <= asOf) ?? criterion.Weights.FirstOrDefault())?.Weight
        ?? criterion.Weight;
}
