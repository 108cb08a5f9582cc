using AmiDashboard.Core.Scores.Figures;

namespace AmiDashboard.Storage.Scores;

/// <summary>The facts of scores that the viewer may know, and the stamp of the version they are of.</summary>
/// <param name="Stamp">Grows with the data, and once more when the intervals of ranks have come.</param>
/// <param name="Facts">Null for an edition without a grid, or outside the perimeter.</param>
public sealed record KnownScores(long Stamp, string PerimeterKey, ScoreFacts? Facts)
{
    internal static KnownScores Of(EditionScores scores, string perimeter, ScoreFacts facts) =>
        new((scores.Version * 2) + (scores.Intervals is null ? 0 : 1), perimeter, facts);
}
