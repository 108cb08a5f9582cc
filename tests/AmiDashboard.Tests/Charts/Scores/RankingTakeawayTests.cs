using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Scores.Figures;
using static AmiDashboard.Charts.Scores.SpokenChart;
using static AmiDashboard.Scores.Figures.SomeScores;

namespace AmiDashboard.Charts.Scores;

public sealed class RankingTakeawayTests
{
    [Fact]
    public void Nothing_ranked_is_said_in_words() =>
        Says("ranking", Of(1), "Aucune candidature classée pour le moment.", "No application ranked yet.");

    [Theory]
    [InlineData(
        6,
        4,
        5,
        "6·places·: 4·candidatures y sont quel que soit le tirage, 5·se disputent les 2·autres.",
        "6 places: 4 applications are there whatever the draw, 5 compete for the other 2."
    )]
    [InlineData(
        2,
        1,
        3,
        "2·places·: 1·candidature y est quel que soit le tirage, 3·se disputent la dernière.",
        "2 places: 1 application is there whatever the draw, 3 compete for the last one."
    )]
    [InlineData(
        1,
        0,
        3,
        "1·place·: aucune candidature n’y est à coup sûr, 3·sont en balance.",
        "1 place: no application is surely there, 3 are in the balance."
    )]
    [InlineData(
        6,
        5,
        1,
        "6·places·: 5·candidatures y sont quel que soit le tirage, 1·est en balance.",
        "6 places: 5 applications are there whatever the draw, 1 is in the balance."
    )]
    [InlineData(
        6,
        6,
        0,
        "6·places·: 6·candidatures y sont quel que soit le tirage, aucune autre n’est en balance.",
        "6 places: 6 applications are there whatever the draw, no other is in the balance."
    )]
    public void Places_that_are_settled_are_told_from_those_at_stake(
        int places,
        int sure,
        int disputed,
        string french,
        string english
    ) =>
        Says(
            "ranking",
            Ranking(12) with
            {
                Places = places,
                Intervals = Intervals([
                    .. Enumerable
                        .Range(1, 12)
                        .Select(number =>
                            number <= sure ? (number, 1, places)
                            : number <= sure + disputed ? (number, places, places + 1)
                            : (number, places + 1, 12)
                        ),
                ]),
            },
            french,
            english
        );

    [Fact]
    public void Intervals_that_are_not_computed_yet_are_announced()
    {
        Says(
            "ranking",
            Ranking(3),
            "2·places, 3·candidatures classées~; intervalles en cours de calcul.",
            "2 places, 3 applications ranked; intervals are being computed."
        );
        Says(
            "ranking",
            Ranking(1),
            "2·places, 1·candidature classée~; intervalles en cours de calcul.",
            "2 places, 1 application ranked; intervals are being computed."
        );
    }

    [Fact]
    public void A_part_of_the_ranking_does_not_speak_of_places_at_stake()
    {
        Says(
            "ranking",
            Ranking(5),
            "3·candidatures affichées sur 5, dont 1 en rang utile (2·places).",
            "3 applications shown of 5, 1 of them within the 2 places.",
            Scope(filter: new() { Numbers = NumberSet.Of(2, 3, 4) })
        );
        Says(
            "ranking",
            Ranking(5),
            "1·candidature affichée sur 5, dont 0 en rang utile (2·places).",
            "1 application shown of 5, 0 of them within the 2 places.",
            Scope(filter: new() { Numbers = NumberSet.Of(4) })
        );
    }

    [Fact]
    public void Groups_without_a_common_scale_are_told()
    {
        var facts = Ranking(3);
        Says(
            "ranking",
            facts with
            {
                Ranking = facts.Ranking! with { Components = 2 },
            },
            "2·places, 3·candidatures classées~; intervalles en cours de calcul. Pas d’échelle commune·: 2·groupes de candidatures sans évaluateur commun.",
            "2 places, 3 applications ranked; intervals are being computed. No common scale: 2 groups of applications without a common reviewer."
        );
    }

    [Fact]
    public void The_table_has_every_number_of_a_line()
    {
        var facts = Of(1).With(Ranked(1, 2, 3, 5, 4)) with { Intervals = Intervals((1, 1, 4)) };
        var table = RankingTable.Of(
            RankingFigure.Of(facts, Scope()),
            new ChartText(System.Globalization.CultureInfo.GetCultureInfo("fr-FR"))
        );

        Assert.Equal([2, "1", "Projet 1", 4.00m, 4.13m, 3, "1–4", 3, .5m, null], Assert.Single(table.Rows).Cells);
        Assert.Equal(new() { Edition = 1, Numbers = NumberSet.Of(1) }, table.Rows[0].Rows);
    }

    private static ScoreFacts Ranking(int count) =>
        Of([.. Enumerable.Range(1, count)])
            .With([.. Enumerable.Range(1, count).Select(number => Ranked(number, number))]);
}
