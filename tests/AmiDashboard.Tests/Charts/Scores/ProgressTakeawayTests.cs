using AmiDashboard.Core.Scores.Figures;
using static AmiDashboard.Charts.Scores.SpokenChart;
using static AmiDashboard.Scores.Figures.SomeScores;

namespace AmiDashboard.Charts.Scores;

public sealed class ProgressTakeawayTests
{
    [Fact]
    public void Nothing_asked_for_is_said_in_words()
    {
        Says("review-progress", Of(1), "Aucune évaluation demandée pour le moment.", "No review asked for yet.");
        Says("reviewer-progress", Of(1), "Aucune évaluation demandée pour le moment.", "No review asked for yet.");
        var ended = Of(1) with { Assignments = [Assigned(1, 1, At(9, 24), At(9, 25))] };
        Says("review-progress", ended, "Aucune évaluation demandée pour le moment.", "No review asked for yet.");
    }

    [Fact]
    public void Before_the_due_day_what_is_left_is_expected()
    {
        Says(
            "review-progress",
            Asked(276, 214),
            "214·évaluations rendues sur 276 (78·%), 62·attendues d’ici au 12 octobre 2018.",
            "214 reviews submitted of 276 (78%), 62 expected by 12 October 2018."
        );
        Says(
            "review-progress",
            Asked(2, 1),
            "1·évaluation rendue sur 2 (50·%), 1·attendue d’ici au 12 octobre 2018.",
            "1 review submitted of 2 (50%), 1 expected by 12 October 2018."
        );
        Says(
            "review-progress",
            Asked(3, 0),
            "Aucune évaluation rendue sur 3, 3·attendues d’ici au 12 octobre 2018.",
            "No review submitted of 3, 3 expected by 12 October 2018."
        );
    }

    [Fact]
    public void After_the_due_day_what_is_left_is_late()
    {
        var later = Scope(At(10, 13));
        Says(
            "review-progress",
            Asked(4, 2),
            "2·évaluations rendues sur 4 (50·%)~; 2·en retard, attendues pour le 12 octobre 2018.",
            "2 reviews submitted of 4 (50%); 2 are late, expected by 12 October 2018.",
            later
        );
        Says(
            "review-progress",
            Asked(4, 3),
            "3·évaluations rendues sur 4 (75·%)~; 1·en retard, attendue pour le 12 octobre 2018.",
            "3 reviews submitted of 4 (75%); 1 is late, expected by 12 October 2018.",
            later
        );
    }

    [Fact]
    public void Without_a_due_day_what_is_left_is_left()
    {
        Says(
            "review-progress",
            Asked(4, 2) with
            {
                ReviewsDueOn = null,
            },
            "2·évaluations rendues sur 4 (50·%), 2·restent à rendre.",
            "2 reviews submitted of 4 (50%), 2 are left to submit."
        );
        Says(
            "review-progress",
            Asked(4, 3) with
            {
                ReviewsDueOn = null,
            },
            "3·évaluations rendues sur 4 (75·%), 1·reste à rendre.",
            "3 reviews submitted of 4 (75%), 1 is left to submit."
        );
    }

    [Fact]
    public void All_submitted_is_said_without_a_day()
    {
        Says(
            "review-progress",
            Asked(4, 4),
            "Les 4·évaluations demandées sont toutes rendues.",
            "All 4 reviews asked for are submitted."
        );
        Says(
            "review-progress",
            Asked(1, 1),
            "La seule évaluation demandée est rendue.",
            "The only review asked for is submitted."
        );
    }

    [Fact]
    public void Who_has_most_left_is_named()
    {
        var facts = Of(1, 2, 3) with
        {
            Assignments = [Assigned(1, 1, At(9, 24)), Assigned(2, 1, At(9, 24)), Assigned(3, 2, At(9, 24))],
        };
        Says(
            "reviewer-progress",
            facts,
            "3·évaluations à rendre par 2·évaluateurs~; le plus pour Personne 1 (2).",
            "3 reviews to submit by 2 reviewers; most of them by Personne 1 (2)."
        );
        Says(
            "reviewer-progress",
            facts with
            {
                Assignments = facts.Assignments[1..],
            },
            "2·évaluations à rendre par 2·évaluateurs~; 2 d’entre eux en ont le plus, 1 chacun.",
            "2 reviews to submit by 2 reviewers; 2 of them have most, 1 each."
        );
    }

    [Fact]
    public void The_last_one_with_something_left_is_named_alone()
    {
        Says(
            "reviewer-progress",
            Of(1, 2) with
            {
                Assignments = [Assigned(1, 99, At(9, 24)), Assigned(2, 99, At(9, 24))],
            },
            "2·évaluations restent à rendre, toutes par Évaluateur 99.",
            "2 reviews are left to submit, all by Reviewer 99."
        );
        Says(
            "reviewer-progress",
            Asked(3, 2),
            "Une seule évaluation reste à rendre, par Personne 3.",
            "A single review is left to submit, by Personne 3."
        );
    }

    [Fact]
    public void Reviewers_who_have_submitted_everything_are_counted()
    {
        Says(
            "reviewer-progress",
            Asked(1, 1),
            "Le seul évaluateur a tout rendu.",
            "The only reviewer has submitted everything."
        );
        Says(
            "reviewer-progress",
            Asked(3, 3),
            "Les 3·évaluateurs ont tout rendu.",
            "All 3 reviewers have submitted everything."
        );
    }

    /// <summary>One review an application, each by a reviewer of its own.</summary>
    private static ScoreFacts Asked(int asked, int submitted) =>
        Of([.. Enumerable.Range(1, asked)]) with
        {
            Assignments = [.. Enumerable.Range(1, asked).Select(number => Assigned(number, number, At(9, 24)))],
            Submissions =
            [
                .. Enumerable.Range(1, submitted).Select(number => Submitted(number, number, At(10, 1), null, 3, 3)),
            ],
        };
}
