using AmiDashboard.Core.Editions;

namespace AmiDashboard.Core.Demonstration;

/// <summary>
/// Any number of invented applications, for trials at scale, in an edition of their own. Made one at a time: a hundred
/// thousand need no more memory than one. The same number and seed give the same applications.
/// </summary>
public static class GeneratedApplications
{
    /// <summary>Most that are made at once.</summary>
    public const int Most = 100_000;

    private const int NumbersBefore = 1_000_000;

    /// <summary>A new object at each call, since a store makes it its own.</summary>
    public static Edition Edition => EditionCalendar.Simulated.ToEdition();

    /// <param name="count">From 1 to <see cref="Most"/>; refused (throws) otherwise.</param>
    public static IEnumerable<DemonstrationApplication> Of(int count, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most);
        return Make(count, seed);
    }

    private static IEnumerable<DemonstrationApplication> Make(int count, int seed)
    {
        var random = new Random(seed);
        for (var index = 0; index < count; index++)
        {
            yield return Programme.Apply(
                EditionCalendar.Simulated,
                NumbersBefore + 1 + index,
                NextRow(index, random),
                (index + random.NextDouble()) / count,
                random,
                steps: random.Next(3) == 0 ? random.Next(4) : int.MaxValue
            );
        }
    }

    private static Row NextRow(int index, Random random)
    {
        var fate = Fates[random.Next(Fates.Length)];
        var place = Pick(Vocabulary.Cities);
        return new Row(
            fate,
            $"{Pick(Verbs)} {Pick(Objects)} ({place}, n° {index + 1})",
            $"{Pick(Bodies)} de {place}",
            random.Next(50) == 0 ? null : Pick([.. Vocabulary.Ministries.Values]),
            Vocabulary.LegalForms[Pick(fate is Fate.Ineligible ? IneligibleForms : EligibleForms)],
            place,
            [
                .. Vocabulary
                    .Techniques.Values.OrderBy(_ => random.Next())
                    .Take(random.Next(4))
                    .Order(StringComparer.Ordinal),
            ],
            random.Next(40) == 0 ? null : 30 + (5 * random.Next(75)),
            [.. Vocabulary.Audiences.Values.Take(1 + random.Next(2))],
            $"{Pick(Verbs)} {Pick(Objects)}, puis mesurer ce que les agents y gagnent."
        );

        string Pick(string[] from) => from[random.Next(from.Length)];
    }

    private static readonly Fate[] Fates =
    [
        Fate.Laureate,
        Fate.ReserveList,
        Fate.NotSelectedAfterAudition,
        .. Enumerable.Repeat(Fate.NotSelected, 8),
        Fate.Ineligible,
        Fate.Withdrawn,
    ];

    private static readonly string[] EligibleForms = ["A", "C", "D", "E", "G", "H", "M", "P", "S"];
    private static readonly string[] IneligibleForms = ["T", "V", "X", "Z"];

    private static readonly string[] Verbs =
    [
        "Détecter",
        "Prévoir",
        "Classer",
        "Résumer",
        "Cartographier",
        "Comparer",
        "Suivre",
        "Rapprocher",
        "Vérifier",
    ];

    private static readonly string[] Objects =
    [
        "les demandes incomplètes",
        "les courriers des usagers",
        "les anomalies de facturation",
        "les contrôles de terrain",
        "les images aériennes",
        "les comptes rendus de visite",
        "les besoins de formation",
        "les pannes d’équipements",
        "les risques d’inondation",
        "les archives numérisées",
        "les appels reçus",
    ];

    private static readonly string[] Bodies =
    [
        "Préfecture",
        "Rectorat",
        "Centre hospitalier",
        "Agence fictive",
        "Direction interrégionale",
        "Caisse fictive",
        "Parc naturel",
        "Service d’archives",
    ];
}
