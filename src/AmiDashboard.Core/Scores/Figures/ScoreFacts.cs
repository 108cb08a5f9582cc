using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Scores.Statistics;

namespace AmiDashboard.Core.Scores.Figures;

/// <summary>
/// What every figure of scores is folded from: one edition's assignments, submissions and ranking, as the one who reads
/// may know them. Who may not know names gets letters; who may not know scores gets none.
/// </summary>
public sealed record ScoreFacts
{
    public required EditionDates Edition { get; init; }

    public required Scale Scale { get; init; }

    public required int LeastReviewers { get; init; }

    public required int Places { get; init; }

    /// <summary>Paris day by which reviews are asked for.</summary>
    public DateOnly? ReviewsDueOn { get; init; }

    /// <summary>In the order of the page; scores and means are in this order too.</summary>
    public ImmutableArray<CriterionFact> Criteria { get; init; } = [];

    /// <summary>Those that are or were reviewed, by number.</summary>
    public ImmutableDictionary<int, ApplicationFact> Applications { get; init; } =
        ImmutableDictionary<int, ApplicationFact>.Empty;

    /// <summary>Title of an application, by number.</summary>
    public ImmutableDictionary<int, string> Titles { get; init; } = ImmutableDictionary<int, string>.Empty;

    public ImmutableArray<AssignmentFact> Assignments { get; init; } = [];

    public ImmutableArray<SubmissionFact> Submissions { get; init; } = [];

    /// <summary>By id; a letter where names are not for the one who reads.</summary>
    public ImmutableDictionary<int, string> Reviewers { get; init; } = ImmutableDictionary<int, string>.Empty;

    /// <summary>Null where scores are not for the one who reads.</summary>
    public ScoreModel? Model { get; init; }

    /// <summary>By the grid's own weights; null like <see cref="Model"/>.</summary>
    public Ranking? Ranking { get; init; }

    /// <summary>Null until they are computed: a thousand draws take longer than a page waits.</summary>
    public RankIntervals? Intervals { get; init; }

    public Agreement? Agreement { get; init; }

    /// <summary>The last closed act's word on each application, by number.</summary>
    public ImmutableDictionary<int, Verdict> Verdicts { get; init; } = ImmutableDictionary<int, Verdict>.Empty;

    public ImmutableArray<double> Weights => [.. Criteria.Select(criterion => (double)criterion.Weight)];
}

public sealed record CriterionFact(int Id, string Label, string ShortName, int Weight);

/// <summary>UTC instants; an assignment that ended counts as work asked for until then.</summary>
public sealed record AssignmentFact(int Application, int Reviewer, DateTime AssignedAt, DateTime? EndedAt);

/// <summary>UTC instants. Empty <paramref name="Scores"/> where scores are not for the one who reads.</summary>
/// <param name="Scores">One for each criterion, in their order; null for « cannot judge ».</param>
/// <param name="ReopenedAt">Until when it counted; null while it does.</param>
public sealed record SubmissionFact(
    int Application,
    int Reviewer,
    DateTime SubmittedAt,
    DateTime? ReopenedAt,
    ImmutableArray<Score?> Scores
)
{
    public bool CountsAt(DateTime asOf) => SubmittedAt <= asOf && !(ReopenedAt <= asOf);
}
