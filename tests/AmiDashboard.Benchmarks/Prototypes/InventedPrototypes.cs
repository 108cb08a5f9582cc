using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;

namespace AmiDashboard.Prototypes;

/// <summary>Prototypes midway, each with ten milestones, a forecast on half of them, 24 sessions, 24 reports and a trial.</summary>
internal static class InventedPrototypes
{
    private const int Milestones = 10;
    private const int Reports = 24;
    private static readonly DateOnly Start = new(2024, 1, 8);

    /// <summary>UTC.</summary>
    public static readonly DateTime Now = new(2026, 1, 20, 9, 0, 0, DateTimeKind.Utc);

    public static FigureScope Scope { get; } = new(ApplicationFilter.All, Now, []);

    public static PrototypeFacts Of(int count) =>
        new(Enumerable.Range(1, count).Select(Invent).ToImmutableDictionary(one => one.Number));

    private static PrototypeFact Invent(int number)
    {
        var random = new Random(number);
        var plan = new Prototype
        {
            Edition = 1,
            Number = number,
            Title = $"Projet inventé {number}",
            StartsOn = Start,
            Months = 30,
            StartedAt = At(Start),
            StartedBy = "Inventé",
        };
        plan.Milestones.AddRange(PlanRules.Draw(Template, 1, number, Start));
        foreach (var milestone in plan.Milestones)
        {
            var slip = random.Next(-10, 60);
            if (slip > 20)
            {
                Say(
                    milestone,
                    RevisionKind.Forecast,
                    milestone.BaselineOn.AddDays(slip),
                    milestone.BaselineOn.AddDays(-20)
                );
            }

            if (milestone.Position <= 7)
            {
                Say(
                    milestone,
                    RevisionKind.Reached,
                    milestone.BaselineOn.AddDays(slip),
                    milestone.BaselineOn.AddDays(slip)
                );
            }
        }

        return new PrototypeFact
        {
            Number = number,
            Edition = 1,
            Title = plan.Title,
            Plan = plan,
            Sessions = [.. Enumerable.Range(0, Reports).Select(index => Session(number, index))],
            Reports = [.. Enumerable.Range(0, Reports).Select(index => Report(number, index, random))],
            Trials = [Trial(number, random)],
        };
    }

    private static readonly ImmutableArray<TemplateMilestone> Template =
    [
        .. Enumerable
            .Range(1, Milestones)
            .Select(position => new TemplateMilestone(
                (MilestonePhase)((position - 1) * 6 / Milestones),
                $"Jalon {position}",
                10,
                "Équipe",
                position * 3,
                0,
                position == 1 ? [] : [position - 1]
            )),
    ];

    private static void Say(Milestone milestone, RevisionKind kind, DateOnly on, DateOnly said) =>
        milestone.Revisions.Add(
            new MilestoneRevision
            {
                Kind = kind,
                On = on,
                Reason = "Inventé",
                RecordedAt = At(said),
                RecordedBy = "Inventé",
            }
        );

    private static SupportSession Session(int number, int index)
    {
        var session = new SupportSession
        {
            Edition = 1,
            Number = number,
            Track = (SupportTrack)(index % 2),
        };
        session.Steps.Add(
            new SupportSessionStep
            {
                Step = SessionStep.Held,
                StartsAt = At(Start.AddMonths(index)),
                Minutes = 120,
                Coach = "Inventé",
                Topic = "Inventé",
                Conclusions = "Inventé",
                RecordedAt = At(Start.AddMonths(index).AddDays(1)),
                RecordedBy = "Inventé",
            }
        );
        return session;
    }

    private static MonthlyReport Report(int number, int index, Random random) =>
        new()
        {
            Edition = 1,
            Number = number,
            Month = ReportRules.MonthOf(Start).AddMonths(index),
            Text = new ReportText(
                (Weather)random.Next(4),
                "Inventé",
                null,
                null,
                null,
                [new Risk("Inventé", 1 + random.Next(4), 1 + random.Next(4), null)]
            ),
            StartedAt = At(Start.AddMonths(index).AddDays(15)),
            SavedAt = At(Start.AddMonths(index).AddDays(15)),
            SavedBy = "Inventé",
            PublishedAt = At(Start.AddMonths(index).AddDays(15)),
            PublishedBy = "Inventé",
        };

    private static UserTrial Trial(int number, Random random)
    {
        var trial = new UserTrial
        {
            Edition = 1,
            Number = number,
            Audience = (Audience)(number % 2),
        };
        trial.Steps.Add(
            new UserTrialStep
            {
                Step = TrialStep.Held,
                On = Start.AddMonths(20),
                People = 12,
                Result = new TrialResult(
                    40,
                    30,
                    [
                        .. Enumerable
                            .Range(0, 10)
                            .Select(_ => new UsabilityAnswer([
                                .. Enumerable.Range(0, UsabilityAnswer.ItemCount).Select(_ => 1 + random.Next(5)),
                            ])),
                    ],
                    [0, 1, 2, 5, 2],
                    "Inventé",
                    null
                ),
                RecordedAt = At(Start.AddMonths(20)),
                RecordedBy = "Inventé",
            }
        );
        return trial;
    }

    private static DateTime At(DateOnly day) => day.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc);
}
