using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using AmiDashboard.Prototypes.Figures;
using static AmiDashboard.Prototypes.Figures.SmallPrototype;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>
/// Prototypes as they are after some months: most were tried, by agents, by citizens or by both; their reports name a few
/// risks, and their proofs come one level after the other, but for some. Equal programmes draw equal facts.
/// </summary>
internal sealed record TrialProgramme
{
    private static readonly string[] Titles =
    [
        "Détection des constructions irrégulières sur images aériennes",
        "Ciblage des contrôles sanitaires des établissements",
        "Répondre aux questions des agents sur le droit de l’environnement",
        "Prédire les irrégularités des marchés",
        "Aide au codage des certificats de décès",
        "NEXUS – urgences",
    ];

    private static readonly string[] Dangers =
    [
        "Accès aux données retardé par la convention d’échange",
        "Départ du responsable des données",
        "Annotation plus longue que prévu",
        "Faux positifs mal acceptés par le terrain",
        "Hébergement non tranché",
    ];

    public int Prototypes { get; init; } = 6;

    public Func<int, string>? TitleOf { get; init; }

    public Func<int, string>? DangerOf { get; init; }

    public PrototypeFacts Draw()
    {
        var random = new Random(11);
        return Facts([.. Enumerable.Range(0, Prototypes).Select(index => One(index, random))]);
    }

    private PrototypeFact One(int index, Random random)
    {
        var fact = Prototype(100_000 + index, 1 + (index % 2), Step(1, Day(10, 1))) with
        {
            Title = TitleOf is { } titleOf ? titleOf(index) : Titles[index % Titles.Length],
        };
        fact = fact.Reported(
            8,
            (Weather)random.Next(4),
            At(9, 2),
            [
                .. Enumerable
                    .Range(0, random.Next(5))
                    .Select(_ => new Risk(
                        DangerOf is { } dangerOf ? dangerOf(index) : Dangers[random.Next(Dangers.Length)],
                        random.Next(1, 5),
                        random.Next(1, 5),
                        "Point hebdomadaire avec le métier"
                    )),
            ]
        );
        for (var trial = random.Next(3); trial > 0; trial--)
        {
            var people = random.Next(4, 40);
            fact = fact.Tried(
                Day(random.Next(4, 9), random.Next(1, 28)),
                people,
                (Audience)random.Next(2),
                Results(people, random)
            );
        }

        fact = random.Next(3) == 0 ? fact.WillTry(Day(random.Next(10, 13), 5), random.Next(5, 60)) : fact;
        var reached = random.Next(7);
        foreach (var level in Enum.GetValues<ReadinessLevel>())
        {
            var isProved = (int)level < reached ? random.Next(6) > 0 : random.Next(9) == 0;
            for (var proof = isProved ? random.Next(1, 4) : 0; proof > 0; proof--)
            {
                fact = fact.Proved(level, At(2 + (int)level, 10));
            }
        }

        return fact;
    }

    /// <summary>One in five trials did not ask about usability.</summary>
    private static TrialResult Results(int people, Random random)
    {
        var usual = random.Next(45, 88);
        var answers = random.Next(5) == 0 ? 0 : random.Next(1, Math.Min(people, 25) + 1);
        ImmutableArray<UsabilityAnswer> usability =
        [
            .. Enumerable.Range(0, answers).Select(_ => Answer(Math.Clamp(usual + random.Next(-18, 19), 0, 100))),
        ];
        return Result(people * 5, people * random.Next(2, 6), [0, 1, 1, 1, 1], [.. usability]);
    }
}
