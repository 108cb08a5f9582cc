using System.Collections.Immutable;
using AmiDashboard.Applications.Figures;
using AmiDashboard.Budgets.Figures;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;

namespace AmiDashboard.Prototypes.Figures;

/// <summary>Facts of prototypes as small as a test needs them. Support begins on 7 January 2019; days are of 2019, in Paris.</summary>
internal static class SmallPrototype
{
    public static readonly DateOnly Start = new(2019, 1, 7);

    private static readonly DateTime Started = SomeFacts.At(2018, 12, 20);

    public static DateOnly Day(int month, int day, int year = 2019) => new(year, month, day);

    /// <summary>At noon.</summary>
    public static DateTime At(int month, int day, int year = 2019) => SomeFacts.At(year, month, day);

    /// <summary>At noon, so many days after the start.</summary>
    public static DateTime After(int days) => ParisTime.StartOf(Start.AddDays(days)).AddHours(12);

    public static FigureScope Scope(DateTime asOf, ApplicationFilter? filter = null) => SomeFacts.Scope(filter, asOf);

    public static PrototypeFacts Facts(params PrototypeFact[] facts) =>
        new(facts.ToImmutableDictionary(fact => fact.Number));

    /// <summary>Ten months from the start.</summary>
    public static PrototypeFact Prototype(int number = 1, params Milestone[] milestones) =>
        Prototype(number, edition: 1, milestones);

    public static PrototypeFact Prototype(int number, int edition, params Milestone[] milestones)
    {
        var plan = new Prototype
        {
            Edition = edition,
            Number = number,
            Title = $"Projet {number}",
            StartsOn = Start,
            Months = 10,
            StartedAt = Started,
            StartedBy = "dinsic",
        };
        plan.Milestones.AddRange(milestones);
        return new()
        {
            Number = number,
            Edition = edition,
            Title = plan.Title,
            Plan = plan,
            Application = SomeFacts.One(SomeFacts.At(2018, 9, 1), edition, "Justice") with { Number = number },
        };
    }

    public static Milestone Step(int position, DateOnly baseline, int weight = 10, params List<int> after) =>
        new()
        {
            Edition = 1,
            Number = 1,
            Position = position,
            Phase = MilestonePhase.Model,
            Name = $"Étape {position}",
            Weight = weight,
            Owner = "Chef de projet",
            BaselineOn = baseline,
            After = after,
        };

    /// <summary>Each waits for the one before; baselines and days of reaching count from the start.</summary>
    public static Milestone[] Chain(int[] baselines, params int[] reached) =>
        [
            .. baselines.Select(
                (days, index) =>
                {
                    var step = Step(index + 1, Start.AddDays(days), 10, index == 0 ? [] : [index]);
                    return index < reached.Length ? step.Reached(Start.AddDays(reached[index])) : step;
                }
            ),
        ];

    /// <summary>Said on that day at noon, unless another instant is given.</summary>
    public static Milestone Reached(this Milestone milestone, DateOnly on, DateTime? recordedAt = null) =>
        milestone.Revised(RevisionKind.Reached, on, recordedAt ?? ParisTime.StartOf(on).AddHours(11));

    public static Milestone Revised(this Milestone milestone, RevisionKind kind, DateOnly on, DateTime recordedAt)
    {
        milestone.Revisions.Add(
            new()
            {
                Kind = kind,
                On = on,
                RecordedAt = recordedAt,
                RecordedBy = "ministry1",
            }
        );
        return milestone;
    }

    /// <summary>Granted, committed and contracted before the start; paid on 1 February.</summary>
    public static PrototypeFact Funded(this PrototypeFact fact, int granted, int paid = 0) =>
        fact with
        {
            Budget = SomeBudgets
                .Project(fact.Number, edition: fact.Edition)
                .Signed(granted, Day(12, 1, 2018))
                .Entry(EntryKind.Payment, SomeBudgets.Thousand(paid), Day(2, 1)),
        };

