using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Applications.Figures;

/// <summary>Applications that exist only to be counted. Days are Paris days; seeds are fixed.</summary>
internal static class SomeFacts
{
    public static readonly EditionDates First = new(
        1,
        "Édition 1 (2018)",
        ParisTime.StartOf(new DateOnly(2018, 6, 14)),
        ParisTime.StartOf(new DateOnly(2018, 9, 15)).AddSeconds(-1)
    );

    public static readonly EditionDates Second = new(
        2,
        "Édition 2 (2019)",
        ParisTime.StartOf(new DateOnly(2019, 2, 4)),
        ParisTime.StartOf(new DateOnly(2019, 4, 13)).AddSeconds(-1)
    );

    public static readonly DateTime Later = new(2020, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    private static readonly string[] Ministries =
    [
        "Ministère de l'Intérieur",
        "Ministère de la Transition écologique et solidaire",
        "Ministère des Solidarités et de la Santé",
        "Ministère de l'Enseignement supérieur, de la Recherche et de l'Innovation",
        "Ministère de l'Économie et des Finances",
        "Ministère de l'Agriculture et de l'Alimentation",
        "Ministère de la Justice",
        "Ministère du Travail",
        "Ministère de la Culture",
        "Ministère des Armées",
        "Ministère de l'Europe et des Affaires étrangères",
        "Ministère de l'Action et des Comptes publics",
        "Services du Premier ministre",
        "Ministère de l'Éducation nationale et de la Jeunesse",
    ];

    private static readonly string[] Techniques =
    [
        "Traitement automatique du langage",
        "Apprentissage automatique",
        "Vision par ordinateur",
        "Agent conversationnel",
        "Analyse prédictive",
        "Reconnaissance vocale",
        "Optimisation",
    ];

    public static FigureScope Scope(ApplicationFilter? filter = null, DateTime? asOf = null) =>
        new(filter ?? ApplicationFilter.All, asOf ?? Later, [First, Second]);

    /// <summary>A day and a Paris time of day.</summary>
    public static DateTime At(int year, int month, int day, int hour = 12, int minute = 0) =>
        ParisTime.ToUtc(new DateTime(year, month, day, hour, minute, 0));

    public static ApplicationFact One(
        DateTime? deposited = null,
        int edition = 1,
        string? ministry = null,
        ImmutableArray<string> techniques = default,
        params ImmutableArray<DatedStage> stages
    )
    {
        var at = deposited ?? At(2018, 9, 10);
        return new ApplicationFact
        {
            Id = 1,
            Number = 1,
            Edition = edition,
            DepositedAt = at,
            Stage = stages.IsDefaultOrEmpty ? Stage.Received : stages[^1].Stage,
            Stages = stages.IsDefault ? [] : stages,
            Ministry = ministry,
            Techniques = techniques.IsDefault ? [] : techniques,
            SearchText = "projet",
        };
    }

    /// <summary>The two editions, 52 and 46 applications.</summary>
    public static ApplicationFact[] Programme() => [.. Of(52, First, 1), .. Of(46, Second, 2)];

    /// <summary>Applications of one edition: most come near the deadline, a few late, each some way along.</summary>
    public static IEnumerable<ApplicationFact> Of(int count, EditionDates edition, int seed)
    {
        var random = new Random(seed);
        for (var index = 0; index < count; index++)
        {
            var open = edition.Deadline - edition.OpensAt;
            var deposited = edition.OpensAt + (open * (.03 + (.97 * Math.Pow(random.NextDouble(), .3))));
            deposited = index == count / 2 ? edition.Deadline.AddMinutes(17) : deposited;
            var stages = Journey(deposited, edition, random);
            var amount = random.Next(9);
            yield return new ApplicationFact
            {
                Id = index,
                Number = (edition.Number * 1_000_000) + index,
                Edition = edition.Number,
                DepositedAt = deposited,
                Stage = stages[^1].Stage,
                Stages = stages,
                Ministry =
                    random.Next(20) == 0
                        ? null
                        : Ministries[(int)(Ministries.Length * Math.Pow(random.NextDouble(), 1.6))],
                Techniques =
                [
                    .. Enumerable
                        .Range(0, random.Next(4))
                        .Select(_ => Techniques[(int)(Techniques.Length * Math.Pow(random.NextDouble(), 1.5))])
                        .Distinct(),
                ],
                Requested = amount == 0 ? null : Money.FromEuros(50_000m * amount),
                SearchText = $"projet {index} {(index % 3 == 0 ? "alpha" : "beta")}",
            };
        }
    }

    private static ImmutableArray<DatedStage> Journey(DateTime deposited, EditionDates edition, Random random)
    {
        var stages = ImmutableArray.CreateBuilder<DatedStage>();
        Add(Stage.Received, deposited);
        var at = edition.Deadline.AddDays(2 + (10 * random.NextDouble()));
        var way = random.NextDouble();
        if (way < .06)
        {
            Add(Stage.Ineligible, at);
        }
        else if (way > .08)
        {
            Add(Stage.Eligible, at);
            Add(Stage.UnderReview, at.AddDays(1 + (8 * random.NextDouble())));
            var outcome = edition.Deadline.AddDays(30 + (9 * random.NextDouble()));
            Add(way < .7 ? Stage.NotSelected : Stage.Shortlisted, outcome);
            if (way >= .7)
            {
                Add(
                    way < .84 ? Stage.Laureate
                        : way < .93 ? Stage.ReserveList
                        : Stage.NotSelected,
                    edition.Deadline.AddDays(68)
                );
            }
        }

        return stages.ToImmutable();

        void Add(Stage stage, DateTime from) => stages.Add(new DatedStage(stage, from));
    }
}
