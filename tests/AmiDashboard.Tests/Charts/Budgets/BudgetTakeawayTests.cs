using System.Globalization;
using AmiDashboard.Budgets.Figures;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Figures;
using static AmiDashboard.Budgets.Figures.SomeBudgets;

namespace AmiDashboard.Charts.Budgets;

/// <summary>The sentence under each title. Here « · » stands for a no-break space and « ~ » for a narrow one.</summary>
public sealed class BudgetTakeawayTests
{
    private static readonly ProjectBudget One = Project()
        .Signed(200, Day(1, 10))
        .Planned(1, 60, Day(2, 1))
        .Planned(2, 80, Day(6, 1))
        .Planned(3, 60, Day(9, 1))
        .Paid(1, 60, Day(3, 1));

    private static readonly ProjectBudget Two = Project(2, "Culture")
        .Signed(300, Day(1, 10))
        .Planned(4, 100, Day(2, 1))
        .Planned(5, 200, Day(12, 1));

    [Fact]
    public void Nothing_is_said_in_words()
    {
        Says(
            "envelope",
            BudgetFacts.None,
            "Aucune enveloppe ni attribution pour le moment.",
            "No envelope, and nothing granted yet."
        );
        Says(
            "disbursements",
            BudgetFacts.None,
            "Aucun paiement prévu ni fait pour le moment.",
            "No payment planned or made yet."
        );
        Says(
            "payments-due",
            BudgetFacts.None,
            "Aucun paiement fait ni à venir pour le moment.",
            "No payment made or due yet."
        );
        Says("budget-ministries", BudgetFacts.None, "Rien n’est attribué pour le moment.", "Nothing is granted yet.");
        Says("budget-projects", BudgetFacts.None, "Aucun projet doté pour le moment.", "No project with a grant yet.");
        Says(
            "missing-documents",
            BudgetFacts.None,
            "Aucun paiement demandé n’attend de pièce.",
            "No requested payment waits for a document."
        );
    }

    [Fact]
    public void The_envelope_tells_what_is_left_to_grant()
    {
        Says(
            "envelope",
            Facts(One, Two).WithEdition(1, envelope: 1200, fees: 30),
            "De l’enveloppe de 1,2·M€, on a attribué 500·k€ (42·%) et payé 60·k€~; il reste 670·k€ à attribuer.",
            "Of the envelope of €1.2M, €500k is granted (42%) and €60k paid; €670k is left to grant."
        );
        Says(
            "envelope",
            Facts(One, Two).WithEdition(1, envelope: 500),
            "De l’enveloppe de 500·k€, on a attribué 500·k€ (100·%) et payé 60·k€~; il n’y a plus rien à attribuer.",
            "Of the envelope of €500k, €500k is granted (100%) and €60k paid; nothing is left to grant."
        );
        Says(
            "envelope",
            BudgetFacts.None.WithEdition(1, envelope: 500, fees: 20),
            "De l’enveloppe de 500·k€, rien n’est encore attribué~; il reste 480·k€ à attribuer.",
            "Of the envelope of €500k, nothing is granted yet; €480k is left to grant."
        );
    }

    [Fact]
    public void Without_the_whole_edition_grants_tell_what_is_left_to_pay() =>
        Says(
            "envelope",
            Facts(One),
            "Du montant attribué (200·k€), on a contractualisé 200·k€ et payé 60·k€ (30·%)~; il reste 140·k€ à décaisser.",
            "Of the €200k granted, €200k is contracted and €60k paid (30%); €140k is left to pay."
        );

    [Fact]
    public void Disbursements_tell_the_gap_and_the_end_of_the_year()
    {
        Says(
            "disbursements",
            Facts(One, Two),
            "Au 30 juin 2019, on a payé 60·k€ pour un plan de 240·k€·: 180·k€ de retard, ou 149·jours. L’année 2019 est attendue à 500·k€, pour un plan de 500·k€.",
            "By 30 June 2019, €60k was paid against a plan of €240k: €180k behind, or 149 days. 2019 is expected to end at €500k, against a plan of €500k."
        );
        Says(
            "disbursements",
            Facts(One.Paid(2, 80, Day(5, 2)), Project(3)),
            "Au 30 juin 2019, on a payé 140·k€ pour un plan de 140·k€·: comme prévu. L’année 2019 est attendue à 200·k€, pour un plan de 200·k€.",
            "By 30 June 2019, €140k was paid against a plan of €140k: as planned. 2019 is expected to end at €200k, against a plan of €200k."
        );
    }

    [Fact]
    public void Disbursements_ahead_of_the_plan_or_beyond_it_say_so()
    {
        var ahead = Project().Signed(100, Day(1, 10)).Planned(1, 100, Day(7, 1)).Paid(1, 100, Day(6, 1));
        Says(
            "disbursements",
            Facts(ahead),
            "Au 30 juin 2019, on a payé 100·k€ pour un plan de 0·€·: 100·k€ d’avance, ou 1·jour. L’année 2019 est attendue à 100·k€, pour un plan de 100·k€.",
            "By 30 June 2019, €100k was paid against a plan of €0: €100k ahead, or 1 day. 2019 is expected to end at €100k, against a plan of €100k."
        );
        var beyond = Project().Signed(100, Day(1, 10)).Planned(1, 50, Day(6, 30)).Paid(1, 100, Day(6, 1));
        Says(
            "disbursements",
            Facts(beyond),
            "Au 30 juin 2019, on a payé 100·k€ pour un plan de 50·k€·: 50·k€ au-delà du plan. L’année 2019 est attendue à 100·k€, pour un plan de 50·k€.",
            "By 30 June 2019, €100k was paid against a plan of €50k: €50k beyond the plan. 2019 is expected to end at €100k, against a plan of €50k."
        );
        var today = Project().Signed(100, Day(1, 10)).Planned(1, 100, Day(6, 30));
        Says(
            "disbursements",
            Facts(today),
            "Au 30 juin 2019, on a payé 0·€ pour un plan de 100·k€·: 100·k€ de retard depuis ce jour. L’année 2019 est attendue à 100·k€, pour un plan de 100·k€.",
            "By 30 June 2019, €0 was paid against a plan of €100k: €100k behind since that day. 2019 is expected to end at €100k, against a plan of €100k."
        );
    }

