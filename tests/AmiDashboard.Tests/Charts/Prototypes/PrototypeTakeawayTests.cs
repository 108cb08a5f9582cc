using System.Globalization;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using AmiDashboard.Prototypes.Figures;
using static AmiDashboard.Prototypes.Figures.SomePrototypes;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>The sentence under each title. Here « · » stands for a no-break space and « ~ » for a narrow one.</summary>
public sealed class PrototypeTakeawayTests
{
    private static PrototypeFact Late =>
        Project().Milestone(Day(3, 1)).Milestone(Day(9, 1), 30, 1).Reached(1, Day(3, 31));

    private static PrototypeFact InTime => Project(2).Milestone(Day(9, 1));

    private static PrototypeFact Finished => Project(3).Milestone(Day(3, 1)).Reached(1, Day(3, 1));

    [Fact]
    public void Nothing_is_said_in_words()
    {
        foreach (var chart in new[] { "prototype-plan", "weather" })
        {
            Says(chart, PrototypeFacts.None, "Aucun prototype lancé pour le moment.", "No prototype started yet.");
        }

        Says("milestone-burnup", PrototypeFacts.None, "Aucun jalon prévu pour le moment.", "No milestone planned yet.");
        Says(
            "support-hours",
            PrototypeFacts.None,
            "Aucune séance d’accompagnement prévue pour le moment.",
            "No session of support planned yet."
        );
    }

    [Fact]
    public void Plans_tell_who_is_expected_late_and_by_how_much()
    {
        Says(
            "prototype-plan",
            Facts(Late),
            "Le seul prototype en cours, «·Projet 1·», est attendu 30·jours après la fin prévue.",
            "The only prototype under way, “Projet 1”, is expected 30 days after its planned end."
        );
        Says(
            "prototype-plan",
            Facts(Late, InTime, Finished),
            "1·prototype sur 2 en cours est attendu après la fin prévue·: «·Projet 1·», de 30·jours.",
            "1 prototype of 2 under way is expected after its planned end: “Projet 1”, by 30 days."
        );
        Says(
            "prototype-plan",
            Facts(Late, Project(4).Milestone(Day(6, 20))),
            "2·prototypes sur 2 en cours sont attendus après la fin prévue, «·Projet 1·» le plus loin, de 30·jours~; 1·jalon échu n’est pas atteint.",
            "2 prototypes of 2 under way are expected after their planned end, “Projet 1” the furthest, by 30 days; 1 overdue milestone is not reached."
        );
    }

    [Fact]
    public void Plans_in_time_or_finished_say_so()
    {
        Says(
            "prototype-plan",
            Facts(InTime),
            "Le seul prototype en cours est attendu pour sa fin prévue.",
            "The only prototype under way is expected by its planned end."
        );
        Says(
            "prototype-plan",
            Facts(Finished),
            "Le seul prototype est terminé, sans retard.",
            "The only prototype is finished, without delay."
        );
        Says(
            "prototype-plan",
            Facts(Finished, Project(4).Milestone(Day(3, 1)).Reached(1, Day(3, 8))),
            "Les 2·prototypes sont terminés, dont 1 après la fin prévue.",
            "All 2 prototypes are finished, 1 of them after its planned end."
        );
    }

    [Fact]
    public void The_burn_up_tells_the_gap_in_points_and_in_days()
    {
        Says(
            "milestone-burnup",
            Facts(
                Project()
                    .Milestone(Day(3, 1))
                    .Milestone(Day(5, 1), 30, 1)
                    .Milestone(Day(9, 12), 60, 2)
                    .Reached(1, Day(3, 10))
            ),
            "Au 30 juin 2019, les jalons atteints valent 10·points sur 100 (10·%) pour 40 prévus à ce jour·: 30·points de retard, ou 60·jours. Le dernier jalon est attendu le 11 novembre 2019, pour un plan au 12 septembre 2019.",
            "By 30 June 2019, the milestones reached are worth 10 points of 100 (10%) against 40 planned by then: 30 points behind, or 60 days. The last milestone is expected on 11 November 2019, against a plan of 12 September 2019."
        );
        Says(
            "milestone-burnup",
            Facts(Project(3).Milestone(Day(3, 2)).Reached(1, Day(3, 3))),
            "Au 30 juin 2019, les jalons atteints valent 10·points sur 10 (100·%) pour 10 prévus à ce jour·: comme prévu. Le dernier jalon a été atteint le 3 mars 2019, pour un plan au 2 mars 2019.",
            "By 30 June 2019, the milestones reached are worth 10 points of 10 (100%) against 10 planned by then: as planned. The last milestone was reached on 3 March 2019, against a plan of 2 March 2019."
        );
    }

