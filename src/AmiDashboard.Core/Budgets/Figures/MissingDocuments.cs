using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Budgets.Figures;

/// <summary>Payments requested that still lack a document that their instalment asks for, by the days since the request.</summary>
/// <param name="Classes">Every class, youngest first, the empty ones too.</param>
public sealed record MissingDocuments(FigureScope Scope, ImmutableArray<AgeClass> Classes)
{
    /// <summary>Last day of each class but the last, which has none.</summary>
    private static readonly int[] Limits = [15, 30, 60];

    /// <summary>Oldest first.</summary>
    public ImmutableArray<WaitingPayment> Payments =>
        [.. Classes.SelectMany(one => one.Payments).OrderByDescending(one => one.Days).ThenBy(one => one.Payment.Id)];

    public static MissingDocuments Of(BudgetFacts facts, FigureScope scope)
    {
        ArgumentNullException.ThrowIfNull(facts);
        WaitingPayment[] waiting =
        [
            .. facts
                .Admitted(scope)
                .SelectMany(project =>
                    project.Payments.Select(payment => WaitingPayment.Of(project, payment, scope.AsOf))
                )
                .OfType<WaitingPayment>(),
        ];
        return new(
            scope,
            [
                .. Enumerable
                    .Range(0, Limits.Length + 1)
                    .Select(index =>
                    {
                        var from = index == 0 ? 0 : Limits[index - 1] + 1;
                        int? to = index == Limits.Length ? null : Limits[index];
                        WaitingPayment[] some = [.. waiting.Where(one => one.Days >= from && !(one.Days > to))];
                        return new AgeClass(from, to, [.. some], ProjectSet.Of(scope, some.Select(one => one.Number)));
                    }),
            ]
        );
    }
}

/// <summary>Days since the request, both limits included.</summary>
/// <param name="To">Null for no limit.</param>
public sealed record AgeClass(int From, int? To, ImmutableArray<WaitingPayment> Payments, ProjectSet Projects)
{
    public Money Amount => Money.Sum(Payments.Select(one => one.Payment.Amount));

    /// <summary>How many of its payments lack a document of a kind.</summary>
    public int Lacking(DocumentKind kind) => Payments.Count(one => one.Missing.Contains(kind));
}

/// <summary>A payment that waits for documents.</summary>
/// <param name="RequestedOn">Paris day.</param>
/// <param name="Days">Whole days from the request to the figure's day.</param>
/// <param name="Missing">At least one.</param>
public sealed record WaitingPayment(
    int Number,
    string Title,
    InstalmentFact Instalment,
    PaymentFact Payment,
    DateOnly RequestedOn,
    int Days,
    ImmutableArray<DocumentKind> Missing
)
{
    /// <summary>Null where the payment lacks nothing, or waits no more.</summary>
    internal static WaitingPayment? Of(ProjectBudget project, PaymentFact payment, DateTime asOf)
    {
        if (
            payment.StateAt(asOf) != PaymentState.Requested
            || project.Instalments.FirstOrDefault(one => one.Id == payment.InstalmentId) is not { } instalment
        )
        {
            return null;
        }

        var missing = PaymentRules.Missing(
            instalment.Required,
            payment.Documents.Where(document => document.CountsAt(asOf)).Select(document => document.Kind)
        );
        var requestedOn = ParisTime.DayOf(payment.Steps[0].At);
        return missing.Count == 0
            ? null
            : new(
                project.Number,
                project.Title,
                instalment,
                payment,
                requestedOn,
                ParisTime.DayOf(asOf).DayNumber - requestedOn.DayNumber,
                [.. missing]
            );
    }
}