    [Fact]
    public void Payments_tell_the_overdue_ones_and_the_next_one()
    {
        Says(
            "payments-due",
            Facts(One, Two),
            "2·paiements en retard (180·k€)~; 2 à venir (260·k€), le prochain en septembre 2019.",
            "2 payments overdue (€180k); 2 to come (€260k), the next in September 2019."
        );
        Says(
            "payments-due",
            Facts(One),
            "1·paiement en retard (80·k€)~; 1 à venir (60·k€), en septembre 2019.",
            "1 payment overdue (€80k); 1 to come (€60k), in September 2019."
        );
        Says(
            "payments-due",
            Facts(Project().Signed(60, Day(1, 10)).Planned(1, 60, Day(2, 1)).Paid(1, 60, Day(3, 1))),
            "Aucun paiement en retard, aucun à venir~; déjà payé·: 1·paiement, 60·k€.",
            "No payment overdue, none to come; already paid: 1 payment, €60k."
        );
    }

    [Fact]
    public void Ministries_tell_who_was_granted_most()
    {
        Says(
            "budget-ministries",
            Facts(One, Two),
            "Le plus doté·: Culture, avec 300·k€ sur 500·k€ (60·%), dont on a payé 0·€.",
            "Granted most: Culture, with €300k of €500k (60%), of which €0 is paid."
        );
        Says(
            "budget-ministries",
            Facts(One),
            "Tout est attribué à un seul·: Justice (200·k€, dont on a payé 60·k€).",
            "All is granted to one: Justice (€200k, of which €60k is paid)."
        );
        Says(
            "budget-ministries",
            Facts(One, Project(3, "Travail").Entry(EntryKind.Grant, Thousand(200), Day(1, 10))),
            "2 ministères ou opérateurs sont à égalité en tête, avec 200·k€ chacun sur 400·k€.",
            "2 ministries or operators share the lead, with €200k each of €400k."
        );
        Says(
            "budget-ministries",
            Facts(Project(3, ministry: null).Entry(EntryKind.Grant, Thousand(200), Day(1, 10))),
            "Aucun projet doté n’indique son ministère.",
            "No project with a grant gives its ministry."
        );
    }

    [Fact]
    public void Projects_tell_who_is_behind()
    {
        Says(
            "budget-projects",
            Facts(One, Two),
            "2·projets sur 2 sont en retard sur leur échéancier~; le plus en retard, «·Projet 2·», l’est de 100·k€.",
            "2 projects of 2 are behind their schedules; “Projet 2” is furthest, by €100k."
        );
        Says(
            "budget-projects",
            Facts(One, Two.Paid(4, 100, Day(2, 1))),
            "1·projet sur 2 est en retard sur son échéancier·: «·Projet 1·», de 80·k€.",
            "1 project of 2 is behind its schedule: “Projet 1”, by €80k."
        );
        Says(
            "budget-projects",
            Facts(One),
            "Le seul projet, «·Projet 1·», a 80·k€ de retard sur son échéancier.",
            "The only project, “Projet 1”, is €80k behind its schedule."
        );
        var inTime = One.Paid(2, 80, Day(6, 1));
        Says(
            "budget-projects",
            Facts(inTime),
            "Le seul projet est à jour de son échéancier.",
            "The only project is up to date with its schedule."
        );
        Says(
            "budget-projects",
            Facts(inTime, Two.Paid(4, 100, Day(2, 1))),
            "Les 2·projets sont à jour de leur échéancier.",
            "All 2 projects are up to date with their schedules."
        );
    }

    [Fact]
    public void Missing_documents_tell_the_oldest_and_which_ones()
    {
        var given = new DatedDocument(DocumentKind.ServiceDone, At(6, 1), null);
        var one = One.Requested(2, 80, At(6, 29), documents: given);
        Says(
            "missing-documents",
            Facts(one),
            "1·paiement (80·k€) attend des pièces depuis 1·jour·: état des dépenses (1).",
            "1 payment (€80k) has waited for documents for 1 day: spending statement (1)."
        );
        Says(
            "missing-documents",
            Facts(one, Two.Requested(4, 50, At(4, 30))),
            "2·paiements (130·k€) attendent des pièces, le plus ancien depuis 61·jours·: état des dépenses (2), service fait (1).",
            "2 payments (€130k) wait for documents, the oldest for 61 days: spending statement (2), proof of service (1)."
        );
    }

    private static void Says(string chart, BudgetFacts facts, string french, string english)
    {
        Assert.Equal(french.Replace('·', '\u00A0').Replace('~', '\u202F'), Of(chart, facts, "fr-FR"));
        Assert.Equal(english, Of(chart, facts, "en-GB"));
    }

    private static string Of(string chart, BudgetFacts facts, string language) =>
        ChartCatalog
            .Budgets.Single(one => one.Name == chart)
            .Draw(facts, Scope(), new ChartStyle(ChartTheme.Light, CultureInfo.GetCultureInfo(language), 760, 400))
            .Takeaway;
}
