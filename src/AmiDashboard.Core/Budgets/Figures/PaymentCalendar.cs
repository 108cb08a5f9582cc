using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Budgets.Figures;

/// <summary>
/// Payments by month: paid in it, due in it, or due in it and overdue. One is due on the day that its complete documents
/// gave it, before that on the day that its instalment is forecast for; what of an instalment nobody has requested yet
/// counts as one.
/// </summary>
/// <param name="Day">The Paris day of the scope's instant; what was due before it is overdue.</param>
/// <param name="Months">Those with a payment, in order.</param>
public sealed record PaymentCalendar(FigureScope Scope, DateOnly Day, ImmutableArray<PaymentMonth> Months)
{
    public PaymentSum Due => PaymentSum.Of(Scope, Months.Select(month => month.Due));

    public PaymentSum Overdue => PaymentSum.Of(Scope, Months.Select(month => month.Overdue));

    public PaymentSum Paid => PaymentSum.Of(Scope, Months.Select(month => month.Paid));

    public static PaymentCalendar Of(BudgetFacts facts, FigureScope scope)
    {
        var payments = ProjectStanding
            .Of(facts, scope)
            .SelectMany(standing => PaymentsOf(standing, scope.AsOf))
            .ToList();
        var day = ParisTime.DayOf(scope.AsOf);
        return new(
            scope,
            day,
            [
                .. payments
                    .GroupBy(payment => Period.MonthOf(Horizon.Clamp(payment.On, day)))
                    .OrderBy(month => month.Key.From)
                    .Select(month => new PaymentMonth(
                        month.Key,
                        Sum(month, PaymentKind.Due),
                        Sum(month, PaymentKind.Overdue),
                        Sum(month, PaymentKind.Paid)
                    )),
            ]
        );

        PaymentSum Sum(IEnumerable<DatedPayment> all, PaymentKind kind)
        {
            DatedPayment[] some = [.. all.Where(one => one.Kind == kind)];
            return new(
                some.Length,
                Money.Sum(some.Select(one => one.Amount)),
                ProjectSet.Of(scope, some.Select(one => one.Number))
            );
        }
    }

    private static IEnumerable<DatedPayment> PaymentsOf(ProjectStanding standing, DateTime asOf) =>
        standing
            .Project.Payments.Where(one => one.StateAt(asOf) == PaymentState.Paid && one.PaidOn <= standing.Day)
            .Select(one => new DatedPayment(standing.Number, PaymentKind.Paid, one.PaidOn!.Value, one.Amount))
            .Concat(
                standing.Expected.Select(one => new DatedPayment(
                    standing.Number,
                    one.IsOverdue ? PaymentKind.Overdue : PaymentKind.Due,
                    one.DueOn,
                    one.Amount
                ))
            );

    private enum PaymentKind
    {
        Due,
        Overdue,
        Paid,
    }

    private sealed record DatedPayment(int Number, PaymentKind Kind, DateOnly On, Money Amount);
}

/// <param name="Due">Still to be paid, and not overdue.</param>
/// <param name="Overdue">Due in this month, before the figure's day, and not paid.</param>
public sealed record PaymentMonth(Period Month, PaymentSum Due, PaymentSum Overdue, PaymentSum Paid);

/// <summary>How many payments, how much in all, and whose.</summary>
public sealed record PaymentSum(int Payments, Money Amount, ProjectSet Projects)
{
    public static PaymentSum Of(FigureScope scope, IEnumerable<PaymentSum> sums)
    {
        PaymentSum[] all = [.. sums];
        return new(
            all.Sum(sum => sum.Payments),
            Money.Sum(all.Select(sum => sum.Amount)),
            ProjectSet.Of(scope, all.Select(sum => sum.Projects))
        );
    }
}
