using System.Collections.Immutable;
using AmiDashboard.Core.Applications;

namespace AmiDashboard.Core.Demonstration;

/// <summary>One dated, signed and reasoned step of an application of the demonstration.</summary>
/// <param name="At">UTC.</param>
/// <param name="By">Name of the persona who did it.</param>
public sealed record JourneyStep(Stage Stage, DateTime At, string Reason, string By);

/// <summary>The way from the deposit to a fate, each step allowed by <see cref="StageRules"/>.</summary>
internal static class Journey
{
    public static ImmutableArray<JourneyStep> Of(EditionCalendar calendar, Row row, Random random)
    {
        var eligibility = At(calendar.Closes.AddDays(1), random.Next(7), Personas.Dinsic);
        if (row.Fate is Fate.Ineligible)
        {
            return
            [
                eligibility(
                    Stage.Ineligible,
                    $"La forme juridique ({row.LegalForm}) n’est pas celle d’un opérateur direct du service public de l’État."
                ),
            ];
        }

        if (row.Fate is Fate.DepositedLate)
        {
            return [eligibility(Stage.Ineligible, "Dossier déposé après la clôture de l’appel.")];
        }

        var way = ImmutableArray.CreateBuilder<JourneyStep>();
        way.Add(eligibility(Stage.Eligible, "Opérateur direct du service public de l’État ; dossier complet."));
        way.Add(
            At(calendar.Closes.AddDays(1), 8 + random.Next(3), Personas.Dinsic2)(
                Stage.UnderReview,
                "Confié aux évaluateurs."
            )
        );
        if (row.Fate is Fate.UnderReview)
        {
            return way.ToImmutable();
        }

        if (row.Fate is Fate.Withdrawn)
        {
            way.Add(
                At(calendar.Withdrawals, random.Next(6), Personas.Dinsic)(
                    Stage.Withdrawn,
                    $"Retrait demandé par le porteur\u00A0: {row.Summary}"
                )
            );
            return way.ToImmutable();
        }

        var shortlist = At(calendar.Shortlist, random.Next(2), Personas.Ditp);
        if (row.Fate is Fate.NotSelected)
        {
            way.Add(shortlist(Stage.NotSelected, Pick(NotSelectedReasons, random)));
            return way.ToImmutable();
        }

        way.Add(shortlist(Stage.Shortlisted, "Retenu pour l’audition par le jury."));
        way.Add(
            row.Fate switch
            {
                Fate.Laureate => Result(Stage.Laureate, "Lauréat\u00A0: décision publiée."),
                Fate.ReserveList => Result(Stage.ReserveList, "Inscrit sur liste complémentaire après audition."),
                _ => Result(Stage.NotSelected, "Non retenu après audition."),
            }
        );
        return way.ToImmutable();

        Func<Stage, string, JourneyStep> At(DateOnly day, int workingDays, string by)
        {
            var instant = EditionCalendar.WorkingInstant(day, workingDays, random);
            return (stage, reason) => new JourneyStep(stage, instant, reason, by);
        }

        // All results are made public at the same hour.
        JourneyStep Result(Stage stage, string reason) =>
            new(stage, ParisTime.ToUtc(calendar.Results.ToDateTime(new TimeOnly(10, 0))), reason, Personas.Dinsic);
    }

    private static string Pick(string[] from, Random random) => from[random.Next(from.Length)];

    private static readonly string[] NotSelectedReasons =
    [
        "Données nécessaires insuffisamment accessibles.",
        "Équipe d’agents à consolider avant une prochaine édition.",
        "Bénéfices réels mais trop locaux pour l’appel.",
        "Pertinence technique à démontrer\u00A0: une solution classique suffirait.",
        "Risques éthiques insuffisamment pris en compte.",
    ];
}
