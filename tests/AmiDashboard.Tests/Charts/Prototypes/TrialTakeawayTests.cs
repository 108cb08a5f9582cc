using System.Globalization;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using static AmiDashboard.Prototypes.Figures.SmallPrototype;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>The sentence under each title. Here « · » stands for a no-break space and « ~ » for a narrow one.</summary>
public sealed class TrialTakeawayTests
{
    [Fact]
    public void Nothing_is_said_in_words()
    {
        Says("trial-people", "Aucun essai tenu ni prévu pour le moment.", "No trial held or planned yet.");
        Says("satisfaction", "Aucun essai tenu pour le moment.", "No trial held yet.");
        Says(
            "risks",
            "Aucun risque signalé dans les derniers bilans publiés.",
            "No risk reported in the last published reports."
        );
        Says("maturity", "Aucun prototype pour le moment.", "No prototype yet.");
    }

    [Fact]
    public void People_are_told_by_audience_and_with_those_to_come()
    {
        Says(
            "trial-people",
            "Au 30 juin 2019, 42·personnes ont essayé un prototype, dans 1·projet·: 12·agents et 30·administrés~; 40·personnes sont attendues, dès septembre 2019.",
            "By 30 June 2019, 42 people have tried a prototype, in 1 project: 12 agents and 30 citizens; 40 people are expected, from September 2019.",
            Prototype(1).Tried(Day(5, 10), 12).Tried(Day(6, 20), 30, Audience.Citizens).WillTry(Day(9, 1), 40)
        );
        Says(
            "trial-people",
            "Au 30 juin 2019, 1·personne a essayé un prototype~; aucun autre essai n’est prévu.",
            "By 30 June 2019, 1 person has tried a prototype; no other trial is planned.",
            Prototype(1).Tried(Day(5, 10), 1)
        );
        Says(
            "trial-people",
            "Au 30 juin 2019, personne n’a encore essayé de prototype~; 40·personnes sont attendues, dès juin 2019.",
            "By 30 June 2019, nobody has tried a prototype yet; 40 people are expected, from June 2019.",
            Prototype(1).WillTry(Day(5, 1), 40)
        );
    }

    [Fact]
    public void Usability_tells_how_many_reach_the_usual_mean_and_the_lowest()
    {
        var low = Prototype(1).Tried(Day(5, 10), 12, result: Result(usability: [Answer(50), Answer(55)]));
        Says(
            "satisfaction",
            "Un seul essai est noté·: «·Projet 1·», 52,5 (correct), pour une moyenne usuelle du score SUS de 68.",
            "Only one trial has a score: “Projet 1”, 52.5 (OK), against a usual SUS mean of 68.",
            low
        );
        Says(
            "satisfaction",
            "1·essai noté sur 2 atteint 68, la moyenne usuelle du score SUS~; le plus bas·: «·Projet 1·», 52,5 (correct).",
            "1 trial of 2 with a score reaches 68, the usual SUS mean; the lowest: “Projet 1”, 52.5 (OK).",
            low,
            Prototype(2).Tried(Day(5, 10), 12, result: Result(usability: Answer(80)))
        );
        Says(
            "satisfaction",
            "1·essai tenu, sans réponse au questionnaire SUS.",
            "1 trial held, without an answer to the SUS questionnaire.",
            Prototype(1).Tried(Day(5, 10), 12)
        );
    }

    [Fact]
    public void Risks_tell_how_many_are_critical_and_the_strongest() =>
        Says(
            "risks",
            "2·risques signalés par 1·projet, 1 est critique~; le plus fort·: «·Accès aux données·» (Projet 1).",
            "2 risks reported by 1 project, 1 is critical; the strongest: “Accès aux données” (Projet 1).",
            Prototype(1)
                .Reported(
                    5,
                    Weather.Cloud,
                    At(5, 31),
                    new Risk("Calendrier", 2, 2, null),
                    new Risk("Accès aux données", 4, 3, null)
                )
        );

    [Fact]
    public void Readiness_tells_what_is_usable_what_is_tried_and_where_a_level_is_missing()
    {
        var framed = Prototype(1).Proved(ReadinessLevel.Framed, At(2, 1));
        Says(
            "maturity",
            "1·projet·: aucun n’est encore utilisable, aucun n’est essayé.",
            "1 project: none is usable yet, none is tried.",
            framed
        );
        var tried = Enum.GetValues<ReadinessLevel>()
            .Take(5)
            .Aggregate(Prototype(2), (fact, level) => fact.Proved(level, At(2, 1)));
        Says(
            "maturity",
            "2·projets·: 1 est utilisable ou au-delà, 1 est essayé ou au-delà. 1·projet a un niveau prouvé au-dessus d’un niveau sans preuve.",
            "2 projects: 1 is usable or beyond, 1 is tried or beyond. 1 project has proof of a level above one without.",
            framed.Proved(ReadinessLevel.Tried, At(2, 1)),
            tried
        );
    }

    [Fact]
    public void A_mark_says_in_words_what_its_shape_and_its_line_say()
    {
        var fact = Prototype(1)
            .Tried(Day(5, 10), 12, Audience.Citizens, Result(usability: [Answer(50), Answer(55)]))
            .Reported(5, Weather.Cloud, At(5, 31), new Risk("Accès", 4, 3, null))
            .Proved(ReadinessLevel.Framed, At(2, 1))
            .Proved(ReadinessLevel.ModelMeasured, At(2, 1));

        Assert.Equal(
            Spaced(
                "Projet 1, 10 mai 2019, administrés·: score SUS 52,5 (correct), intervalle de 36,7 à 68,3, 2·réponses"
            ),
            Assert.Single(Draw("satisfaction", "fr-FR", fact).Areas).Label
        );
        Assert.Equal(
            Spaced("Probabilité 4, impact 3 (critique)·: 1·risque, 1·projet"),
            Assert.Single(Draw("risks", "fr-FR", fact).Areas).Label
        );
        Assert.Equal(
            Spaced("Projet 1·: Cadré (1·preuve), Données prêtes (aucune preuve), Modèle mesuré (1·preuve)"),
            Assert.Single(Draw("maturity", "fr-FR", fact).Areas).Label
        );
        Assert.Equal(
            Spaced("mai 2019·: aucun agent, 12·administrés – 1·projet"),
            Assert.Single(Draw("trial-people", "fr-FR", fact).Areas).Label
        );
    }

    private static void Says(string chart, string french, string english, params PrototypeFact[] facts)
    {
        Assert.Equal(Spaced(french), Draw(chart, "fr-FR", facts).Takeaway);
        Assert.Equal(english, Draw(chart, "en-GB", facts).Takeaway);
    }

    private static string Spaced(string text) => text.Replace('·', '\u00A0').Replace('~', '\u202F');

    private static Drawing Draw(string chart, string language, params PrototypeFact[] facts) =>
        ChartCatalog
            .Prototypes.Single(one => one.Name == chart)
            .Draw(
                Facts(facts),
                Scope(At(6, 30)),
                new ChartStyle(ChartTheme.Light, CultureInfo.GetCultureInfo(language), 760, 400)
            );
}
