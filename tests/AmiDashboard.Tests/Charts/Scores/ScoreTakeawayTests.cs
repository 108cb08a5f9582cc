using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Scores;
using AmiDashboard.Core.Scores.Figures;
using AmiDashboard.Core.Scores.Statistics;
using static AmiDashboard.Charts.Scores.SpokenChart;
using static AmiDashboard.Scores.Figures.SomeScores;

namespace AmiDashboard.Charts.Scores;

public sealed class ScoreTakeawayTests
{
    private static readonly ScoreFacts Scored = Of(1, 2) with
    {
        Submissions = [Submitted(1, 1, At(10, 1), null, 4, 1), Submitted(2, 1, At(10, 1), null, 4.5, 5)],
    };

    [Fact]
    public void Nothing_scored_is_said_in_words()
    {
        Says("score-distribution", Of(1), "Aucune note pour le moment.", "No score yet.");
        Says("score-heatmap", Of(1), "Aucune candidature classée pour le moment.", "No application ranked yet.");
        Says("reviewer-severity", Of(1), "Aucune évaluation rendue pour le moment.", "No review submitted yet.");
        Says(
            "application-profile",
            Of(1),
            "Choisissez une candidature évaluée pour voir son profil.",
            "Choose a reviewed application to see its profile."
        );
        Says(
            "agreement",
            Of(1),
            "L’accord se mesure dès qu’une candidature a deux évaluations.",
            "Agreement is measured once an application has two reviews."
        );
    }

    [Fact]
    public void The_distribution_names_the_highest_the_lowest_and_the_widest_criterion() =>
        Says(
            "score-distribution",
            Scored,
            "4·notes·: le critère le mieux noté est «·Bénéfices·» (4,25 en moyenne), le moins bien «·Pertinence technique·» (3,00)~; les notes se dispersent le plus sur «·Pertinence technique·» (écart type 2,00).",
            "4 scores: the criterion scored highest is “Bénéfices” (4.25 on average), lowest “Pertinence technique” (3.00); scores are furthest apart on “Pertinence technique” (standard deviation 2.00)."
        );

    [Fact]
    public void The_distribution_names_no_difference_that_is_not_there()
    {
        Says(
            "score-distribution",
            Scored with
            {
                Submissions = [Submitted(1, 1, At(10, 1), null, 4, null)],
            },
            "1·note sur «·Bénéfices·», 4,00 en moyenne.",
            "1 score on “Bénéfices”, 4.00 on average."
        );
        Says(
            "score-distribution",
            Scored with
            {
                Submissions = [Submitted(1, 1, At(10, 1), null, 4, 4)],
            },
            "2·notes·: tous les critères ont la même moyenne (4,00).",
            "2 scores: all criteria have the same mean (4.00)."
        );
    }

    [Fact]
    public void The_heatmap_names_the_criterion_that_tells_the_first_places_from_the_others()
    {
        Says(
            "score-heatmap",
            Of(1, 2, 3).With(Ranked(1, 1, null, 5, 4), Ranked(2, 2, null, 4, 4), Ranked(3, 3, null, 2.5, 3.5)),
            "Les 2·premières se distinguent le plus des autres sur «·Bénéfices·»·: 2,00·points de plus en moyenne.",
            "The first 2 differ most from the others on “Bénéfices”: 2.00 points above on average."
        );
        Says(
            "score-heatmap",
            Of(1, 2).With(Ranked(1, 1, null, 3, 2.5), Ranked(2, 2, null, 3, 4)) with
            {
                Places = 1,
            },
            "La première se distingue le plus des autres sur «·Pertinence technique·»·: 1,50·point de moins en moyenne.",
            "The first one differs most from the others on “Pertinence technique”: 1.50 points below on average."
        );
        Says(
            "score-heatmap",
            Of(1).With(Ranked(1, 1, null, 5, 4)),
            "1·candidature classée, rien à quoi la comparer.",
            "1 application ranked, nothing to compare it with."
        );
    }

    [Fact]
    public void Severity_tells_the_widest_gap_and_between_whom()
    {
        Says(
            Severity([new(1, .5, 3), new(2, -.84, 3), new(3, 0, 3)]),
            "Écart le plus large·: 1,34·point, entre Personne 1 (-0,50, le plus sévère) et Personne 2 (+0,84, le plus généreux). Le rang corrigé en tient compte.",
            "Widest gap: 1.34 points, between Personne 1 (-0.50, most severe) and Personne 2 (+0.84, most generous). The adjusted rank allows for it."
        );
        Says(
            Severity([new(1, 0, 3), new(2, 0.001, 3)]),
            "Les 2·évaluateurs notent avec la même sévérité.",
            "All 2 reviewers score with the same severity."
        );
        Says(
            Severity([new(1, 0, 3)]),
            "Un seul évaluateur, personne à qui le comparer.",
            "A single reviewer, nobody to compare with."
        );
    }

