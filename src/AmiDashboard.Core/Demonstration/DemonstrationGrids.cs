using System.Collections.Immutable;
using AmiDashboard.Core.Scores;

namespace AmiDashboard.Core.Demonstration;

/// <summary>The grids of the demonstration. The first edition's criteria are those that were published, word for word.</summary>
internal static class DemonstrationGrids
{
    public static GridProposal First { get; } =
        new(
            Scale.FiveByHalves,
            LeastReviewers: 3,
            Places: 6,
            Shrinkage: 3,
            ReviewsDueOn: new DateOnly(2018, 10, 12),
            [
                Criterion(
                    "Bénéfices potentiels internes et externes pour l'action publique, liés à l'utilisation de l'IA sur le périmètre métier proposé",
                    "Bénéfices",
                    30,
                    "Gain marginal ou non démontré.",
                    "Gain réel pour les agents ou pour les usagers.",
                    "Gain fort, mesurable, pour les agents et pour les usagers."
                ),
                Criterion(
                    "Pertinence technique du projet",
                    "Pertinence technique",
                    20,
                    "Une solution classique suffirait.",
                    "L’IA est adaptée ; des points restent à démontrer.",
                    "L’IA est nécessaire, et la méthode est éprouvée."
                ),
                Criterion(
                    "Composition de l'équipe d'agents publics impliqués",
                    "Équipe",
                    20,
                    "Personne n’est disponible.",
                    "Une équipe métier, à compléter.",
                    "Métier, données et conduite du changement réunis, avec du temps."
                ),
                Criterion(
                    "Existence et accessibilité des données nécessaires",
                    "Données",
                    20,
                    "Données à créer, ou hors d’atteinte.",
                    "Données existantes, accès à négocier.",
                    "Données prêtes et accessibles."
                ),
                Criterion(
                    "Prise en compte des risques éthiques",
                    "Risques éthiques",
                    10,
                    "Risques ignorés.",
                    "Risques nommés.",
                    "Risques mesurés, réponses prévues, suivi assuré."
                ),
            ]
        );

    /// <summary>The second edition's criteria differed; these are invented.</summary>
    public static GridProposal Second { get; } =
        First with
        {
            Places = 15,
            ReviewsDueOn = new DateOnly(2019, 5, 17),
            Criteria =
            [
                Criterion("Utilité pour les usagers et pour les agents (illustratif)", "Utilité", 30),
                Criterion("Faisabilité technique en dix mois (illustratif)", "Faisabilité", 25),
                Criterion("Engagement de la direction et de l’équipe (illustratif)", "Engagement", 15),
                Criterion("Qualité et disponibilité des données (illustratif)", "Données", 20),
                Criterion("Éthique et acceptabilité (illustratif)", "Éthique", 10),
            ],
        };

    private static CriterionProposal Criterion(string label, string shortName, int weight, params string[] guidance) =>
        new(
            null,
            label,
            shortName,
            null,
            weight,
            [.. guidance.Select((text, index) => new LevelGuidance(Score.FromPoints(index * 2.5m), text))]
        );
}
