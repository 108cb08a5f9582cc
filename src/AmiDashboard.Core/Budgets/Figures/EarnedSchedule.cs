namespace AmiDashboard.Core.Budgets.Figures;

/// <summary>
/// How many days the payments are ahead of the plan (negative: behind), after Lipke 2003, « Schedule is different », The
/// Measurable News: the time at which the plan was where the payments are, less the time that it is. Lipke interpolates
/// within a period; a payment plan is a staircase, and stands still between two instalments, so that nothing is
/// interpolated. Behind, the days count from the first instalment that the payments do not cover; ahead, to the instalment
/// by which the plan comes to what is paid; on the same step, they are zero.
/// </summary>
public static class EarnedSchedule
{
    /// <param name="plan">Instalments, in any order.</param>
    /// <returns>Null where there is no plan, and where more is paid than it ever comes to.</returns>
    public static int? DaysAhead(IEnumerable<(DateOnly On, Money Amount)> plan, Money paid, DateOnly day) =>
        DaysAhead(plan.Select(step => (step.On, step.Amount.Cents)), paid.Cents, day);

    /// <summary>The same of what is planned and earned in points of weight.</summary>
    public static int? DaysAhead(IEnumerable<(DateOnly On, long Amount)> plan, long earned, DateOnly day)
    {
        (DateOnly On, long Amount)[] steps = [.. plan.OrderBy(step => step.On)];
        if (steps.Length == 0)
        {
            return null;
        }

        var toDate = steps.Where(step => step.On <= day).Sum(step => step.Amount);
        if (earned == toDate)
        {
            return 0;
        }

        var sum = 0L;
        foreach (var (on, amount) in steps)
        {
            sum += amount;
            if (earned < toDate ? sum > earned : sum >= earned)
            {
                return on.DayNumber - day.DayNumber;
            }
        }

        return null;
    }
}
