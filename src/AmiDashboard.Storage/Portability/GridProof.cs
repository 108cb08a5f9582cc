using AmiDashboard.Core;
using AmiDashboard.Core.Scores;

namespace AmiDashboard.Storage.Portability;

/// <summary>Whether a grid is one that could be given, and its weights are the last of those that are kept.</summary>
internal static class GridProof
{
    public static IEnumerable<Refusal> Check(ScoringGrid grid)
    {
        if (!grid.Scale.IsSound)
        {
            yield return new Refusal("Verify_Scale", grid.Edition);
        }

        foreach (var criterion in grid.Criteria.OrderBy(criterion => criterion.Position))
        {
            var last = criterion
                .Weights.OrderBy(weight => weight.ValidFrom)
                .ThenBy(weight => weight.Id)
                .LastOrDefault();
            if (last is null)
            {
                yield return new Refusal("Verify_NoWeight", grid.Edition, criterion.ShortName);
            }
            else if (last.Weight != criterion.Weight)
            {
                yield return new Refusal(
                    "Verify_Weight",
                    grid.Edition,
                    criterion.ShortName,
                    criterion.Weight,
                    last.Weight
                );
            }
        }
    }
}
