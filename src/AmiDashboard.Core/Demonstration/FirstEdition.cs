namespace AmiDashboard.Core.Demonstration;

/// <summary>
/// The 52 applications shown for the edition of 2018. The six laureates (L) are those that were announced: organisation,
/// project and domain are public facts, told in our words with their source. All other rows, and whatever else is said
/// of the laureates (amounts, teams, dates), are invented; so are the bodies that apply in them.
/// </summary>
internal static class FirstEdition
{
    /// <summary>Columns: see <see cref="Row"/>.</summary>
    public const string Rows = """
        L|Agent vocal conversationnel (voice-bot) pour le Chèque emploi associatif|ACOSS|SOC|E||P,L|240|C|Un assistant vocal renseigne les employeurs qui utilisent le Chèque emploi associatif. Source : etalab.gouv.fr/intelligence-artificielle-decouvrez-les-6-projets-laureats-de-lappel-a-manifestation-dinteret-ia
        L|Mieux orienter les contrôles de la police de l’environnement|AFB, avec le BRGM et le MTES|TES|E||S|310|A|Un apprentissage sur les données environnementales aide à choisir où contrôler. L’AFB est devenue l’OFB ; deux algorithmes et un prototype d’interface ont porté sur l’Ille-et-Vilaine et le Morbihan. Source : pole-inside.fr/fr/page/ia-police-lenvironnement
        L|Exploitation des lettres de suite d’inspection|ASN|AAI|A||L|275|A|Le traitement automatique du langage tire parti des lettres écrites après chaque inspection. Source : etalab.gouv.fr/projet-ami-ia-asn
        L|Préparation des réunions de concertation pluridisciplinaire (post-opératoire du cancer du poumon)|CHU de Toulouse|SAN|H||L|190|A|Le langage des comptes rendus est traité pour préparer les RCP après l’opération d’un cancer du poumon. Source : ticsante.com/story?ID=4702
        L|Détection des irrégularités d’occupation des sols|DDTM de l’Hérault|DEC|D||V|215|A|Les images aériennes et satellitaires signalent des occupations irrégulières du sol ; l’application AIGLE en est issue. Source : modernisation.gouv.fr/node/206033
        L|IAlim : ciblage des contrôles de restaurants par les avis en ligne|DGAL|AGR|M||L|260|A|Les avis laissés en ligne aident à choisir les restaurants à contrôler ; l’outil a été mis en production en novembre 2019. Source : etalab.gouv.fr/projet-ami-ia-dgal
        R|Relire les diagnostics de performance énergétique des bâtiments de l’État|Agence fictive du patrimoine immobilier public|ACP|E|Montclairval|L,D|180|A|Repérer les diagnostics incohérents et proposer l’ordre dans lequel les refaire.
        R|Aider les greffes à répartir les requêtes par nature de contentieux|Tribunal administratif de Valombre|JUS|M|Valombre|L,S|220|A|Proposer au greffe la chambre et le code matière d’une requête à partir de son texte.
        R|Prévoir l’affluence aux urgences de deux établissements|Centre hospitalier de Port-Lavande|SAN|H|Port-Lavande|T|150|A|Prévoir à sept jours les arrivées par tranche de deux heures, avec leur marge d’erreur.
        S|Reconnaître les espèces protégées dans les relevés photographiques|Parc national des Hauts de Lys|TES|E|Rochebrune-sur-Lys|V|170|A|Présélectionner les clichés des pièges photographiques et proposer une espèce.
        S|Orienter les demandes de bourse incomplètes vers la bonne pièce|Rectorat de l’académie de Belorme|EDU|D|Belorme|L,R|130|AC|Dire à la famille, dans ses mots, quelle pièce manque et où la trouver.
        S|Détecter les doublons du répertoire des exploitations agricoles|Service statistique agricole de Castelvent|AGR|D|Castelvent|N,D|95|A|Rapprocher les exploitations déclarées deux fois sous des noms voisins.
        S|Résumer les contributions d’une enquête publique|Préfecture de la Haute-Lys|INT|D|Aiguevive|L,N|140|A|Regrouper par thème des milliers d’avis et montrer les extraits qui fondent chaque thème.
        S|Lire les plaques d’inventaire des collections|Musée national des Arts du feu|CUL|E|Sainte-Ambre|V|110|A|Lire les étiquettes manuscrites des réserves et les rattacher à la base des œuvres.
        S|Anticiper les ruptures de parcours des apprentis|Agence fictive de l’apprentissage|TRA|G|Montclairval|S|205|A|Signaler au conseiller les contrats fragiles, avec les raisons, sans décider à sa place.
        N|Classer les courriels reçus par les bureaux d’état civil consulaires|Service consulaire fictif de Nantes|EUR|M|Fontgrise|L|120|A|Proposer un objet et un degré d’urgence pour chaque courriel entrant.
        N|Assistant de rédaction des arrêtés de circulation|Préfecture du Val-d’Ombre|INT|D|Valombre|L|85|A|Proposer les visas et les articles usuels d’un arrêté de circulation.
        N|Cartographier les îlots de chaleur des établissements scolaires|Rectorat de l’académie de Castelvent|EDU|D|Castelvent|V,S|160|A|Croiser images thermiques et plans pour classer les cours d’école.
        N|Suivre l’usure des ouvrages d’art par drone|Direction interrégionale des routes du Lys|TES|D|Rochebrune-sur-Lys|V,D|330|A|Comparer deux passages du drone et montrer les fissures qui ont bougé.
        N|Traduire les pages d’accueil des étrangers en langage simple|Office fictif de l’accueil|INT|E|Port-Lavande|L|145|C|Proposer une version simple de chaque page, relue par un agent.
        N|Repérer les offres d’emploi discriminatoires|Observatoire fictif de l’emploi|TRA|G|Aiguevive|L,S|175|A|Signaler les formulations à risque et citer la règle qu’elles méconnaissent.
        N|Prévoir la consommation de produits sanguins|Établissement fictif du sang de l’Ouest|SAN|E|Belorme|T|185|A|Prévoir la demande par groupe sanguin pour réduire les péremptions.
        N|Retrouver la jurisprudence proche d’un recours gracieux|Service central des recours de Fontgrise|ECO|M|Fontgrise|L,G|230|A|Présenter les décisions proches d’un recours et ce qui les distingue.
        N|Estimer l’état des lignes ferroviaires secondaires|Agence fictive des transports de proximité|TES|P|Sainte-Ambre|S,T|290|A|Hiérarchiser les inspections à partir des mesures embarquées.
        N|Vérifier la lisibilité des formulaires administratifs|Mission fictive de la simplification|ACP|M|Montclairval|L|75|AC|Noter la difficulté de lecture d’un formulaire et proposer des reformulations.
        N|Détecter les marchés publics publiés trop tard|Agence fictive de la commande publique|ECO|E|Montclairval|D|100|A|Comparer les dates des avis et signaler les délais qui sortent de l’ordinaire.
        N|Trier les signalements de nuisances sonores aériennes|Direction fictive du ciel calme|TES|M|Aiguevive|L,N|90|AC|Regrouper les signalements d’un même vol et répondre une fois pour tous.
        N|Transcrire les réunions des instances sociales|Service des ressources humaines de Castelvent|ARM|M|Castelvent|P,L|125|A|Transcrire les débats et proposer un relevé de décisions à valider.
        N|Aider au choix des formations des agents|École fictive du service public|ACP|E|Belorme|R|110|A|Proposer des formations à partir du poste, et dire pourquoi.
        N|Évaluer le risque d’abandon en première année de licence|Université de Port-Lavande|ESR|E|Port-Lavande|S|195|A|Alerter le tuteur, jamais le jury, quand l’assiduité change.
        N|Indexer les fonds sonores des archives départementales|Service interministériel d’archives du Lys|CUL|D|Rochebrune-sur-Lys|P|155|AC|Rendre cherchables vingt mille heures d’entretiens enregistrés.
        N|Prévoir la fréquentation des refuges de montagne|Parc national des Hauts de Lys|TES|E|Rochebrune-sur-Lys|T|60|C|Annoncer l’affluence d’un refuge à trois jours.
        N|Contrôler les déclarations de capture de pêche|Direction de la mer de Port-Lavande|AGR|D|Port-Lavande|D,S|210|A|Confronter déclarations, positions et ventes en criée.
        N|Orienter les appels d’un centre d’information sur les droits|Caisse fictive de la Haute-Lys|SOC|S|Aiguevive|P,R|265|C|Comprendre la demande dès la première phrase et passer le bon conseiller.
        N|Analyser les retours d’expérience de sécurité civile|Direction fictive des secours|INT|M|Valombre|L,N|140|A|Retrouver, dans dix ans de retours, les difficultés qui reviennent.
        N|Vérifier les factures d’énergie des casernes|Service d’infrastructure de Fontgrise|ARM|M|Fontgrise|D|115|A|Signaler les consommations qui ne ressemblent pas au bâtiment.
        N|Détecter les rejets dans les cours d’eau par capteurs|Agence de l’eau fictive Lys-Océan|TES|E|Sainte-Ambre|T,D|300|A|Distinguer un rejet d’un orage dans les mesures de conductivité.
        N|Préremplir les demandes d’aide à la forêt|Service forestier de Belorme|AGR|D|Belorme|V,L|135|C|Lire le cadastre et les photographies pour préremplir la demande.
        N|Mesurer l’attente aux guichets sans identifier personne|Préfecture de Sainte-Ambre|INT|D|Sainte-Ambre|V|80|C|Compter des silhouettes, jeter l’image, publier une durée.
        N|Répondre aux questions sur la protection fonctionnelle|Direction fictive de l’encadrement|EDU|M|Montclairval|L,R|95|A|Trouver le texte qui répond et le passage exact.
        N|=SOMME(A1) : sécuriser les tableurs de gestion|Centre de services partagés de Castelvent|ACP|M|Castelvent|D|70|A|Repérer les formules qui changent d’une ligne à l’autre. Le titre commence par un signe égal : ce n’est pas une formule.
        N|<script>alert('IA')</script> : détecter les injections dans les formulaires|Agence fictive de la sécurité numérique|AAI|A|Valombre|D,S|240|A|Le titre contient une balise : elle doit s’afficher comme un texte.
        N|Œuvres, naïveté, Noël & cætera — reconnaître l’écriture des registres ïlots « à l’ancienne »|Archives nationales fictives de l’Île-aux-Œillets|CUL|E|L’Haÿ-sur-Œuf|V,L|165|AC|Un titre aux accents difficiles, pour que rien ne se perde en chemin.
        N|Projet dont le ministère n’est pas renseigné|Établissement fictif sans tutelle déclarée||E|Aiguevive|S|100|A|La question du ministère est restée sans réponse.
        N|Projet dont le budget n’est pas renseigné|Direction fictive des études de Fontgrise|TRA|M|Fontgrise|L||A|La question du budget est restée sans réponse : ce n’est pas zéro.
        N|Projet qui n’a coché aucune technique|Direction fictive de l’innovation|ECO|M|Montclairval||90|A|Aucune technique n’est cochée : l’équipe attend un conseil.
        I|Un assistant pour les bénévoles de l’aide alimentaire|Association fictive Le Panier solidaire|SOC|X|Port-Lavande|R|40|C|Aider des bénévoles à composer des paniers.
        I|Optimiser la collecte des déchets de la ville|Commune de Saint-Elme-le-Haut|COH|V|Saint-Elme-le-Haut|T|120|C|Adapter les tournées au remplissage des bacs.
        I|Prédire les besoins en transport scolaire|Département fictif de la Haute-Lys|COH|T|Aiguevive|T|150|C|Ajuster les lignes aux inscriptions.
        D|Analyser les copies de concours par la vision|Centre fictif des concours de Belorme|ACP|E|Belorme|V|130|A|Le dossier est arrivé après la clôture.
        W|Reconnaître les contrefaçons dans les colis|Bureau fictif du fret de Fontgrise|ACP|M|Fontgrise|V|280|A|L’équipe a préféré rejoindre un projet voisin.
        W|Prévoir les absences dans les écoles rurales|Inspection académique de Valombre|EDU|D|Valombre|T|70|A|Le porteur du projet a changé de service.
        """;
}
