using System.Collections.Immutable;
using AmiDashboard.Core.Budgets;

namespace AmiDashboard.Core.Demonstration;

/// <summary>
/// What became of one laureate's money: committed, contracted, paid in three parts with the usual delays, and closed; or
/// prolonged by an amendment, and then as far as the days before today have come.
/// </summary>
/// <param name="index">Its place among the laureates of its edition: which of the unusual things happened to it.</param>
/// <param name="prolonged">Its place among the prolonged, 0 to 5; null where it was closed in its time.</param>
internal sealed class ProjectMoneyStory(
    int number,
    string beneficiary,
    Money amount,
    DateOnly grantedOn,
    int index,
    int? prolonged,
    Random random
)
{
    internal const string Preparer = "Solène Quintard (CDC)";
    internal const string Validator = "Bastien Orsel (CDC)";
    private const string Team = "Équipe projet";
    private const string Advance = "Avance à la signature";
    private const string Middle = "Acompte sur prototype";
    private const string Last = "Solde";

    private static readonly ImmutableArray<DocumentKind> OfMiddle =
    [
        DocumentKind.SpendingStatement,
        DocumentKind.Deliverable,
    ];

    private static readonly ImmutableArray<DocumentKind> OfLast =
    [
        DocumentKind.SpendingStatement,
        DocumentKind.ServiceDone,
    ];

    public IEnumerable<BudgetEvent> Tell()
    {
        var committed = Working(grantedOn.AddDays(18 + (index * 2)));
        // One was signed late: its number was a warning for weeks.
        var signed = Working(committed.AddDays(index == 3 ? 74 : 24 + random.Next(12)));
        var middle = Working(signed.AddMonths(6));
        var last = Working(signed.AddMonths(13));
        var schedule = Schedule(signed.AddDays(30), middle, last);
        yield return new BudgetEvent.Commitment(At(committed, 10), Preparer, number, amount);
        yield return new BudgetEvent.Draft(
            At(committed, 11),
            Preparer,
            number,
            beneficiary,
            $"CDC-{grantedOn.Year}-{number % 1000:000}",
            amount,
            index % 4 == 1 ? Money.FromEuros(15_000) : Money.Zero,
            schedule
        );
        yield return new BudgetEvent.Document(
            At(signed, 9),
            Preparer,
            number,
            null,
            DocumentKind.SignedConvention,
            "Convention signée"
        );
        yield return new BudgetEvent.Signature(At(signed, 10), Preparer, number);
        foreach (var one in Paid(Advance, [], Working(signed.AddDays(36)), isReturned: index == 1))
        {
            yield return one;
        }

        var slip = random.Next(4) * 21;
        foreach (var one in Slipped(Middle, middle, slip, "Livraison du prototype décalée à la demande de l’équipe"))
        {
            yield return one;
        }

        foreach (var one in Paid(Middle, OfMiddle, Working(middle.AddDays(slip)), isReturned: false))
        {
            yield return one;
        }

        foreach (var one in prolonged is { } which ? Prolonged(which, last) : Closed(last.AddDays(slip / 2)))
        {
            yield return one;
        }
    }

    private ImmutableArray<PlannedInstalment> Schedule(DateOnly first, DateOnly middle, DateOnly last)
    {
        var (advance, second) = (Part(30), Part(40));
        return
        [
            new(InstalmentKind.Advance, Advance, advance, first, []),
            new(InstalmentKind.Instalment, Middle, second, middle, OfMiddle, "Prototype livré"),
            new(InstalmentKind.Balance, Last, amount - advance - second, last, OfLast, "Essai avec des usagers"),
        ];
    }

    private Money Part(int percent) => new(amount.Cents * percent / 100);

    private IEnumerable<BudgetEvent> Slipped(string label, DateOnly planned, int days, string reason)
    {
        if (days > 30)
        {
            yield return new BudgetEvent.Forecast(
                At(Working(planned.AddDays(-20)), 15),
                Preparer,
                number,
                label,
                planned.AddDays(days),
                reason
            );
        }
    }

    private IEnumerable<BudgetEvent> Paid(
        string label,
        ImmutableArray<DocumentKind> documents,
        DateOnly paid,
        bool isReturned
    )
    {
        foreach (var one in Asked(label, documents, Working(paid.AddDays(-21))))
        {
            yield return one;
        }

        foreach (var one in Validated(label, Working(paid.AddDays(-12))))
        {
            yield return one;
        }

        yield return Move(paid, 14, Validator, label, PaymentState.Paid, reference: Reference(paid));
        if (!isReturned)
        {
            yield break;
        }

        var back = Working(paid.AddDays(6));
        yield return Move(back, 9, Preparer, label, PaymentState.Returned, "Compte bancaire clos");
        foreach (var one in Paid(label, documents, Working(back.AddDays(30)), isReturned: false))
        {
            yield return one;
        }
    }

    private IEnumerable<BudgetEvent> Asked(string label, ImmutableArray<DocumentKind> documents, DateOnly day)
    {
        yield return new BudgetEvent.Request(At(day, 9), Team, number, label);
        foreach (var kind in documents)
        {
            yield return new BudgetEvent.Document(At(day, 10), Team, number, label, kind, Named(kind));
        }
    }

    private IEnumerable<BudgetEvent> Validated(string label, DateOnly day)
    {
        yield return Move(day, 9, Preparer, label, PaymentState.DocumentsComplete);
        yield return Move(Working(day.AddDays(2)), 10, Preparer, label, PaymentState.Prepared);
        yield return Move(Working(day.AddDays(5)), 11, Validator, label, PaymentState.Validated);
    }

    private IEnumerable<BudgetEvent> Closed(DateOnly day)
    {
        // One spent less than it was promised: its last part is given back.
        if (index != 4)
        {
            foreach (var one in Paid(Last, OfLast, Working(day), isReturned: false))
            {
                yield return one;
            }
        }

        var closed = Working(day.AddDays(40));
        yield return new BudgetEvent.Comment(
            At(closed, 14),
            Preparer,
            number,
            index == 4 ? "Solde non demandé : dépenses moindres que prévu." : "Convention soldée."
        );
        yield return new BudgetEvent.Closing(At(closed, 15), Preparer, number, "Solde de la convention");
    }

    /// <summary>A last part moved to today's year, at six different points of its way.</summary>
    private IEnumerable<BudgetEvent> Prolonged(int which, DateOnly last)
    {
        var planned = new DateOnly(2026, 6, 30).AddDays(30 * which);
        var rest = amount - Part(30) - Part(40);
        yield return new BudgetEvent.Amendment(
            At(Working(last.AddDays(-30)), 15),
            Preparer,
            number,
            [new(InstalmentKind.Balance, Last, rest, planned, OfLast, "Évaluation avant généralisation")],
            "Prolongation jusqu’à l’évaluation avant généralisation"
        );
        yield return new BudgetEvent.Comment(
            At(new DateOnly(2026, 4, 14), 10),
            Preparer,
            number,
            "Prolongée jusqu’à l’évaluation avant généralisation (situation inventée)."
        );
        IEnumerable<BudgetEvent> now = which switch
        {
            1 => [.. Asked(Last, OfLast, new(2026, 8, 31)), .. Validated(Last, new(2026, 9, 9)).Take(2)],
            2 => Asked(Last, [DocumentKind.SpendingStatement], new(2026, 10, 12)),
            3 => [.. Asked(Last, OfLast, new(2026, 10, 26)), .. Validated(Last, new(2026, 11, 3)).Take(2)],
            4 => [.. Asked(Last, OfLast, new(2026, 10, 20)), .. Validated(Last, new(2026, 11, 5))],
            5 => Slipped(Last, planned, 75, "Évaluation reportée au printemps"),
            _ => [],
        };
        foreach (var one in now)
        {
            yield return one;
        }
    }

    private BudgetEvent.Move Move(
        DateOnly day,
        int hour,
        string by,
        string label,
        PaymentState to,
        string? reason = null,
        string? reference = null
    ) => new(At(day, hour), by, number, label, to, reason, reference);

    private string Reference(DateOnly day) => $"VIR-{day:yyyyMMdd}-{number}";

    private static string Named(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.SpendingStatement => "État récapitulatif des dépenses",
            DocumentKind.Deliverable => "Dossier du prototype",
            DocumentKind.ServiceDone => "Attestation de service fait",
            _ => "Pièce",
        };

    private static DateOnly Working(DateOnly day) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(2),
            DayOfWeek.Sunday => day.AddDays(1),
            _ => day,
        };

    private static DateTime At(DateOnly day, int hour) => ParisTime.ToUtc(day.ToDateTime(new TimeOnly(hour, 0)));
}
