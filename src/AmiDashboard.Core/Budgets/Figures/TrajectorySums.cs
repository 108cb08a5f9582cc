using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Budgets.Figures;

/// <summary>Where disbursements stand against their plan on a day.</summary>
/// <param name="Year">The calendar year of the day.</param>
/// <param name="Planned">By the whole schedule.</param>
/// <param name="PlannedToDate">Up to the day, included.</param>
/// <param name="Expected">What of the schedule is not paid.</param>
/// <param name="Late">What of it was expected before the day.</param>
/// <param name="YearPlanned">By the schedule, in the year.</param>
/// <param name="YearForecast">Paid in the year to date, and expected until its 31 December.</param>
/// <param name="GapDays">See <see cref="EarnedSchedule"/>: negative where payments are behind; null where it says nothing.</param>
public sealed record TrajectorySums(
    int Year,
    Money Planned,
    Money PlannedToDate,
    Money Paid,
    Money Expected,
    Money Late,
    ProjectSet LateProjects,
    Money YearPlanned,
    Money YearPaid,
    Money YearForecast,
    int? GapDays
)
{
    /// <summary>Paid less planned to date: negative where payments are behind.</summary>
    public Money Gap => Paid - PlannedToDate;

    /// <summary>Forecast of the year's end less what was planned for the year.</summary>
    public Money YearGap => YearForecast - YearPlanned;

    /// <summary>All that will have been paid.</summary>
    public Money Forecast => Paid + Expected;

    internal static TrajectorySums Of(IReadOnlyCollection<ProjectStanding> standings, FigureScope scope)
    {
        var day = ParisTime.DayOf(scope.AsOf);
        var year = Period.Year(day.Year);
        var expected = standings.SelectMany(one => one.Expected).ToList();
        var paid = Sum(one => one.Balance.Paid);
        var yearPaid = Sum(one => one.Project.Balances.Between(year.From, day, knownOn: day).Paid);
        return new(
            year.From.Year,
            Sum(one => Money.Sum(one.Schedule.Select(instalment => instalment.Amount))),
            Sum(one => one.PlannedToDate),
            paid,
            Money.Sum(expected.Select(one => one.Amount)),
            Money.Sum(expected.Where(one => one.IsLate).Select(one => one.Amount)),
            ProjectSet.Of(
                scope,
                standings.Where(one => one.Expected.Any(payment => payment.IsLate)).Select(one => one.Number)
            ),
            Sum(one => one.PlannedIn(year)),
            yearPaid,
            yearPaid + Money.Sum(expected.Where(one => one.ExpectedOn <= year.To).Select(one => one.Amount)),
            EarnedSchedule.DaysAhead(
                standings.SelectMany(one =>
                    one.Schedule.Select(instalment => (instalment.PlannedOn, instalment.Amount))
                ),
                paid,
                day
            )
        );

        Money Sum(Func<ProjectStanding, Money> amount) => Money.Sum(standings.Select(amount));
    }
}
