using System.Collections.Immutable;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Core.Demonstration;

/// <summary>One project's ten months, as far as they were known at an instant.</summary>
/// <param name="now">UTC.</param>
internal sealed class ProjectSupportStory(SupportedProject project, DateTime now)
{
    internal const int Months = 10;
    internal const string Team = "Équipe projet";
    private const string Dinsic = "Léonard Sauvage (DINSIC)";
    private const string Ditp = "Mathilde Aubrac (DITP)";

    /// <summary>Days by which each milestone was missed, by the way a project went.</summary>
    private static readonly ImmutableArray<ImmutableArray<int>> Ways =
    [
        [0, 3, 2, 0, 4, 5, 0, 3, 2],
        [5, 24, 30, 26, 20, 14, 3, 9, 6],
        [0, 3, 8, 36, 42, 33, 12, 24, 16],
        [-2, 0, 4, 6, 3, 12, 26, 37, 30],
        [3, 12, 31, 49, 60, 68, 33, 74, 70],
        [-4, -3, -6, -8, -9, -7, -5, -8, -6],
    ];

    private readonly Random random = new(7000 + (project.Number % 1000));
    private readonly ImmutableArray<int> slips = Ways[project.Index % Ways.Length];
    private readonly int edition = project.Application.Edition;
    private readonly int number = project.Number;

    public DemonstrationPrototype Tell()
    {
        var plan = new Prototype
        {
            Edition = edition,
            Number = number,
            Title = project.Reading.Title,
            StartsOn = project.StartsOn,
            Months = Months,
            StartedAt = project.StartedAt,
            StartedBy = Dinsic,
        };
        plan.Milestones.AddRange(PlanRules.Draw(PlanTemplate.Usual, edition, number, project.StartsOn));
        foreach (var milestone in plan.Milestones)
        {
            Happen(milestone);
        }

        var trials = new TrialStory(project, Reached(7), Reached(8), now, random).Tell();
        var evaluated = Working(Reached(9).AddDays(12));
        return new DemonstrationPrototype(
            plan,
            [.. Sessions()],
            [.. new ReportStory(project, slips, Reached, now, random).Tell()],
            trials,
            [.. Proofs()],
            IsKnown(evaluated, 11) ? EndOfSupport.Evaluate(edition, number, slips[8], At(evaluated, 11), Dinsic) : null,
            EndOfSupport.Judge(edition, number, slips[8], Working(evaluated.AddDays(9)), now, Dinsic, Ditp),
            EndOfSupport.Publish(project, plan, Working(evaluated.AddDays(30)), now, Dinsic)
        );
    }

    /// <summary>The Paris day on which a milestone is reached, past or to come.</summary>
    private DateOnly Reached(int position) =>
        Working(PlanTemplate.Usual[position - 1].On(project.StartsOn).AddDays(slips[position - 1]));

    private void Happen(Milestone milestone)
    {
        var (slip, reached) = (slips[milestone.Position - 1], Reached(milestone.Position));
        var told = Working(milestone.BaselineOn.AddDays(-18));
        if (slip > 7 && IsKnown(told, 15))
        {
            milestone.Revisions.Add(
                new MilestoneRevision
                {
                    Kind = RevisionKind.Forecast,
                    // A first guess falls short of what it took.
                    On = milestone.BaselineOn.AddDays(slip * 3 / 4),
                    Reason = SupportTexts.Reason(milestone.Phase),
                    RecordedAt = At(told, 15),
                    RecordedBy = Team,
                }
            );
        }

        if (IsKnown(reached, 17))
        {
            milestone.Revisions.Add(
                new MilestoneRevision
                {
                    Kind = RevisionKind.Reached,
                    On = reached,
                    RecordedAt = At(reached, 17),
                    RecordedBy = Team,
                }
            );
        }
    }

    private IEnumerable<SupportSession> Sessions()
    {
        int[] technical = [8, 42, 80, 118, 152, 190, 232, 280];
        int[] strategic = [15, 66, 134, 205, 268];
        var which = 0;
        foreach (var days in technical.Concat(strategic))
        {
            var isTechnical = which < technical.Length;
            var topic = isTechnical
                ? SupportTexts.TechnicalTopics[which]
                : SupportTexts.StrategicTopics[which - technical.Length];
            var day = Working(project.StartsOn.AddDays(days + random.Next(6)));
            if (
                Session(isTechnical ? SupportTrack.Technical : SupportTrack.Strategic, day, topic, which) is { } session
            )
            {
                yield return session;
            }

            which++;
        }
    }

