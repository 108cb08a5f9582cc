using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Scores;

namespace AmiDashboard.Core.Demonstration;

/// <summary>The three acts of an edition that was: jury, COPIL and SGPI say the same of those who were heard.</summary>
internal static class DemonstrationDecisions
{
    private const string Dinsic = Personas.Dinsic;
    private const string Sgpi = "Hélène Castaing";

    public static ImmutableArray<DemonstrationSession> Of(
        EditionCalendar calendar,
        IEnumerable<DemonstrationApplication> applications,
        Random random
    )
    {
        var heard = applications.Where(one => one.Journey.Any(step => step.Stage == Stage.Shortlisted)).ToList();
        var recused = heard.Find(one => one.Journey[^1].Stage == Stage.ReserveList);
        ImmutableArray<(int, Verdict, string, Money?)> decisions = [.. heard.Select(one => Decide(one, random))];
        return
        [
            Hold(DecidingBody.Jury, 15, Dinsic, recused?.Dossier.Number, decisions),
            Hold(DecidingBody.Copil, 8, Dinsic, null, decisions),
            Hold(DecidingBody.Sgpi, 1, Sgpi, null, decisions),
        ];

        DemonstrationSession Hold(
            DecidingBody body,
            int daysBefore,
            string by,
            int? recusedFrom,
            ImmutableArray<(int, Verdict, string, Money?)> decided
        )
        {
            var day = ParisTime.DayOf(EditionCalendar.WorkingInstant(calendar.Results.AddDays(-daysBefore), 0, random));
            var opened = ParisTime.ToUtc(day.ToDateTime(new TimeOnly(9, 30)));
            return new DemonstrationSession(
                body,
                day,
                opened,
                opened.AddHours(body == DecidingBody.Jury ? 6 : 2),
                by,
                Quorum: 3,
                Members(body),
                recusedFrom is { } number
                    ? [("Gwenaëlle Tréhorenteuc", number, "A conseillé le porteur il y a deux ans.")]
                    : [],
                Remarks(body),
                decided
            );
        }
    }

    private static ImmutableArray<(string, string, bool)> Members(DecidingBody body) =>
        body switch
        {
            DecidingBody.Jury =>
            [
                ("Gwenaëlle Tréhorenteuc", "Présidente, personnalité qualifiée", true),
                ("Idriss Novak", "École fictive du service public", true),
                ("Maud Cassagnol", "DITP", true),
                (Dinsic, "DINSIC", true),
                ("Aurélien Pastourel", "Université de Port-Lavande", false),
            ],
            DecidingBody.Copil =>
            [
                (Dinsic, "DINSIC", true),
                (Personas.Ditp, "DITP", true),
                (Sgpi, "SGPI", true),
                ("Youssef Arnaud", "Caisse des dépôts", true),
            ],
            _ => [(Sgpi, "SGPI", true), ("Roxane Belhomme", "SGPI", true), ("Laurent Ayrault-Fictif", "SGPI", true)],
        };

    private static string Remarks(DecidingBody body) =>
        body switch
        {
            DecidingBody.Jury =>
                "Le jury a entendu chaque équipe trente minutes. Les rangs disputés ont été discutés un à un.",
            DecidingBody.Copil => "Le comité valide la proposition du jury sans changement.",
            _ => "Les montants sont attribués dans la limite de l’enveloppe de l’édition.",
        };

    private static (int, Verdict, string, Money?) Decide(DemonstrationApplication application, Random random)
    {
        var asked =
            application
                .Dossier.Fields.FirstOrDefault(field => field.Label.StartsWith("Budget", StringComparison.Ordinal))
                ?.Number
            ?? 150_000m;
        return application.Journey[^1].Stage switch
        {
            Stage.Laureate => (
                application.Dossier.Number,
                Verdict.Laureate,
                "Bénéfices nets, équipe prête, données accessibles.",
                Money.FromEuros(Math.Round(asked * (.8m + (random.Next(5) * .05m)) / 5000m) * 5000m)
            ),
            Stage.ReserveList => (
                application.Dossier.Number,
                Verdict.ReserveList,
                "Bon projet ; à reprendre si une place se libère.",
                null
            ),
            _ => (application.Dossier.Number, Verdict.NotSelected, "Classé après les places disponibles.", null),
        };
    }
}
