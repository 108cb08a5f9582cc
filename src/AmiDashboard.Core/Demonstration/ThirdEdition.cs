namespace AmiDashboard.Core.Demonstration;

/// <summary>
/// The applications of an edition that never was, under review, so that scoring and deciding can be tried. Everything in
/// them is invented.
/// </summary>
internal static class ThirdEdition
{
    /// <summary>Columns: see <see cref="Row"/>.</summary>
    public const string Rows = """
        U|Relier les signalements de nids-de-poule d’un même tronçon|Direction interrégionale des routes du Lys|TES|D|Rochebrune-sur-Lys|N,D|140|AC|Regrouper photos et messages pour n’envoyer qu’une équipe.
        U|Proposer une date d’audience que toutes les parties peuvent tenir|Tribunal judiciaire de Valombre|JUS|M|Valombre|R,T|185|AC|Croiser agendas, délais légaux et durées observées.
        U|Repérer les comptes rendus d’imagerie sans suite donnée|Centre hospitalier de Port-Lavande|SAN|H|Port-Lavande|L|230|A|Alerter le service quand un examen recommandé n’a pas été demandé.
        U|Lire les carnets de terrain des botanistes|Muséum fictif d’histoire naturelle|ESR|E|Sainte-Ambre|V,L|120|A|Rendre cherchables des carnets manuscrits d’un siècle.
        U|Expliquer une facture d’eau dans ses mots|Agence fictive de l’eau de la Haute-Lys|TES|E|Aiguevive|L|95|C|Répondre aux contestations les plus simples, passer les autres à un agent.
        U|Prévoir les absences dans les remplacements d’enseignants|Rectorat de l’académie de Belorme|EDU|D|Belorme|T|175|A|Prévoir à deux semaines les besoins par discipline.
        U|Rapprocher les déclarations de chantiers voisins|Agence fictive du sous-sol|ECO|E|Montclairval|G,D|205|A|Éviter que l’on ouvre deux fois la même rue.
        U|Classer les réclamations sur les retraites par cause|Caisse fictive de la Haute-Lys|SOC|S|Aiguevive|L,N|160|A|Voir ce qui revient, et le corriger à la source.
        U|Détecter les fuites sur les conduites forcées|Établissement fictif des barrages|TES|P|Fontgrise|D,T|310|A|Écouter les capteurs déjà posés, sans en ajouter.
        U|Aider les inspecteurs du travail à préparer une visite|Direction fictive du travail de Castelvent|TRA|D|Castelvent|L,S|190|A|Une page de synthèse par établissement, avec ses sources.
        U|Reconnaître les cultures sous serre|Service statistique agricole de Castelvent|AGR|D|Castelvent|V|150|A|Compter les surfaces sur les images gratuites.
        U|Trier les demandes d’accès aux documents administratifs|Mission fictive de la transparence|ACP|M|Montclairval|L|80|AC|Dire tout de suite ce qui est déjà publié.
        U|Signaler les passages d’un décret difficiles à comprendre|Secrétariat fictif de la norme|ACP|M|Montclairval|L,R|110|AC|Noter la lisibilité d’un projet de texte et proposer des reformulations.
        U|Anticiper les files d’attente des consulats|Service consulaire fictif de Nantes|EUR|M|Fontgrise|T|125|C|Annoncer les créneaux qui se libéreront.
        U|Retrouver les œuvres spoliées dans les catalogues de vente|Musée national des Arts du feu|CUL|E|Sainte-Ambre|V,G|245|A|Comparer les illustrations anciennes aux inventaires.
        U|Surveiller la maintenance des hélicoptères de secours|Groupement fictif des secours aériens|INT|M|Valombre|D,S|280|A|Proposer l’ordre des visites d’après les vols réels.
        W|Assistant de rédaction des rapports d’activité|Agence fictive de l’apprentissage|TRA|G|Montclairval|L|70|A|l’équipe a changé d’affectation.
        I|Conseiller l’achat d’électricité des entreprises|Société fictive d’énergie|ECO|Z|Belorme|S|400|C|Comparer des offres commerciales.
        """;
}
