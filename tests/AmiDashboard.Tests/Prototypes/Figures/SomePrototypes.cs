using System.Collections.Immutable;
using AmiDashboard.Applications.Figures;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;

namespace AmiDashboard.Prototypes.Figures;

/// <summary>Facts of prototypes as small as a test needs them. Days are of 2019 unless said otherwise, in Paris.</summary>
internal static class SomePrototypes
{
    public static DateOnly Day(int month, int day, int year = 2019) => new(year, month, day);

    /// <summary>At noon.</summary>
    public static DateTime At(int month, int day, int year = 2019) => SomeFacts.At(year, month, day);

    /// <summary>All prototypes, on 30 June 2019 at noon.</summary>
    public static FigureScope Scope(DateTime? asOf = null, ApplicationFilter? filter = null) =>
        SomeFacts.Scope(filter, asOf ?? At(6, 30));

    public static PrototypeFacts Facts(params PrototypeFact[] prototypes) =>
        new(prototypes.ToImmutableDictionary(one => one.Number));

    /// <summary>Ten months of support from 1 January, and no milestone yet.</summary>
    public static PrototypeFact Project(
        int number = 1,
        string? ministry = "Justice",
        int edition = 1,
        DateOnly? startsOn = null,
        string? title = null
    )
    {
        var start = startsOn ?? Day(1, 1);
        return new()
        {
            Number = number,
            Edition = edition,
            Title = title ?? $"Projet {number}",
            Plan = new()
            {
                Edition = edition,
                Number = number,
                Title = title ?? $"Projet {number}",
                StartsOn = start,
                Months = 10,
                StartedAt = ParisTime.StartOf(start),
                StartedBy = "ditp",
            },
            Application = SomeFacts.One(ParisTime.StartOf(start).AddDays(-120), edition, ministry) with
            {
                Number = number,
            },
        };
    }

    /// <summary>One more milestone.</summary>
    /// <param name="after">Positions of those it waits for.</param>
    public static PrototypeFact Milestone(
        this PrototypeFact prototype,
        DateOnly baseline,
        int weight = 10,
        params int[] after
    )
    {
        var position = prototype.Plan.Milestones.Count + 1;
        prototype.Plan.Milestones.Add(
            new()
            {
                Edition = prototype.Edition,
                Number = prototype.Number,
                Position = position,
                Phase = MilestonePhase.Model,
                Name = $"Jalon {position}",
                Weight = weight,
                Owner = "Chef de projet",
                BaselineOn = baseline,
                After = [.. after],
            }
        );
        return prototype;
    }

    /// <summary>What somebody said of a milestone, on that day unless said otherwise.</summary>
    public static PrototypeFact Said(
        this PrototypeFact prototype,
        int position,
        RevisionKind kind,
        DateOnly on,
        DateTime? recordedAt = null
    )
    {
        var revisions = prototype.Plan.Milestones.Single(one => one.Position == position).Revisions;
        revisions.Add(
            new()
            {
                Id = revisions.Count + 1,
                Kind = kind,
                On = on,
                Reason = kind == RevisionKind.Reached ? null : "Données en retard",
                RecordedAt = recordedAt ?? ParisTime.StartOf(on).AddHours(10),
                RecordedBy = "ministry1",
            }
        );
        return prototype;
    }

    public static PrototypeFact Reached(this PrototypeFact prototype, int position, DateOnly on) =>
        prototype.Said(position, RevisionKind.Reached, on);

    /// <summary>A report of a month, published at noon.</summary>
    public static PrototypeFact Report(
        this PrototypeFact prototype,
        Weather weather,
        DateOnly month,
        DateOnly published
    ) =>
        prototype with
        {
            Reports = prototype.Reports.Add(
                new()
                {
                    Edition = prototype.Edition,
                    Number = prototype.Number,
                    Month = month,
                    Text = ReportText.Empty with { Weather = weather, Synthesis = "Le modèle progresse." },
                    StartedAt = ParisTime.StartOf(published),
                    SavedAt = ParisTime.StartOf(published).AddHours(12),
                    SavedBy = "ministry1",
                    PublishedAt = ParisTime.StartOf(published).AddHours(12),
                    PublishedBy = "ministry1",
                }
            ),
        };

    /// <summary>A session that begins at noon.</summary>
    /// <param name="steps">In order; each recorded a while before or after it begins.</param>
    public static PrototypeFact Session(this PrototypeFact prototype, SupportTrack track, params Step[] steps)
    {
        var session = new SupportSession
        {
            Id = prototype.Sessions.Length + 1,
            Edition = prototype.Edition,
            Number = prototype.Number,
            Track = track,
        };
        session.Steps.AddRange(
            steps.Select(step => new SupportSessionStep
            {
                Step = step.Kind,
                StartsAt = ParisTime.StartOf(step.On).AddHours(12),
                Minutes = step.Minutes,
                Coach = "ditp",
                Topic = "Cadrage",
                RecordedAt = ParisTime.StartOf(step.RecordedOn).AddHours(16),
                RecordedBy = "ditp",
            })
        );
        return prototype with { Sessions = prototype.Sessions.Add(session) };
    }

    /// <param name="On">Paris day on which the session begins.</param>
    public sealed record Step(SessionStep Kind, DateOnly On, int Minutes, DateOnly RecordedOn);
}
