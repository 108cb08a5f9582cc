using System.Collections.Immutable;
using AmiDashboard.Core.Scores;

namespace AmiDashboard.Core.Demonstration;

/// <summary>A reviewer of the demonstration: one of the personas, and how they score.</summary>
/// <param name="Leniency">Points by which they score above what an application is worth; negative for a severe one.</param>
public sealed record DemonstrationReviewer(
    Persona Persona,
    string? Ministry,
    ImmutableArray<string> Expertise,
    double Leniency
);

/// <summary>One reviewer's work on one application, with its instants (UTC).</summary>
/// <param name="Scores">One for each criterion, in their order; null for « cannot judge ».</param>
/// <param name="SubmittedAt">Null for a draft.</param>
public sealed record DemonstrationReview(
    int Number,
    string ReviewerKey,
    ImmutableArray<Score?> Scores,
    ImmutableArray<string?> Comments,
    string? Comment,
    DateTime StartedAt,
    DateTime? SubmittedAt
);

/// <summary>
/// Reviews and decisions of the demonstration: complete for the two editions that were, half done for the third. Scores
/// are drawn around what became of the application, each reviewer with their own severity. All of it is invented.
/// </summary>
public sealed record DemonstrationScores(
    int Edition,
    GridProposal Grid,
    DateTime GridAt,
    DateTime AssignedAt,
    ImmutableArray<DemonstrationReviewer> Reviewers,
    ImmutableArray<(int Number, string ReviewerKey)> Assignments,
    ImmutableArray<(int Number, string ReviewerKey, string Reason)> Conflicts,
    ImmutableArray<DemonstrationReview> Reviews,
    ImmutableArray<DemonstrationSession> Sessions
)
{
    /// <summary>New at each call, in the order of the editions.</summary>
    public static IReadOnlyList<DemonstrationScores> All =>
        [
            DemonstrationReviews.Of(EditionCalendar.First, DemonstrationGrids.First, isDone: true),
            DemonstrationReviews.Of(EditionCalendar.Second, DemonstrationGrids.Second, isDone: true),
            DemonstrationReviews.Of(
                EditionCalendar.Third,
                DemonstrationGrids.First with
                {
                    ReviewsDueOn = new DateOnly(2026, 12, 11),
                    Places = 5,
                },
                isDone: false
            ),
        ];

    internal static ImmutableArray<DemonstrationReviewer> Panel { get; } =
    [
        Reviewer(1, null, -.55, "L", "P"),
        Reviewer(2, null, .1, "S", "T", "D"),
        Reviewer(3, "ACP", .35, "L", "V"),
        Reviewer(4, null, -.2, "D", "G"),
        Reviewer(5, null, .5, "R", "N"),
        Reviewer(6, "TES", 0, "V", "S"),
    ];

    private static DemonstrationReviewer Reviewer(
        int which,
        string? ministry,
        double leniency,
        params string[] knows
    ) =>
        new(
            Personas.Find($"reviewer{which}")!,
            ministry is null ? null : Vocabulary.Ministries[ministry],
            [.. knows.Select(code => Vocabulary.Techniques[code])],
            leniency
        );
}

/// <summary>One act of one body, closed on its day.</summary>
/// <param name="Members">Name and body; those present, but the last.</param>
public sealed record DemonstrationSession(
    DecidingBody Body,
    DateOnly HeldOn,
    DateTime OpenedAt,
    DateTime ClosedAt,
    string By,
    int Quorum,
    ImmutableArray<(string Name, string Body, bool IsPresent)> Members,
    ImmutableArray<(string Member, int Number, string Reason)> Recusals,
    string Remarks,
    ImmutableArray<(int Number, Verdict Verdict, string Reason, Money? Amount)> Decisions
);