    [Fact]
    public void Severity_compares_nobody_without_a_common_scale() =>
        Says(
            Severity([new(1, .5, 3), new(2, -.84, 3)], components: 2),
            "Pas d’échelle commune·: 2·groupes de candidatures sans évaluateur commun. Les écarts ne se comparent qu’au sein d’un groupe.",
            "No common scale: 2 groups of applications without a common reviewer. Differences compare within a group only."
        );

    [Fact]
    public void A_profile_tells_on_how_many_criteria_the_median_is_reached_and_the_widest_gap()
    {
        var facts = Of(1, 2, 3).With(Ranked(1, 1, null, 5, 4), Ranked(2, 2, null, 4, 4), Ranked(3, 3, null, 2, 4));
        var scope = Scope(filter: new() { Numbers = NumberSet.Of(3) });
        Says(
            "application-profile",
            facts,
            "Avec les 2·premières pour repère, «·Projet 3·» atteint la médiane sur 1·critère sur 2~; plus grand écart·: «·Bénéfices·» (-2,50).",
            "Compared with the first 2, “Projet 3” reaches the median on 1 criterion of 2; widest gap: “Bénéfices” (-2.50).",
            scope
        );
        Says(
            "application-profile",
            facts with
            {
                Verdicts = ImmutableDictionary<int, Verdict>.Empty.Add(1, Verdict.Laureate),
            },
            "Avec la lauréate pour repère, «·Projet 3·» atteint la médiane sur 1·critère sur 2~; plus grand écart·: «·Bénéfices·» (-3,00).",
            "Compared with the laureate, “Projet 3” reaches the median on 1 criterion of 2; widest gap: “Bénéfices” (-3.00).",
            scope
        );
        Says(
            "application-profile",
            facts.With(Ranked(1, 1, null, 5, 4), Ranked(3, 3, null, 2, 3)),
            "Avec la première pour repère, «·Projet 3·» n’atteint la médiane sur aucun critère~; plus grand écart·: «·Bénéfices·» (-3,00).",
            "Compared with the first one, “Projet 3” reaches the median on no criterion; widest gap: “Bénéfices” (-3.00).",
            scope
        );
        Says(
            "application-profile",
            facts.With(Ranked(1, 1, null, 5, 4), Ranked(3, 3, null, 5, 4)),
            "Avec la première pour repère, «·Projet 3·» atteint la médiane sur 2·critères sur 2, sans aucun écart.",
            "Compared with the first one, “Projet 3” reaches the median on 2 criteria of 2, with no gap at all.",
            scope
        );
        Says(
            "application-profile",
            facts.With(Ranked(3, 3, null, 5, 4)),
            "Rien encore à quoi comparer «·Projet 3·».",
            "Nothing yet to compare “Projet 3” with.",
            scope
        );
    }

    [Theory]
    [InlineData(
        -.25,
        "Les évaluateurs s’accordent peu (-0,25 sur 1)·: le classement dépend trop de qui a évalué quoi pour départager à lui seul.",
        "Reviewers agree little (-0.25 of 1): the ranking depends too much on who reviewed what to decide by itself."
    )]
    [InlineData(
        .62,
        "Les évaluateurs s’accordent moyennement (0,62 sur 1)·: le classement donne une tendance, pas un ordre exact.",
        "Reviewers agree moderately (0.62 of 1): the ranking gives a tendency, not an exact order."
    )]
    [InlineData(
        .81,
        "Les évaluateurs s’accordent bien (0,81 sur 1)·: le classement est solide, sauf entre candidatures voisines.",
        "Reviewers agree well (0.81 of 1): the ranking is sound, except between neighbours."
    )]
    [InlineData(
        .95,
        "Les évaluateurs s’accordent très bien (0,95 sur 1)·: on peut se fier à l’ordre du classement.",
        "Reviewers agree very well (0.95 of 1): the order of the ranking can be trusted."
    )]
    [InlineData(
        null,
        "L’accord n’est pas encore mesurable·: il faut plusieurs candidatures, chacune évaluée par plusieurs personnes, et des notes qui diffèrent.",
        "Agreement cannot be measured yet: it takes several applications, each reviewed by several people, and scores that differ."
    )]
    public void Agreement_says_what_it_means_for_the_ranking(double? icc2k, string french, string english) =>
        Says(
            "agreement",
            Of(1) with
            {
                Agreement = new(.1, icc2k, .99, 2, 1, 2, []),
                Submissions = [Submitted(1, 1, At(10, 1), null, 4, 1), Submitted(1, 2, At(10, 1), null, 4, 1)],
            },
            french,
            english
        );

    private static Func<ChartText, string> Severity(ImmutableArray<ReviewerSeverity> severities, int components = 1)
    {
        var facts = Of(1).With(Ranked(1, 1));
        facts = facts with
        {
            Ranking = facts.Ranking! with { Components = components },
            Submissions = [.. severities.Select(severity => Submitted(1, severity.Reviewer, At(10, 1), null, 4, 4))],
        };
        return text => SeverityTakeaway.Of(ReviewerSeverities.Of(facts, Scope(At(10, 8)), severities), text);
    }
}
