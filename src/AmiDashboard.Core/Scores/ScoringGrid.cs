using AmiDashboard.Core.Editions;

namespace AmiDashboard.Core.Scores;

/// <summary>How one edition is scored and ranked: its scale, its rules and its criteria. Data of an edition, never constants.</summary>
public sealed class ScoringGrid
{
    public int Id { get; init; }

    public int EditionId { get; init; }

    /// <summary>The edition's number, repeated here so that the perimeter needs no join.</summary>
    public required int Edition { get; init; }

    public required Scale Scale { get; set; }

    /// <summary>Reviewers that each application is given at least; fewer submitted reviews make a rank provisional. From 1 to 20.</summary>
    public int LeastReviewers { get; set; } = 3;

    /// <summary>How many laureates the edition means to have: where the ranking is cut. From 1.</summary>
    public int Places { get; set; } = 6;

    /// <summary>
    /// Scores of a reviewer at which half of their severity is allowed for (λ of the additive model): a reviewer of few
    /// scores is corrected little. 0 corrects everybody in full. From 0 to 50.
    /// </summary>
    public int Shrinkage { get; set; } = 3;

    /// <summary>Paris day by which reviews are asked for.</summary>
    public DateOnly? ReviewsDueOn { get; set; }

    public int Version { get; set; }

    public List<Criterion> Criteria { get; } = [];

    public static ScoringGrid Of(Edition edition, Scale scale)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return new ScoringGrid
        {
            EditionId = edition.Id,
            Edition = edition.Number,
            Scale = scale,
        };
    }
}

/// <summary>One thing that each reviewer scores.</summary>
public sealed class Criterion
{
    /// <summary>Longest label, in characters: the first edition's first criterion is a long sentence.</summary>
    public const int LongestLabel = 300;

    /// <summary>Longest short name: what charts and tables have room for.</summary>
    public const int LongestShortName = 40;

    public const int LongestDescription = 2000;

    public int Id { get; init; }

    public int GridId { get; init; }

    /// <summary>From 0, in the order of the page.</summary>
    public required int Position { get; set; }

    public required string Label { get; set; }

    public required string ShortName { get; set; }

    public string? Description { get; set; }

    /// <summary>Points of weight, from 0 to 100; what counts is the share in the sum of the grid's.</summary>
    public required int Weight { get; set; }

    /// <summary>What a level means, by level: not every level needs to be said.</summary>
    public List<LevelGuidance> Guidance { get; init; } = [];

    /// <summary>Every weight it has had, oldest first.</summary>
    public List<CriterionWeight> Weights { get; } = [];
}

/// <summary>What a level of the scale means for a criterion.</summary>
public sealed record LevelGuidance(Score Level, string Text)
{
    public const int LongestText = 500;
}

/// <summary>A weight of a criterion from a moment on. Added, never edited.</summary>
public sealed class CriterionWeight
{
    public long Id { get; init; }

    public int CriterionId { get; init; }

    public required int Weight { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ValidFrom { get; init; }

    public required string RecordedBy { get; init; }

    /// <summary>Asked for once a review was submitted.</summary>
    public string? Reason { get; init; }
}
