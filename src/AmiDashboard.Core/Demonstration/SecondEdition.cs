namespace AmiDashboard.Core.Demonstration;

/// <summary>
/// The 46 applications shown for the edition of 2019. Fifteen laureates (L), eleven of them known by name: those rows say
/// in our words what is public, with its source, and nothing where the project was only named. The four others and all
/// other rows are invented, and so are the edition's dates.
/// </summary>
internal static class SecondEdition
{
    /// <summary>Columns: see <see cref="Row"/>.</summary>
    public const string Rows = """
        L|Signalements d’événements sanitaires indésirables|Direction générale de la santé|SAN|M||L|260|A|Le traitement automatique du langage aide à exploiter les signalements. Source : etalab.gouv.fr/intelligence-artificielle-decouvrez-les-15-nouveaux-projets-selectionnes
        L|Recherche sémantique dans le dossier patient|CHU de Bordeaux|SAN|H||L,G|245|A|Langage et graphes pour chercher par le sens dans le dossier d’un patient. Source : etalab.gouv.fr/intelligence-artificielle-decouvrez-les-15-nouveaux-projets-selectionnes
        L|Alerte pour la surveillance des travailleurs exposés (SISERI)|IRSN|TES|P||D|230|A|Une détection d’anomalies alerte sur les expositions des travailleurs suivis. Source : etalab.gouv.fr/intelligence-artificielle-decouvrez-les-15-nouveaux-projets-selectionnes
        L|Projet de la DGCL (intitulé non repris ici)|DGCL|COH|M|||190|A|Lauréat connu par son nom seulement. Source : etalab.gouv.fr/intelligence-artificielle-decouvrez-les-15-nouveaux-projets-selectionnes
        L|Pré-plainte en ligne : qualification automatique|DGGN|INT|M||L|280|AC|Proposer la qualification d’une pré-plainte déposée en ligne. Source : lemondeinformatique.fr (article 75959)
        L|Clauses et pratiques abusives dans les contrats, devis et factures|DGCCRF|ECO|M||L|255|A|Repérer par le langage les clauses et pratiques abusives. Source : lemondeinformatique.fr (article 75959)
        L|Rapprochement de décisions et divergences d’interprétation|Cour de cassation|JUS|M||L|270|A|Rapprocher les décisions et faire voir où leur interprétation diverge. Source : lemondeinformatique.fr (article 75959)
        L|Projet de l’IGN (intitulé non repris ici)|IGN|TES|E|||210|A|Lauréat connu par son nom seulement. Source : lemondeinformatique.fr (article 75959)
        L|Projet de l’INSEE (intitulé non repris ici)|INSEE|ECO|M|||200|A|Lauréat connu par son nom seulement. Source : lemondeinformatique.fr (article 75959)
        L|Implantation des artisans|CRMA de Nouvelle-Aquitaine (réseau des chambres de métiers et de l’artisanat)|CON|C||S|175|AC|Un apprentissage supervisé éclaire l’implantation des artisans. Source : lemondeinformatique.fr (article 75959)
        L|Projet des Douanes (intitulé non repris ici)|DGDDI|ACP|M|||290|A|Lauréat connu par son nom seulement. Source : lemondeinformatique.fr (article 75959)
        L|Surveiller l’état des digues par l’image (illustratif)|Service fictif des digues du Lys|DEC|D|Rochebrune-sur-Lys|V,D|240|A|Projet inventé, pour l’un des quatre lauréats que la démonstration ne nomme pas.
        L|Retrouver les compétences rares au sein d’un corps (illustratif)|Direction fictive de la mobilité|ARM|M|Castelvent|R,G|185|A|Projet inventé, pour l’un des quatre lauréats que la démonstration ne nomme pas.
        L|Orienter les lycéens vers les cordées de la réussite (illustratif)|Rectorat de l’académie de Belorme|EDU|D|Belorme|R|150|AC|Projet inventé, pour l’un des quatre lauréats que la démonstration ne nomme pas.
        L|Lire les titres de séjour abîmés (illustratif)|Office fictif de l’accueil|INT|E|Port-Lavande|V|220|A|Projet inventé, pour l’un des quatre lauréats que la démonstration ne nomme pas.
        R|Prévoir les crues éclair des petits bassins versants|Service de prévision des crues de Fontgrise|TES|D|Fontgrise|T|310|AC|Donner une heure d’avance aux communes des petits bassins.
        R|Chercher par l’image dans les marques déposées|Institut fictif de la création|ECO|E|Sainte-Ambre|V|235|AC|Trouver les marques figuratives proches avant de déposer la sienne.
        R|Aider les médecins conseils à lire les dossiers volumineux|Caisse fictive de Castelvent|SOC|S|Castelvent|L|205|A|Présenter la chronologie d’un dossier de deux cents pages.
        R|Repérer les vestiges archéologiques sous les forêts|Service régional de l’archéologie de Belorme|CUL|D|Belorme|V|160|A|Lire le relief mesuré par laser pour signaler des structures enfouies.
        S|Détecter les fausses entreprises à la création|Greffe fictif de Port-Lavande|JUS|M|Port-Lavande|D,G|225|A|Montrer les adresses et dirigeants que des sociétés éphémères partagent.
        S|Anticiper les besoins en enseignants remplaçants|Rectorat de l’académie de Castelvent|EDU|D|Castelvent|T|175|A|Prévoir les absences par bassin, à la semaine.
        S|Lire les carnets de vaccination étrangers|Centre hospitalier de Sainte-Ambre|SAN|H|Sainte-Ambre|V,L|145|A|Transcrire et traduire les carnets, à valider par l’infirmier.
        S|Comparer les plans locaux d’urbanisme|Direction départementale des territoires de Valombre|DEC|D|Valombre|L,V|190|A|Retrouver les règles d’une zone dans des documents qui ne se ressemblent pas.
        S|Suivre la migration des oiseaux par le son|Office fictif de la nature|TES|E|Aiguevive|P|120|AC|Reconnaître les chants la nuit, sur des capteurs autonomes.
        S|Estimer les récoltes par satellite|Service statistique agricole de Castelvent|AGR|D|Castelvent|V,T|200|A|Estimer les rendements un mois avant la moisson.
        N|Proposer des réponses aux questions des maires|Préfecture de la Haute-Lys|INT|D|Aiguevive|L|110|A|Retrouver les réponses déjà faites à des questions voisines.
        N|Mieux répartir les contrôles d’installations de loisirs|Direction de la cohésion sociale de Valombre|DEC|D|Valombre|S|85|A|Classer les visites de l’année par risque expliqué.
        N|Prévoir les pannes des scanners hospitaliers|Centre hospitalier de Port-Lavande|SAN|H|Port-Lavande|T,D|165|A|Lire les journaux des machines pour planifier l’entretien.
        N|Annoter les débats d’une assemblée consultative|Conseil fictif des territoires|AAI|A|Montclairval|P,L|130|AC|Indexer les interventions par thème et par intervenant.
        N|Vérifier la cohérence des bilans sociaux|Observatoire fictif de l’emploi|TRA|G|Aiguevive|D|95|A|Signaler les chiffres qui se contredisent d’une année à l’autre.
        N|Guider les visiteurs d’un musée sans écran|Musée national des Arts du feu|CUL|E|Sainte-Ambre|R,P|105|C|Proposer une suite de salles à l’oral, selon le temps et les goûts.
        N|Déceler les arnaques dans les annonces de location|Direction fictive de la protection des consommateurs|ECO|M|Montclairval|L,D|180|C|Avertir le lecteur d’une annonce trop belle.
        N|Rapprocher les fichiers d’adresses des secours|Direction fictive des secours|INT|M|Valombre|N|100|A|Une adresse, un point, quel que soit le fichier.
        N|Assister la saisie des actes de décès|Service fictif des statistiques de santé|SAN|M|Belorme|L|150|A|Proposer un code de cause, avec les trois suivants.
        N|Reconnaître les bruits d’un moteur en défaut|Atelier fictif des armées de Fontgrise|ARM|M|Fontgrise|P,D|210|A|Écouter un moteur au banc et dire ce qui a changé.
        N|Adapter un examen aux candidats malvoyants|Centre fictif des concours de Belorme|ACP|E|Belorme|V,P|125|C|Décrire les figures d’un sujet à voix haute.
        N|Trouver les clauses sociales oubliées|Agence fictive de la commande publique|ECO|E|Montclairval|L|90|A|Proposer la clause que des marchés voisins contiennent.
        N|Prévoir l’usage des places en crèche hospitalière|CHU fictif des Deux-Lys|SAN|H|Rochebrune-sur-Lys|T|55|A|Prévoir les places libres à deux semaines.
        N|Comprendre pourquoi un recours est déposé|Service central des recours de Fontgrise|ACP|M|Fontgrise|L,N|170|A|Regrouper les motifs pour corriger les décisions à la source.
        N|Un très long intitulé, tel que certains porteurs en écrivent, qui décrit à lui seul le contexte, la méthode, les partenaires, le calendrier et les résultats attendus, afin de vérifier que la liste, les graphiques et les exports le coupent ou le replient sans rien casser|Institut fictif des longues phrases|ESR|E|Montclairval|S|115|A|Le titre dépasse deux cents signes.
        N|Projet déposé deux fois par deux services||||||140|A|Le demandeur n’est connu que par son SIRET, et rien d’autre n’est coché.
        I|Un robot d’accueil pour la médiathèque|Commune de Rochebrune-sur-Lys|COH|V|Rochebrune-sur-Lys|P|65|C|Accueillir et orienter les lecteurs.
        I|Une plateforme d’annotation ouverte|Société fictive Annot’IA|ECO|Z|Montclairval|S|350|A|Le demandeur est une société commerciale.
        I|Prédire les inscriptions des clubs sportifs|Association fictive du sport en Haute-Lys|EDU|X|Aiguevive|T|30|C|Aider les clubs à prévoir leurs créneaux.
        W|Détecter les incendies par caméras de crête|Service départemental fictif du feu|INT|D|Castelvent|V|295|A|Le projet est repris par un programme national.
        W|Traduire les notices de médicaments|Agence fictive du bon usage|SAN|E|Belorme|L|160|C|Les données promises n’ont pas pu être partagées.
        """;
}