    private SupportSession? Session(SupportTrack track, DateOnly day, string topic, int which)
    {
        var planned = At(Working(day.AddDays(-30)), 10);
        var (minutes, hour) = (60 + (30 * random.Next(5)), 9 + random.Next(6));
        // Drawn whether it is known or not: what was known earlier is the same when more is.
        var (conclusions, action) = (Pick(SupportTexts.Conclusions), Pick(SupportTexts.Actions));
        var done = At(Working(day.AddDays(12 + random.Next(20))), 11);
        if (planned > now)
        {
            return null;
        }

        var session = new SupportSession
        {
            Edition = edition,
            Number = number,
            Track = track,
        };
        var coach = track == SupportTrack.Technical ? Dinsic : Ditp;
        session.Steps.Add(Step(SessionStep.Planned, planned, null, null));
        // One in thirteen was called off, and never caught up.
        if ((which + project.Index) % 13 == 5)
        {
            if (IsKnown(day.AddDays(-2), 16))
            {
                session.Steps.Add(Step(SessionStep.Cancelled, At(day.AddDays(-2), 16), null, "Équipe indisponible"));
            }

            return session;
        }

        var told = At(day, hour).AddMinutes(minutes + 90);
        if (told <= now)
        {
            session.Steps.Add(Step(SessionStep.Held, told, conclusions, null));
            session.Actions.Add(
                new SupportAction
                {
                    Text = action,
                    Owner = "Chef de projet",
                    DueOn = day.AddDays(21),
                    RecordedAt = told,
                    RecordedBy = coach,
                    DoneAt = done <= now ? done : null,
                    DoneBy = done <= now ? Team : null,
                }
            );
        }

        return session;

        SupportSessionStep Step(SessionStep step, DateTime at, string? conclusions, string? reason) =>
            new()
            {
                Step = step,
                StartsAt = At(day, hour),
                Minutes = minutes,
                Coach = coach,
                Topic = topic,
                Place = which % 3 == 0 ? "Visioconférence" : "Dans les locaux de l’équipe",
                Conclusions = conclusions,
                Reason = reason,
                RecordedAt = at,
                RecordedBy = coach,
            };
    }

    private IEnumerable<ReadinessProof> Proofs()
    {
        (ReadinessLevel Level, int Position)[] steps =
        [
            (ReadinessLevel.Framed, 1),
            (ReadinessLevel.DataReady, 3),
            (ReadinessLevel.ModelMeasured, 4),
            (ReadinessLevel.PrototypeUsable, 6),
            (ReadinessLevel.Tried, 8),
        ];
        foreach (var (level, position) in steps)
        {
            var day = Working(Reached(position).AddDays(3));
            if (IsKnown(day, 12))
            {
                var isShown = level == ReadinessLevel.PrototypeUsable;
                yield return new ReadinessProof
                {
                    Edition = edition,
                    Number = number,
                    Level = level,
                    Evidence = isShown ? EvidenceKind.Demonstration : EvidenceKind.Document,
                    Description = isShown
                        ? "Démonstration à l’équipe d’accueil (inventée)"
                        : $"Compte rendu de l’étape {position} (inventé)",
                    Link = isShown ? null : $"https://documents.example.invalid/{number}/etape-{position}",
                    On = day,
                    RecordedAt = At(day, 12),
                    RecordedBy = Team,
                };
            }
        }
    }

    private string Pick(ImmutableArray<string> texts) => texts[random.Next(texts.Length)];

    private bool IsKnown(DateOnly day, int hour) => At(day, hour) <= now;

    internal static DateTime At(DateOnly day, int hour) => ParisTime.ToUtc(day.ToDateTime(new TimeOnly(hour, 0)));

    /// <summary>The day itself, or the Monday after it.</summary>
    internal static DateOnly Working(DateOnly day) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(2),
            DayOfWeek.Sunday => day.AddDays(1),
            _ => day,
        };
}
