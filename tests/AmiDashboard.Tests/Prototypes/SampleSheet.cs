using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Prototypes;

/// <summary>A sheet with every heading.</summary>
internal static class SampleSheet
{
    public static readonly SheetText Full = new(
        "Lire les titres de séjour abîmés",
        new DateOnly(2026, 6, 8),
        new DateOnly(2027, 4, 8),
        "Office fictif de l’accueil",
        SheetStatus.UnderWay,
        "Un responsable métier, un data scientist",
        "Vision par ordinateur",
        "Accueil",
        "https://code.example.invalid/titres",
        "Instruction de dossiers",
        "Des titres abîmés sont relus à la main.",
        "Des délais tenus.",
        "Moins d’attente.",
        "Moins de saisie.",
        "Des images annotées par les agents.\nUn modèle mesuré.",
        "Un prototype essayé."
    );

    public static readonly SheetText Bare = new(
        "Fiche nue",
        null,
        null,
        "Administration",
        SheetStatus.Stopped,
        null,
        null,
        null,
        null,
        null,
        "Contexte.",
        null,
        null,
        null,
        "Démarche.",
        null
    );
}
