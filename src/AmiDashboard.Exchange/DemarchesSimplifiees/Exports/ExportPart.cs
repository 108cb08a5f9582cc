using AmiDashboard.Core;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Exports;

/// <summary>What a column that the platform itself adds says of a dossier.</summary>
internal enum ExportPart
{
    Number,
    State,
    DepositedAt,
    InstructionAt,
    ProcessedAt,
    ModifiedAt,
    AnswersModifiedAt,
    IsArchived,
    Motivation,
    Labels,
    Email,
    Siret,
    Organisation,
    LegalForm,
    City,
    CityCode,
    PostalCode,

    /// <summary>Known, and of no use here.</summary>
    Ignored,
}

/// <summary>The platform's own column titles, which have changed over the years; compared folded.</summary>
internal static class ExportParts
{
    public static ExportPart? Of(string title) =>
        ByTitle.TryGetValue(FoldedText.Fold(title), out var part) ? part : null;

    private static readonly Dictionary<string, ExportPart> ByTitle = new (ExportPart Part, string[] Titles)[]
    {
        (ExportPart.Number, ["ID", "Numéro de dossier", "N° dossier"]),
        (ExportPart.State, ["État du dossier"]),
        (ExportPart.DepositedAt, ["Déposé le", "Date de dépôt"]),
        (ExportPart.InstructionAt, ["Passé en instruction le"]),
        (ExportPart.ProcessedAt, ["Traité le"]),
        (ExportPart.ModifiedAt, ["Dernière mise à jour le"]),
        (ExportPart.AnswersModifiedAt, ["Dernière mise à jour du dossier le"]),
        (ExportPart.IsArchived, ["À archiver", "Archivé"]),
        (ExportPart.Motivation, ["Motivation de la décision"]),
        (ExportPart.Labels, ["Labels"]),
        (ExportPart.Email, ["Email"]),
        (ExportPart.Siret, ["Établissement SIRET", "SIRET"]),
        (ExportPart.Organisation, ["Entreprise raison sociale"]),
        (ExportPart.LegalForm, ["Entreprise forme juridique"]),
        (ExportPart.City, ["Établissement localité"]),
        (ExportPart.CityCode, ["Établissement code INSEE localité"]),
        (ExportPart.PostalCode, ["Établissement code postal"]),
        (
            ExportPart.Ignored,
            [
                "FranceConnect ?",
                "Établissement siège social",
                "Établissement NAF",
                "Établissement libellé NAF",
                "Établissement Adresse",
                "Établissement numero voie",
                "Établissement type voie",
                "Établissement nom voie",
                "Établissement complément adresse",
                "Entreprise SIREN",
                "Entreprise capital social",
                "Entreprise numero TVA intracommunautaire",
                "Entreprise forme juridique code",
                "Entreprise nom commercial",
                "Entreprise SIRET siège social",
                "Entreprise code effectif entreprise",
                "Entreprise date de création",
                "Entreprise état administratif",
                "Entreprise nom",
                "Entreprise prénom",
                "Association RNA",
                "Association titre",
                "Association objet",
                "Association date de création",
                "Association date de déclaration",
                "Association date de publication",
                "Instructeurs",
                "Groupe instructeur",
            ]
        ),
    }
        .SelectMany(group => group.Titles, (group, title) => (group.Part, Title: FoldedText.Fold(title)))
        .ToDictionary(pair => pair.Title, pair => pair.Part, StringComparer.Ordinal);
}
