using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.People;

namespace AmiDashboard.Core.Dashboards;

/// <summary>Figures of the money, in whole cents.</summary>
internal static class BudgetKeyFigures
{
    public static IEnumerable<KeyFigure> All { get; } =
    [
        OfEditions("envelope", posting => posting.Envelope),
        Balance("granted", posting => posting.Granted),
        Balance("committed", posting => posting.Committed),
        Balance("contracted", posting => posting.Contracted),
        Balance("paid", posting => posting.Paid),
        Balance("remaining", posting => posting.Remaining),
        Money(
            "left",
            standing => OfEditions(standing, posting => posting.Envelope - posting.Fees).Concat(Granted(standing))
        ),
        Money(
            "paidThisYear",
            standing =>
                Each(
                    standing,
                    one =>
                        one.Project.Balances.Between(
                            FirstOfYear(standing.Day),
                            standing.Day,
                            knownOn: standing.Day
                        ).Paid
                )
        ),
        Money(
            "expectedThisYear",
            standing =>
                Each(
                    standing,
                    one =>
                        Core.Money.Sum(
                            one.Expected.Where(payment => payment.ExpectedOn.Year == standing.Day.Year)
                                .Select(payment => payment.Amount)
                        )
                )
        ),
        Money(
            "overdue",
            standing =>
                Each(
                    standing,
                    one =>
                        Core.Money.Sum(
                            one.Expected.Where(payment => payment.IsOverdue).Select(payment => payment.Amount)
                        )
                ),
            FigureTone.LessIsBetter
        ),
        KeyFigure.Ratio(
            "paidShare",
            Right.SeeBudgets,
            FigureUnit.Share,
            standing =>
                standing.Projects.Select(one => new FigurePart(
                    one.Project.Edition,
                    one.Number,
                    one.Balance.Paid.Cents,
                    one.Balance.Contracted.Cents
                ))
        ),
    ];

    private static DateOnly FirstOfYear(DateOnly day) => new(day.Year, 1, 1);

    private static KeyFigure Balance(string name, Func<Posting, Money> amount) =>
        Money(name, standing => Each(standing, one => amount(one.Balance)));

    private static KeyFigure OfEditions(string name, Func<Posting, Money> amount) =>
        Money(name, standing => OfEditions(standing, amount));

    private static KeyFigure Money(
        string name,
        Func<ProgrammeStanding, IEnumerable<FigurePart>> fold,
        FigureTone tone = FigureTone.Neutral
    ) => KeyFigure.Sum(name, Right.SeeBudgets, FigureUnit.Money, fold, tone);

    private static IEnumerable<FigurePart> Each(ProgrammeStanding standing, Func<ProjectStanding, Money> amount) =>
        standing.Projects.Select(one => new FigurePart(one.Project.Edition, one.Number, amount(one).Cents));

    private static IEnumerable<FigurePart> Granted(ProgrammeStanding standing) =>
        standing.HasEnvelopes ? Each(standing, one => Core.Money.Zero - one.Balance.Granted) : [];

    /// <summary>Only where whole editions are meant: an envelope says nothing of some of its projects.</summary>
    private static IEnumerable<FigurePart> OfEditions(ProgrammeStanding standing, Func<Posting, Money> amount) =>
        standing.HasEnvelopes
            ? standing
                .Budgets.Editions.Values.Where(one => (standing.Scope.Filter.Edition ?? one.Edition) == one.Edition)
                .Select(one => new FigurePart(
                    one.Edition,
                    null,
                    amount(one.Balances.At(standing.Day, knownOn: standing.Day)).Cents
                ))
            : [];
}
