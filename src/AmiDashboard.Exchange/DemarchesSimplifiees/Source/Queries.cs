namespace AmiDashboard.Exchange.DemarchesSimplifiees.Source;

/// <summary>
/// The questions asked. Each type of answer that matters is named: the source returns the others as plain text. Aliases
/// keep apart the members that are called <c>value</c> and have another type each.
/// </summary>
internal static class Queries
{
    public const string Page =
        """
            query Page($demarche: Int!, $first: Int!, $after: String, $since: ISO8601DateTime) {
              demarche(number: $demarche) {
                dossiers(first: $first, after: $after, updatedSince: $since) {
                  pageInfo { hasNextPage endCursor }
                  nodes { ...Whole }
                }
              }
            }
            """ + Whole;

    public const string Standing = """
        query Standing($number: Int!) {
          dossier(number: $number) { id state }
        }
        """;

    public const string Accept = """
        mutation Accept($input: DossierAccepterInput!) {
          decision: dossierAccepter(input: $input) { dossier { state } errors { message } }
        }
        """;

    public const string Refuse = """
        mutation Refuse($input: DossierRefuserInput!) {
          decision: dossierRefuser(input: $input) { dossier { state } errors { message } }
        }
        """;

    /// <summary>The same page without what can break it.</summary>
    public const string Outline = """
        query Outline($demarche: Int!, $first: Int!, $after: String, $since: ISO8601DateTime) {
          demarche(number: $demarche) {
            dossiers(first: $first, after: $after, updatedSince: $since) {
              pageInfo { hasNextPage endCursor }
              nodes { number dateDerniereModification }
            }
          }
        }
        """;

    /// <summary>The dossier modified last: asked since a date, dossiers come in the order of their modification.</summary>
    public const string Latest = """
        query Latest($demarche: Int!, $since: ISO8601DateTime) {
          demarche(number: $demarche) {
            dossiers(last: 1, updatedSince: $since) { nodes { number dateDerniereModification } }
          }
        }
        """;

    public const string One =
        """
            query One($number: Int!) { dossier(number: $number) { ...Whole } }
            """ + Whole;

    public const string Bin = """
        query Bin($demarche: Int!, $first: Int!, $after: String, $since: ISO8601DateTime) {
          demarche(number: $demarche) {
            deletions: pendingDeletedDossiers(first: $first, after: $after, deletedSince: $since) {
              pageInfo { hasNextPage endCursor }
              nodes { number reason dateSupression }
            }
          }
        }
        """;

    public const string Deletions = """
        query Deletions($demarche: Int!, $first: Int!, $after: String, $since: ISO8601DateTime) {
          demarche(number: $demarche) {
            deletions: deletedDossiers(first: $first, after: $after, deletedSince: $since) {
              pageInfo { hasNextPage endCursor }
              nodes { number reason dateSupression }
            }
          }
        }
        """;

    /// <summary>Addresses of the files of one dossier, good for an hour.</summary>
    public const string Links = """
        query Links($number: Int!) {
          dossier(number: $number) { champs { ...Linked ... on RepetitionChamp { rows { champs { ...Linked } } } } }
        }
        fragment Linked on Champ {
          champDescriptorId
          label
          ... on PieceJustificativeChamp { files { filename checksum url } }
        }
        """;

    private const string Whole = """
        fragment Whole on Dossier {
          number
          state
          archived
          dateDepot
          datePassageEnInstruction
          dateTraitement
          dateDerniereModification
          motivation
          usager { email }
          demandeur {
            __typename
            ... on PersonnePhysique { email }
            ... on PersonneMoraleIncomplete { siret }
            ... on PersonneMorale {
              siret
              address { cityName departmentName departmentCode }
              entreprise { raisonSociale formeJuridique }
              association { titre }
            }
          }
          labels { name }
          traitements { event dateTraitement emailAgentTraitant motivation }
          avis { dateQuestion dateReponse reponse }
          champs { ...Field ... on RepetitionChamp { rows { champs { ...Field } } } }
          annotations { ...Field ... on RepetitionChamp { rows { champs { ...Field } } } }
        }
        fragment Field on Champ {
          __typename
          champDescriptorId
          label
          stringValue
          ... on TextChamp { asText: value }
          ... on IntegerNumberChamp { asInteger: value }
          ... on DecimalNumberChamp { asDecimal: value }
          ... on CheckboxChamp { asFlag: value }
          ... on YesNoChamp { asAnswer: value }
          ... on DateChamp { date }
          ... on DatetimeChamp { datetime }
          ... on DropDownListChamp { asChoice: value }
          ... on LinkedDropDownListChamp { primaryValue secondaryValue }
          ... on MultipleDropDownListChamp { values }
          ... on CiviliteChamp { asCivility: value }
          ... on SiretChamp { etablissement { siret entreprise { raisonSociale } } }
          ... on PieceJustificativeChamp { files { filename contentType byteSizeBigInt checksum } }
          ... on TitreIdentiteChamp { filled }
          ... on HeaderSectionChamp { level }
          ... on ExplicationChamp { __typename }
        }
        """;
}
