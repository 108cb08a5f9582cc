using AmiDashboard.Core;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using static AmiDashboard.Prototypes.Figures.SomePrototypes;

namespace AmiDashboard.Prototypes.Figures;

/// <summary>
/// Prototypes as they are: ten months by the usual template, some of it late, a report each month, two tracks of sessions.
/// The first edition began in December 2018, the second a year later. Equal programmes draw equal facts.
/// </summary>
internal sealed record PrototypeProgramme
{
    private static readonly string[] Ministries =
    [
        "Ministère de la Transition écologique et solidaire",
        "Ministère de l’Agriculture et de l’Alimentation",
        "Ministère de l’Enseignement supérieur, de la Recherche et de l’Innovation",
        "Ministère des Solidarités et de la Santé",
        "Ministère de l’Économie et des Finances",
        "Ministère de la Justice",
    ];

    private static readonly string[] Titles =
    [
        "Détection des constructions irrégulières sur images aériennes",
        "Ciblage des contrôles sanitaires des établissements",
        "Répondre aux questions des agents sur le droit de l’environnement",
        "Prédire les irrégularités des marchés",
        "Aide au codage des certificats de décès",
        "NEXUS – urgences",
    ];

    public int Projects { get; init; } = 6;

    /// <summary>Of the second edition.</summary>
    public int Later { get; init; }

    /// <summary>How much later than planned a milestone is reached, at the most.</summary>
    public int MostDaysLate { get; init; } = 20;

    /// <summary>Years between the editions.</summary>
    public int YearsApart { get; init; } = 1;

    public Func<int, string>? TitleOf { get; init; }

    public Func<int, string?>? MinistryOf { get; init; }

    /// <summary>What is known at an instant (UTC).</summary>
    public PrototypeFacts Draw(DateTime asOf) =>
        Facts([.. Enumerable.Range(0, Projects).Select(index => One(index, asOf))]);

    private PrototypeFact One(int index, DateTime asOf)
    {
        var random = new Random(index + 17);
        var isLater = index >= Projects - Later;
        var start = isLater ? Day(12, 2).AddYears(YearsApart - 1) : Day(12, 10, 2018);
        var fact = Project(
            100_001 + index,
            MinistryOf is null ? Ministries[index % Ministries.Length] : MinistryOf(index),
            isLater ? 2 : 1,
            start.AddDays(random.Next(20)),
            TitleOf?.Invoke(index) ?? Titles[index % Titles.Length]
        );
        fact.Plan.Milestones.AddRange(
            PlanRules.Draw(PlanTemplate.Usual, fact.Edition, fact.Number, fact.Plan.StartsOn)
        );
        Milestones(fact, random, asOf);
        return Sessions(Reports(fact, random, asOf), random, asOf);
    }

    private void Milestones(PrototypeFact fact, Random random, DateTime asOf)
    {
        var late = random.Next(MostDaysLate);
        var reached = new Dictionary<int, DateOnly>();
        foreach (var milestone in fact.Plan.Milestones)
        {
            var ready = milestone.After.Select(before => reached.GetValueOrDefault(before)).DefaultIfEmpty().Max();
            var on = milestone.BaselineOn.AddDays(random.Next(-6, late + 1) + (late * milestone.Position / 3));
            on = on < ready ? ready.AddDays(1) : on;
            reached[milestone.Position] = on;
            if (ParisTime.StartOf(on).AddHours(12) <= asOf)
            {
                fact.Reached(milestone.Position, on);
            }
            else if (random.Next(4) == 0 && ParisTime.StartOf(milestone.BaselineOn.AddDays(-20)) <= asOf)
            {
                var said = milestone.BaselineOn.AddDays(-20);
                fact.Said(milestone.Position, RevisionKind.Forecast, on, ParisTime.StartOf(said).AddHours(9));
            }
        }
    }

    private static PrototypeFact Reports(PrototypeFact fact, Random random, DateTime asOf)
    {
        var weather = (Weather)random.Next(1, 4);
        var silent = random.Next(6) == 0;
        for (var month = 0; month < 11; month++)
        {
            weather = (Weather)Math.Clamp((int)weather + random.Next(-1, 2), 0, 3);
            var first = ReportRules.MonthOf(fact.Plan.StartsOn).AddMonths(month);
            var published = first.AddMonths(1).AddDays(random.Next(9));
            if (random.Next(9) > 0 && !(silent && month > 3) && ParisTime.StartOf(published).AddHours(12) <= asOf)
            {
                fact = fact.Report(weather, first, published);
            }
        }

        return fact;
    }

    private static PrototypeFact Sessions(PrototypeFact fact, Random random, DateTime asOf)
    {
        for (var month = 0; month < 10; month++)
        {
            foreach (var track in Enum.GetValues<SupportTrack>().Where(_ => random.Next(4) > 0))
            {
                var on = fact.Plan.StartsOn.AddMonths(month).AddDays(random.Next(1, 25));
                var planned = new Step(SessionStep.Planned, on, 60 * random.Next(1, 4), fact.Plan.StartsOn);
                var held = new Step(SessionStep.Held, on.AddDays(random.Next(0, 9)), planned.Minutes, on.AddDays(9));
                var called = new Step(SessionStep.Cancelled, on, planned.Minutes, on.AddDays(-2));
                Step[] steps = random.Next(8) switch
                {
                    0 => [planned],
                    1 => [planned, called],
                    _ => [planned, held],
                };
                fact = fact.Session(track, [.. steps.Where(step => ParisTime.StartOf(step.RecordedOn) <= asOf)]);
            }
        }

        return fact;
    }
}
