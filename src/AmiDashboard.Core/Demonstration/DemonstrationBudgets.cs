using System.Collections.Immutable;
using AmiDashboard.Core.Scores;

namespace AmiDashboard.Core.Demonstration;

/// <summary>
/// The money of the demonstration: two editions paid, six of whose conventions were prolonged until today, and the envelope
/// of the third. The envelope of the second edition is published (3.5 M€ and 0.5 M€), all else is invented.
/// </summary>
public static class DemonstrationBudgets
{
    private const string Sgpi = "Hélène Castaing";

    /// <summary>In the order of their instants.</summary>
    public static ImmutableArray<BudgetEvent> Events { get; } =
    [
        .. Envelopes()
            .Concat(Projects(EditionCalendar.First))
            .Concat(Projects(EditionCalendar.Second))
            .OrderBy(one => one.At),
    ];

    private static IEnumerable<BudgetEvent> Envelopes()
    {
        var (first, second, third) = (EditionCalendar.First, EditionCalendar.Second, EditionCalendar.Third);
        yield return Give(first, first.Opens, 1_700_000, "Enveloppe de la première édition (montant inventé)");
        yield return Charge(first, new DateOnly(2018, 12, 28), 34_000);
        yield return Charge(first, new DateOnly(2019, 12, 27), 17_000);
        yield return Give(second, second.Opens, 3_500_000, "Enveloppe de la deuxième édition");
        yield return Give(second, new DateOnly(2019, 6, 12), 500_000, "Redéploiement au profit de la deuxième édition");
        yield return Charge(second, new DateOnly(2019, 12, 27), 60_000);
        yield return Charge(second, new DateOnly(2020, 12, 28), 20_000);
        yield return Give(third, third.Opens, 1_500_000, "Enveloppe de la troisième édition (fictive)");
        yield return Charge(third, new DateOnly(2026, 6, 30), 15_000);
    }

    private static BudgetEvent.Envelope Give(EditionCalendar edition, DateOnly day, int euros, string reason) =>
        new(At(day, 9), Sgpi, edition.Number, Money.FromEuros(euros), reason);

    private static BudgetEvent.Fee Charge(EditionCalendar edition, DateOnly day, int euros) =>
        new(
            At(day, 16),
            ProjectMoneyStory.Preparer,
            edition.Number,
            Money.FromEuros(euros),
            "Frais de gestion de l’année"
        );

    private static IEnumerable<BudgetEvent> Projects(EditionCalendar calendar)
    {
        var session = DemonstrationScores
            .All.Single(one => one.Edition == calendar.Number)
            .Sessions.Single(one => one.Body == DecidingBody.Sgpi);
        yield return new BudgetEvent.Grants(session.ClosedAt, session.By, calendar.Number);
        var random = new Random(5000 + calendar.Number);
        var laureates = session.Decisions.Where(one => one.Verdict == Verdict.Laureate).OrderBy(one => one.Number);
        foreach (var (decision, index) in laureates.Select((one, index) => (one, index)))
        {
            var organisation = Programme
                .Applications.Single(one => one.Dossier.Number == decision.Number)
                .Dossier.Applicant.Organisation;
            var story = new ProjectMoneyStory(
                decision.Number,
                organisation ?? $"Bénéficiaire {decision.Number}",
                decision.Amount!.Value,
                session.HeldOn,
                index,
                calendar.Number == EditionCalendar.Second.Number && index >= 9 ? index - 9 : null,
                random
            );
            foreach (var one in story.Tell())
            {
                yield return one;
            }
        }
    }

    private static DateTime At(DateOnly day, int hour) => ParisTime.ToUtc(day.ToDateTime(new TimeOnly(hour, 0)));
}
