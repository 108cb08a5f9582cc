namespace AmiDashboard.Core.Prototypes;

/// <summary>
/// What a laureate builds in the months of its support: its plan, and when support began. Its sessions, reports, trials and
/// evaluation are rows of their own, which carry its number.
/// </summary>
public sealed class Prototype
{
    public int Id { get; init; }

    public required int Edition { get; init; }

    /// <summary>The project: its application's number. One prototype a project.</summary>
    public required int Number { get; init; }

    /// <summary>Its title when support began: all that is left of it where its dossier is purged.</summary>
    public required string Title { get; init; }

    /// <summary>Paris day on which support begins.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Whole months of support. From 1 to <see cref="PlanRules.MostMonths"/>.</summary>
    public required int Months { get; init; }

    /// <summary>UTC: when the plan was drawn.</summary>
    public required DateTime StartedAt { get; init; }

    public required string StartedBy { get; init; }

    /// <summary>The https address of its source code; null where it is not public, or not yet.</summary>
    public string? Repository { get; set; }

    public int Version { get; set; }

    public List<Milestone> Milestones { get; } = [];

    /// <summary>Paris day on which support ends as planned: the same day so many months later, or the last of that month.</summary>
    public DateOnly EndsOn => StartsOn.AddMonths(Months);

    public const int LongestName = 200;

    public const int LongestText = 4000;
}