    public static PrototypeFact Reported(
        this PrototypeFact fact,
        int month,
        Weather weather,
        DateTime publishedAt,
        params ImmutableArray<Risk> risks
    ) =>
        fact with
        {
            Reports = fact.Reports.Add(
                new()
                {
                    Edition = fact.Edition,
                    Number = fact.Number,
                    Month = Day(month, 1),
                    Text = new(weather, "Synthèse", null, null, null, risks.IsDefault ? [] : risks),
                    StartedAt = publishedAt,
                    SavedAt = publishedAt,
                    SavedBy = "ministry1",
                    PublishedAt = publishedAt,
                    PublishedBy = "ministry1",
                }
            ),
        };

    public static PrototypeFact Met(
        this PrototypeFact fact,
        DateTime startsAt,
        SessionStep step = SessionStep.Held,
        DateTime? recordedAt = null
    )
    {
        var session = new SupportSession
        {
            Edition = fact.Edition,
            Number = fact.Number,
            Track = SupportTrack.Strategic,
        };
        session.Steps.Add(
            new()
            {
                Step = step,
                StartsAt = startsAt,
                Minutes = 60,
                Coach = "Coach",
                Topic = "Sujet",
                RecordedAt = recordedAt ?? startsAt,
                RecordedBy = "ditp",
            }
        );
        return fact with { Sessions = fact.Sessions.Add(session) };
    }

    /// <summary>Said on the day itself, unless another instant is given.</summary>
    public static PrototypeFact Tried(
        this PrototypeFact fact,
        DateOnly on,
        int people,
        Audience audience = Audience.Agents,
        TrialResult? result = null,
        DateTime? recordedAt = null
    ) => fact.With(audience, Told(TrialStep.Held, on, people, recordedAt, result ?? Result()));

    public static PrototypeFact WillTry(
        this PrototypeFact fact,
        DateOnly on,
        int people,
        Audience audience = Audience.Agents,
        DateTime? recordedAt = null
    ) => fact.With(audience, Told(TrialStep.Planned, on, people, recordedAt ?? Started));

    public static PrototypeFact With(this PrototypeFact fact, Audience audience, params UserTrialStep[] steps)
    {
        var trial = new UserTrial
        {
            Id = (fact.Number * 10) + fact.Trials.Length,
            Edition = fact.Edition,
            Number = fact.Number,
            Audience = audience,
        };
        trial.Steps.AddRange(steps);
        return fact with { Trials = fact.Trials.Add(trial) };
    }

    public static UserTrialStep Told(
        TrialStep step,
        DateOnly on,
        int people,
        DateTime? recordedAt = null,
        TrialResult? result = null
    ) =>
        new()
        {
            Step = step,
            On = on,
            People = people,
            Result = result,
            RecordedAt = recordedAt ?? ParisTime.StartOf(on).AddHours(11),
            RecordedBy = "ministry1",
        };

    public static TrialResult Result(
        int tried = 0,
        int succeeded = 0,
        ImmutableArray<int> satisfaction = default,
        params UsabilityAnswer[] usability
    ) => new(tried, succeeded, [.. usability], satisfaction.IsDefault ? [] : satisfaction, "Appris", null);

    /// <summary>An answer with a score from 0 to 100, by steps of 2.5.</summary>
    public static UsabilityAnswer Answer(double score)
    {
        var left = (int)(score / 2.5);
        int[] items = [1, 5, 1, 5, 1, 5, 1, 5, 1, 5];
        for (var index = 0; index < items.Length; index++)
        {
            var given = Math.Min(4, left);
            items[index] += index % 2 == 0 ? given : -given;
            left -= given;
        }

        return new([.. items]);
    }

    public static PrototypeFact Proved(
        this PrototypeFact fact,
        ReadinessLevel level,
        DateTime at,
        DateTime? withdrawnAt = null
    ) =>
        fact with
        {
            Proofs = fact.Proofs.Add(
                new()
                {
                    Edition = fact.Edition,
                    Number = fact.Number,
                    Level = level,
                    Evidence = EvidenceKind.Demonstration,
                    Description = "Montré au métier",
                    On = ParisTime.DayOf(at),
                    RecordedAt = at,
                    RecordedBy = "ministry1",
                    WithdrawnAt = withdrawnAt,
                }
            ),
        };
}
