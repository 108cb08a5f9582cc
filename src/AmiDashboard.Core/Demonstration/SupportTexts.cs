using System.Collections.Immutable;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Core.Demonstration;

/// <summary>The sentences of the demonstration's support: invented, and told of no project in particular.</summary>
internal static class SupportTexts
{
    public const string Disclaimer = "Récit inventé pour la démonstration.";

    public static readonly ImmutableArray<string> TechnicalTopics =
    [
        "Lancement et accès aux données",
        "Qualité des données et annotation",
        "Protocole de mesure",
        "Premier modèle : ce qu’il rate",
        "Choix du modèle",
        "Mise à l’épreuve du prototype",
        "Préparer l’essai",
        "Reprise par les équipes",
    ];

    public static readonly ImmutableArray<string> StrategicTopics =
    [
        "Ce que le métier attend",
        "Parcours des agents aujourd’hui",
        "Mesurer le bénéfice",
        "Faire évoluer l’organisation",
        "Suites et conditions d’un déploiement",
    ];

    public static readonly ImmutableArray<string> Conclusions =
    [
        "Le périmètre est confirmé ; deux questions restent ouvertes pour le métier.",
        "Les mesures sont reproductibles ; il manque un jeu de contrôle tenu à l’écart.",
        "L’équipe réduit l’ambition du premier lot et garde la date de l’essai.",
        "Les agents veulent voir pourquoi une proposition leur est faite : à montrer au prochain rendez-vous.",
        "Le rythme est bon ; prochaine étape sur des données récentes.",
    ];

    public static readonly ImmutableArray<string> Actions =
    [
        "Écrire la fiche de données",
        "Constituer un jeu de contrôle de 500 cas",
        "Interroger cinq agents sur la maquette",
        "Demander l’avis du délégué à la protection des données",
        "Chiffrer l’hébergement",
    ];

    public static readonly ImmutableArray<string> Done =
    [
        "Ateliers de cadrage tenus avec le métier ; critères de réussite écrits.",
        "Accès aux données obtenu ; première description de leur qualité.",
        "Campagne d’annotation à mi-chemin ; accord entre annotateurs mesuré.",
        "Premier modèle entraîné et mesuré sur des cas qu’il n’avait pas vus.",
        "Analyse des erreurs avec deux agents ; consignes d’annotation corrigées.",
        "Modèle retenu ; interface d’essai branchée dessus.",
        "Prototype montré à l’équipe d’accueil ; retours classés.",
        "Protocole de l’essai écrit ; participants conviés.",
        "Essai mené ; réponses dépouillées.",
        "Bilan présenté ; suites proposées.",
    ];

    public static readonly ImmutableArray<string> Next =
    [
        "Obtenir l’accès aux données.",
        "Lancer l’annotation.",
        "Terminer l’annotation et fixer le jeu de contrôle.",
        "Mesurer un premier modèle.",
        "Comparer deux familles de modèles.",
        "Brancher l’interface sur le modèle.",
        "Préparer l’essai avec les utilisateurs.",
        "Mener l’essai.",
        "Écrire le bilan.",
        "Remettre le code et la documentation.",
    ];

    public static readonly ImmutableArray<Risk> Risks =
    [
        new("Les données arrivent plus tard que prévu", 3, 3, "Un extrait anonymisé permet d’avancer"),
        new("Trop peu d’agents disponibles pour annoter", 2, 3, "Une demi-journée par semaine est réservée"),
        new("Le modèle se trompe sur les cas rares", 3, 2, "Les cas rares sont annotés en premier"),
        new("L’hébergement de l’essai n’est pas homologué", 2, 4, "L’essai se fait sur un poste isolé"),
        new("Le responsable métier change de poste", 1, 3, "Un suppléant suit les ateliers"),
        new("Le calendrier de l’essai tombe pendant les congés", 2, 2, "L’essai est avancé d’une semaine"),
    ];

    public static string Synthesis(Weather weather) =>
        weather switch
        {
            Weather.Sun => "Le plan est tenu et les premiers retours sont bons.",
            Weather.Overcast => "Un léger retard, que l’équipe pense reprendre avant l’essai.",
            Weather.Cloud => "Le retard se confirme : l’équipe a besoin d’appui pour tenir la date de l’essai.",
            _ => "L’objectif de l’essai est compromis si rien ne change ce mois-ci.",
        };

    public static string Reason(MilestonePhase phase) =>
        phase switch
        {
            MilestonePhase.Framing => "Atelier de cadrage reporté",
            MilestonePhase.Data => "Convention d’accès aux données signée en retard",
            MilestonePhase.Model => "Mesures à refaire sur un jeu de contrôle propre",
            MilestonePhase.Prototype => "Interface reprise après les retours des agents",
            MilestonePhase.Trial => "Participants indisponibles à la date prévue",
            _ => "Bilan attendu après le dépouillement de l’essai",
        };
}
