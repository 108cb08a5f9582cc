using AmiDashboard.Charts.Budgets;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.Prototypes.Figures;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>
/// The days that the rows of a drawing need, in whole months. A slip of the keyboard (expected in 2919) does not flatten
/// the others: what lies further than <see cref="MostAfter"/> days after all plans runs out of the drawing.
/// </summary>
internal sealed class PlanAxis
{
    private const int MostAfter = 730;
    private const int MostBefore = 3650;
    private readonly DateOnly first;
    private readonly DateOnly last;

    public PlanAxis(IReadOnlyCollection<PlanRow> rows, DateOnly day)
    {
        // Today is where there is something still to come.
        DateOnly[] today = rows.All(row => row.Plan.IsFinished) ? [] : [day];
        var earliest = rows.Select(row => row.Plan.StartsOn).Concat(today).Min();
        var planned = rows.Select(row => Later(row.PlannedEnd, row.Plan.StartsOn)).Concat(today).Max();
        var latest = rows.Select(row => row.ExpectedEnd).Append(planned).Max();
        var from = Math.Max(earliest.DayNumber, day.DayNumber - MostBefore);
        var to = Math.Clamp(
            latest.DayNumber,
            from,
            Math.Max(from, Math.Min(planned.DayNumber, day.DayNumber + MostBefore) + MostAfter)
        );
        first = Period.MonthOf(DateOnly.FromDayNumber(from)).From;
        last = Period.MonthOf(DateOnly.FromDayNumber(Math.Min(to, DateOnly.MaxValue.DayNumber))).To;
        Time = new TimeAxis(first, last);
    }

    public TimeAxis Time { get; }

    public double Length => Time.Length;

    public bool Holds(DateOnly day) => first <= day && day <= last;

    public double StartOf(DateOnly day) => Math.Clamp(Time.StartOf(day), 0, Length);

    public double EndOf(DateOnly day) => Math.Clamp(Time.EndOf(day), 0, Length);

    /// <summary>The middle of a day.</summary>
    public double MiddleOf(DateOnly day) => Time.StartOf(day) + .5;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
