using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Budgets.Figures;

/// <summary>
/// SGPI's table, one row a project, by number, at an accounting date: with what was recorded later, too, since finance closes
/// a quarter after its end. Schedule, co-financing and comment are those of the scope's instant.
/// </summary>
/// <param name="On">Paris day, included.</param>
public sealed record SgpiTable(
    FigureScope Scope,
    DateOnly On,
    Period Period,
    ImmutableArray<SgpiRow> Rows,
    SgpiTotals Totals
)
{
    public static SgpiTable Of(BudgetFacts facts, FigureScope scope, DateOnly on, Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        var today = ParisTime.DayOf(scope.AsOf);
        ImmutableArray<SgpiRow> rows =
        [
            .. ProjectStanding
                .Of(facts, scope)
                .Where(standing => IsKnown(standing, on, today))
                .Select(standing =>
                    SgpiRow.Of(
                        standing,
                        facts.Editions.GetValueOrDefault(standing.Project.Edition)?.Action,
                        on,
                        period,
                        scope.AsOf
                    )
                ),
        ];
        return new(scope, on, period, rows, SgpiTotals.Of(rows));
    }

    /// <summary>One without an entry yet is known today, of its decision or its draft, but not of any earlier day.</summary>
    private static bool IsKnown(ProjectStanding standing, DateOnly on, DateOnly today) =>
        standing.Project.Balances.Days is [var first, ..] ? first.On <= on : on >= today;
}

/// <param name="Action">The PIA action; null where it is not known to the viewer.</param>
/// <param name="Beneficiary">Null without a convention.</param>
/// <param name="Ministry">Null where it is not given.</param>
/// <param name="Requested">Null where the application does not say.</param>
/// <param name="GrantedOn">Accounting date of the first grant.</param>
/// <param name="ContractedOn">Signature of the convention.</param>
/// <param name="PaidInPeriod">Of the period, up to the table's date.</param>
/// <param name="PlannedThisYear">By the schedule, in the calendar year of the table's date, paid or not.</param>
/// <param name="PlannedNextYear">In the year after it.</param>
/// <param name="CoFinancing">Null without a convention.</param>
/// <param name="Weather">The last word of its team at the scope's instant, on the scale of DITP; null before the first.</param>
public sealed record SgpiRow(
    string? Action,
    int Number,
    string Project,
    string? Beneficiary,
    string? Ministry,
    Money? Requested,
    Money Granted,
    DateOnly? GrantedOn,
    Money Contracted,
    DateOnly? ContractedOn,
    Money Paid,
    Money PaidInPeriod,
    Money PlannedThisYear,
    Money PlannedNextYear,
    Money? CoFinancing,
    string? Weather,
    string? Comment
)
{
    /// <summary>Contracted less paid.</summary>
    public Money Remaining => Contracted - Paid;

    /// <summary>From 0 to 1; null where nothing is granted.</summary>
    public decimal? PaidOfGranted => Paid.ShareOf(Granted);

    internal static SgpiRow Of(ProjectStanding standing, string? action, DateOnly on, Period period, DateTime asOf)
    {
        var project = standing.Project;
        var balance = project.Balances.At(on);
        return new(
            action,
            project.Number,
            project.Title,
            project.Convention?.Beneficiary,
            project.Ministry,
            project.Application?.Requested,
            balance.Granted,
            NotAfter(project.Balances.FirstWhen(sum => sum.Granted > Money.Zero), on),
            balance.Contracted,
            NotAfter(project.Convention?.SignedOn, on),
            balance.Paid,
            period.From > on ? Money.Zero : project.Balances.Between(period.From, period.To < on ? period.To : on).Paid,
            standing.PlannedIn(Period.Year(on.Year)),
            standing.PlannedIn(Period.Year(on.Year + 1)),
            project.Convention?.CoFinancing,
            project.Weathers.LastOrDefault(weather => weather.At <= asOf)?.Word,
            project.Comment
        );
    }

    private static DateOnly? NotAfter(DateOnly? day, DateOnly limit) => day <= limit ? day : null;
}

/// <summary>Sums of the rows, to the cent.</summary>
/// <param name="Requested">Of the rows that say it; null where none does.</param>
/// <param name="CoFinancing">Of the rows that have a convention; null where none has.</param>
public sealed record SgpiTotals(
    Money? Requested,
    Money Granted,
    Money Contracted,
    Money Paid,
    Money PaidInPeriod,
    Money PlannedThisYear,
    Money PlannedNextYear,
    Money? CoFinancing
)
{
    public Money Remaining => Contracted - Paid;

    public decimal? PaidOfGranted => Paid.ShareOf(Granted);

    internal static SgpiTotals Of(ImmutableArray<SgpiRow> rows)
    {
        return new(
            SumOfKnown(row => row.Requested),
            Sum(row => row.Granted),
            Sum(row => row.Contracted),
            Sum(row => row.Paid),
            Sum(row => row.PaidInPeriod),
            Sum(row => row.PlannedThisYear),
            Sum(row => row.PlannedNextYear),
            SumOfKnown(row => row.CoFinancing)
        );

        Money Sum(Func<SgpiRow, Money> amount) => Money.Sum(rows.Select(amount));

        Money? SumOfKnown(Func<SgpiRow, Money?> amount)
        {
            Money[] known = [.. rows.Select(amount).OfType<Money>()];
            return known.Length == 0 ? null : Money.Sum(known);
        }
    }
}