    [Fact]
    public void The_weather_tells_the_worst_first_and_what_is_stale()
    {
        Says(
            "weather",
            Facts(
                Project().Report(Weather.Storm, Day(5, 1), Day(6, 3)),
                Project(2).Report(Weather.Sun, Day(3, 1), Day(4, 3)),
                Project(4),
                Finished
            ),
            "Sur 3·prototypes en cours·: 1 en «·orage·», 1 en «·soleil·» et 1 sans météo~; 2 sont sans nouvelles depuis plus de 35·jours.",
            "Of 3 prototypes under way: 1 in “storm”, 1 in “sun” and 1 with no weather; 2 have not been heard of for more than 35 days."
        );
        Says(
            "weather",
            Facts(Finished),
            "Le seul prototype est terminé·: sa météo n’est plus attendue.",
            "The only prototype is finished: no more weather is awaited."
        );
    }

    [Fact]
    public void Support_tells_hours_held_against_those_planned_by_now()
    {
        var fact = Project()
            .Session(
                SupportTrack.Technical,
                new(SessionStep.Planned, Day(3, 10), 120, Day(2, 1)),
                new(SessionStep.Held, Day(3, 10), 90, Day(3, 11))
            );
        Says(
            "support-hours",
            Facts(fact.Session(SupportTrack.Strategic, new Step(SessionStep.Planned, Day(4, 10), 60, Day(2, 1)))),
            "Au 30 juin 2019, on a tenu 1,5·h d’accompagnement, pour un plan de 3·h à ce jour (technique 1,5 sur 2·h et stratégique 0 sur 1·h)~; 1·séance passée (1·h) reste à renseigner.",
            "By 30 June 2019, 1.5 h of support was held, against a plan of 3 h by then (technical 1.5 of 2 h and strategic 0 of 1 h); 1 past session (1 h) is still to be reported."
        );
    }

    [Fact]
    public void A_mark_tells_a_whole_line()
    {
        Assert.Equal(
            "Projet 1·: fin prévue le 1er septembre 2019, attendue le 1er octobre 2019 – 1·jalon atteint sur 2 – prochain·: Jalon 2, le 1er octobre 2019",
            Mark("prototype-plan", Late)
        );
        Assert.Equal(
            "Projet 1·: soleil, 88·j (périmée) – mars·19 soleil",
            Mark("weather", Project().Report(Weather.Sun, Day(3, 1), Day(4, 3)))
        );
    }

    private static string Mark(string chart, PrototypeFact fact) =>
        Of(chart, Facts(fact), "fr-FR").Areas[0].Label.Replace('\u00A0', '·');

    private static void Says(string chart, PrototypeFacts facts, string french, string english)
    {
        Assert.Equal(french.Replace('·', '\u00A0').Replace('~', '\u202F'), Of(chart, facts, "fr-FR").Takeaway);
        Assert.Equal(english, Of(chart, facts, "en-GB").Takeaway);
    }

    private static Drawing Of(string chart, PrototypeFacts facts, string language) =>
        ChartCatalog
            .Prototypes.Single(one => one.Name == chart)
            .Draw(facts, Scope(), new ChartStyle(ChartTheme.Light, CultureInfo.GetCultureInfo(language), 760, 400));
}
