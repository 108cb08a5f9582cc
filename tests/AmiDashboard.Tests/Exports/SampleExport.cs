namespace AmiDashboard.Exports;

/// <summary>An export as the platform writes it, with the traps of its format. Invented.</summary>
internal static class SampleExport
{
    public const string Csv = """
        ID,Email,FranceConnect ?,Établissement SIRET,Établissement siège social,Établissement NAF,Établissement libellé NAF,Établissement Adresse,Établissement numero voie,Établissement type voie,Établissement nom voie,Établissement complément adresse,Établissement code postal,Établissement localité,Établissement code INSEE localité,Entreprise SIREN,Entreprise capital social,Entreprise numero TVA intracommunautaire,Entreprise forme juridique,Entreprise forme juridique code,Entreprise nom commercial,Entreprise raison sociale,Entreprise SIRET siège social,Entreprise code effectif entreprise,Entreprise date de création,Entreprise état administratif,Entreprise nom,Entreprise prénom,Association RNA,Association titre,Association objet,Association date de création,Association date de déclaration,Association date de publication,À archiver,État du dossier,Dernière mise à jour le,Dernière mise à jour du dossier le,Déposé le,Passé en instruction le,Traité le,Motivation de la décision,Instructeurs,Titre du projet,Ministère ou opérateur porteur,Résumé,Techniques d’IA visées,Utilisateurs du prototype,Les données sont-elles accessibles ?,Budget demandé (en euros),Date de démarrage souhaitée,Lettre d’engagement,J’atteste l’exactitude,Note /20 — Bénéfices potentiels,Note /20 — Pertinence technique
        1001,porteur1001@example.invalid,false,13000000100010,true,8411Z,Administration publique générale,"1 RUE EXEMPLE
        75007 PARIS",1,RUE,EXEMPLE,,75007,PARIS,75107,130000001,,,Service central d’un ministère,7113,,Ministère fictif 1,13000000100010,,2010-01-01,Actif,,,,,,,,,false,En construction,2018-09-03 10:15:00 +0200,2018-09-03 10:15:00 +0200,2018-09-03 10:15:00 +0200,,,,instructeur@example.invalid expert@example.invalid,Projet fictif A,Ministère fictif 1,"Résumé fictif.
        Deuxième ligne.",Traitement automatique du langage,"Agents, Administrés",Non,120000,2018-12-01,lettre.pdf,on,0,0
        1002,porteur1002@example.invalid,false,13000000200010,true,8411Z,Administration publique générale,"1 RUE EXEMPLE
        75007 PARIS",1,RUE,EXEMPLE,,75007,PARIS,75107,130000002,,,Service central d’un ministère,7113,,Ministère fictif 2,13000000200010,,2010-01-01,Actif,,,,,,,,,false,En construction,2018-09-04 11:15:00 +0200,2018-09-04 11:15:00 +0200,2018-09-04 11:15:00 +0200,,,,instructeur@example.invalid expert@example.invalid,Projet fictif B,Ministère fictif 2,,,,,0,,,off,0,0
        1003,porteur1003@example.invalid,false,13000000300010,true,8411Z,Administration publique générale,"1 RUE EXEMPLE
        75007 PARIS",1,RUE,EXEMPLE,,75007,PARIS,75107,130000003,,,Service central d’un ministère,7113,,Ministère fictif 1,13000000300010,,2010-01-01,Actif,,,,,,,,,false,En instruction,2018-09-17 10:00:00 +0200,2018-09-05 12:15:00 +0200,2018-09-05 12:15:00 +0200,2018-09-17 10:00:00 +0200,,,instructeur@example.invalid expert@example.invalid,"Projet fictif C — accents, « guillemets »; point-virgule",Ministère fictif 1,,"Vision par ordinateur, Apprentissage supervisé",Agents,Oui,250000,2018-12-01,"lettre.pdf, annexe é.pdf",on,12.0,14.5
        1006,porteur1006@example.invalid,false,13000000600010,true,8411Z,Administration publique générale,"1 RUE EXEMPLE
        75007 PARIS",1,RUE,EXEMPLE,,75007,PARIS,75107,130000006,,,Service central d’un ministère,7113,,Ministère fictif 2,13000000600010,,2010-01-01,Actif,,,,,,,,,false,Accepté,2018-11-05 18:00:00 +0100,2018-09-08 15:15:00 +0200,2018-09-08 15:15:00 +0200,2018-09-20 10:00:00 +0200,2018-11-05 18:00:00 +0100,Dossier retenu,instructeur@example.invalid expert@example.invalid,=Projet fictif F (formule),Ministère fictif 2,,,Agents,Oui,199999,2018-12-01,lettre.pdf,on,15.0,15.0

        """;

    public static readonly string[] Titles =
    [
        "ID",
        "État du dossier",
        "Dernière mise à jour le",
        "Déposé le",
        "Titre du projet",
        "Budget demandé (en euros)",
    ];

    public static string[] Line(int number, string title = "Projet", string budget = "1000") =>
        [$"{number}", "En construction", "2018-09-04 11:15:00 +0200", "2018-09-03 10:15:00 +0200", title, budget];

    /// <summary>A CSV of the usual columns.</summary>
    public static string Of(params IEnumerable<string[]> lines) => Text(',', [Titles, .. lines]);

    public static string Text(char separator, IEnumerable<string[]> lines) =>
        string.Concat(
            lines.Select(line => string.Join(separator, line.Select(cell => Quoted(cell, separator))) + "\n")
        );

    private static string Quoted(string cell, char separator) =>
        cell.AsSpan().ContainsAny($"{separator}\"\r\n") ? '"' + cell.Replace("\"", "\"\"") + '"' : cell;
}
