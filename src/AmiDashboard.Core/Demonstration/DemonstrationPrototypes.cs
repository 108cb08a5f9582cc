using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Scores;

namespace AmiDashboard.Core.Demonstration;

/// <summary>
/// The support of the demonstration's laureates: the six of the first edition through their ten months, nine of the second
/// through theirs, and the six whose conventions were prolonged, midway. All of it is invented.
/// </summary>
public static class DemonstrationPrototypes
{
    private static readonly DateOnly FirstStart = new(2018, 12, 17);
    private static readonly DateOnly SecondStart = new(2019, 9, 16);
    private static readonly DateOnly Prolonged = new(2026, 6, 8);

    /// <summary>Weeks after which five months and a half of ten are gone.</summary>
    private const int WeeksToMidway = 24;

    /// <summary>
    /// The Paris day on which support of the prolonged begins where the demonstration is first shown at an instant (UTC): it
    /// is midway then, whenever that is.
    /// </summary>
    public static DateOnly MidwayStart(DateTime now)
    {
        var day = ParisTime.DayOf(now).AddDays(-7 * WeeksToMidway);
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return monday > Prolonged ? monday : Prolonged;
    }

    /// <summary>What was known of it at an instant (UTC), by number: what lies after is left to the future.</summary>
    /// <param name="midway">When support of the prolonged begins; null for the first day there is.</param>
    public static IReadOnlyList<DemonstrationPrototype> KnownAt(DateTime now, DateOnly? midway = null) =>
        [
            .. Laureates(EditionCalendar.First, midway ?? Prolonged)
                .Concat(Laureates(EditionCalendar.Second, midway ?? Prolonged))
                .Where(one => one.StartedAt <= now)
                .Select(one => new ProjectSupportStory(one, now).Tell()),
        ];

    private static IEnumerable<SupportedProject> Laureates(EditionCalendar calendar, DateOnly midway)
    {
        var session = DemonstrationScores
            .All.Single(one => one.Edition == calendar.Number)
            .Sessions.Single(one => one.Body == DecidingBody.Sgpi);
        return session
            .Decisions.Where(one => one.Verdict == Verdict.Laureate)
            .OrderBy(one => one.Number)
            .Select(
                (one, index) =>
                    new SupportedProject(
                        Programme.Applications.Single(other => other.Dossier.Number == one.Number),
                        calendar.Number == EditionCalendar.First.Number ? FirstStart
                            : index < 9 ? SecondStart
                            : midway,
                        index
                    )
            );
    }
}

/// <summary>All that the demonstration knows of one prototype, as the store keeps it.</summary>
public sealed record DemonstrationPrototype(
    Prototype Plan,
    ImmutableArray<SupportSession> Sessions,
    ImmutableArray<MonthlyReport> Reports,
    ImmutableArray<UserTrial> Trials,
    ImmutableArray<ReadinessProof> Proofs,
    Evaluation? Evaluation,
    ImmutableArray<RollOutVerdict> Verdicts,
    ProjectSheet? Sheet
);

/// <param name="Index">Its place among the laureates of its edition: which way its ten months went.</param>
internal sealed record SupportedProject(DemonstrationApplication Application, DateOnly StartsOn, int Index)
{
    public int Number => Application.Dossier.Number;

    /// <summary>UTC: when its plan was drawn, two weeks before support begins.</summary>
    public DateTime StartedAt => ProjectSupportStory.At(StartsOn.AddDays(-14), 10);

    public ApplicationReading Reading { get; } = ApplicationReading.Of(Application.Dossier, new FieldMap([]));
}
