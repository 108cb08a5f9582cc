using System.Collections.Immutable;

namespace AmiDashboard.Core.Scores.Figures;

/// <summary>The mean of each criterion that an edition's decisions rested on, as they were frozen with them.</summary>
/// <param name="Criteria">Short names, in their order.</param>
/// <param name="Most">Points of the scale.</param>
/// <param name="Means">By application: one for each criterion, null where nobody scored it.</param>
public sealed record DecidedScores(
    int Edition,
    ImmutableArray<string> Criteria,
    decimal Most,
    ImmutableDictionary<int, ImmutableArray<double?>> Means
);
