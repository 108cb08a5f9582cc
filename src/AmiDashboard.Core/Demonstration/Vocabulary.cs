namespace AmiDashboard.Core.Demonstration;

/// <summary>The words that rows share, behind their codes. Ministries bear their names of 2018; legal forms are SIRENE's.</summary>
internal static class Vocabulary
{
    public static readonly IReadOnlyDictionary<string, string> Ministries = new SortedDictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["AAI"] = "Autorité administrative indépendante",
        ["ACP"] = "Action et Comptes publics",
        ["AGR"] = "Agriculture et Alimentation",
        ["ARM"] = "Armées",
        ["COH"] = "Cohésion des territoires",
        ["CON"] = "Réseau consulaire",
        ["CUL"] = "Culture",
        ["DEC"] = "Services déconcentrés",
        ["ECO"] = "Économie et Finances",
        ["EDU"] = "Éducation nationale",
        ["ESR"] = "Enseignement supérieur et Recherche",
        ["EUR"] = "Europe et Affaires étrangères",
        ["INT"] = "Intérieur",
        ["JUS"] = "Justice",
        ["SAN"] = "Solidarités et Santé",
        ["SOC"] = "Sphère sociale",
        ["TES"] = "Transition écologique et solidaire",
        ["TRA"] = "Travail",
    };

    public static readonly IReadOnlyDictionary<string, string> LegalForms = new SortedDictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["A"] = "Autorité administrative ou publique indépendante",
        ["C"] = "Chambre de métiers et d’artisanat",
        ["D"] = "Service déconcentré de l’État à compétence départementale ou interdépartementale",
        ["E"] = "Établissement public national à caractère administratif",
        ["G"] = "Groupement d’intérêt public (GIP)",
        ["H"] = "Établissement d’hospitalisation",
        ["M"] = "Service central d’un ministère",
        ["P"] = "Établissement public industriel et commercial",
        ["S"] = "Régime général de la Sécurité sociale",
        ["T"] = "Département",
        ["V"] = "Commune et commune nouvelle",
        ["X"] = "Association déclarée",
        ["Z"] = "Société par actions simplifiée",
    };

    public static readonly IReadOnlyDictionary<string, string> Techniques = new SortedDictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["D"] = "Détection d’anomalies",
        ["G"] = "Graphes de connaissances",
        ["L"] = "Traitement automatique du langage",
        ["N"] = "Apprentissage non supervisé",
        ["P"] = "Traitement de la parole",
        ["R"] = "Recommandation",
        ["S"] = "Apprentissage supervisé",
        ["T"] = "Prévision de séries temporelles",
        ["V"] = "Vision par ordinateur",
    };

    public static readonly IReadOnlyDictionary<char, string> Audiences = new SortedDictionary<char, string>
    {
        ['A'] = "Agents",
        ['C'] = "Administrés",
    };

    public static readonly string[] Cities =
    [
        "Aiguevive",
        "Belorme",
        "Castelvent",
        "Fontgrise",
        "Montclairval",
        "Port-Lavande",
        "Rochebrune-sur-Lys",
        "Sainte-Ambre",
        "Valombre",
    ];

    public static readonly string[] FirstNames =
    [
        "Agathe",
        "Bilal",
        "Chloé",
        "Damien",
        "Éléonore",
        "Farid",
        "Gaëlle",
        "Hervé",
        "Inès",
        "Joël",
        "Karima",
        "Loïc",
        "Maëlys",
        "Noé",
        "Ophélie",
        "Quentin",
        "Solène",
        "Théo",
    ];

    public static readonly string[] LastNames =
    [
        "Abadie-Fictif",
        "Belorme",
        "Castelvent",
        "Delys",
        "Esprit-Invente",
        "Fontgrise",
        "Lavande",
        "Montclairval",
        "N’Exista",
        "Œillet",
        "Rochebrune",
        "Sainte-Ambre",
        "Valombre",
    ];

    public static readonly string[] Roles =
    [
        "Cheffe de projet",
        "Chef de projet",
        "Data scientist",
        "Ingénieure de la donnée",
        "Experte métier",
        "Expert métier",
        "Administrateur de données",
        "Designer de service",
        "Responsable de la sécurité",
    ];

    public static readonly string[] Benefits =
    [
        "Interne : les agents consacrent moins de temps au tri et davantage aux cas difficiles. Externe : les délais de réponse diminuent.",
        "Interne : une vue commune entre services qui ne se parlaient pas. Externe : une décision mieux expliquée à l’usager.",
        "Interne : une mémoire des dossiers passés. Externe : une égalité de traitement que l’on peut vérifier.",
        "Interne : des contrôles mieux ciblés. Externe : moins de sollicitations inutiles pour ceux qui respectent la règle.",
    ];

    public static readonly string[] Risks =
    [
        "Risque de biais envers les territoires peu représentés dans les données : mesure par territoire avant toute mise en service.",
        "Données personnelles : analyse d’impact engagée, durée de conservation limitée à la phase d’apprentissage.",
        "Risque de confiance excessive dans la proposition de la machine : l’agent décide et peut toujours écarter.",
        "Aucun risque majeur identifié ; un comité d’éthique local suivra l’expérimentation.",
    ];
}
