using System.Collections.Immutable;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.Prototypes.Figures;

namespace AmiDashboard.Core.Dashboards;

/// <summary>
/// Sums that grow month by month, of which no point is small: those that one to four projects make are left out, and so are
/// those before anything came.
/// </summary>
/// <param name="Day">The Paris day of the standing.</param>
/// <param name="Curves">Those with a point, in the order of their series.</param>
public sealed record WallCurves(DateOnly Day, ImmutableArray<WallCurve> Curves)
{
    public WallCurve? Find(WallSeries series) => Curves.FirstOrDefault(curve => curve.Series == series);

    /// <summary>Money planned and paid, in whole cents.</summary>
    public static WallCurves OfMoney(ProgrammeStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ProjectStanding[] projects = [.. standing.Projects.Where(one => one.HasMoney)];
        var planned = projects.SelectMany(one =>
            one.Schedule.Select(instalment => new WallStep(one.Number, instalment.PlannedOn, instalment.Amount.Cents))
        );
        var paid = projects.SelectMany(one => PaidOf(one, standing.Day));
        return Of(
            standing.Day,
            projects.Length,
            (WallSeries.Planned, planned, null),
            (WallSeries.Paid, paid, standing.Day)
        );
    }

    /// <summary>Points of milestones planned and reached, as shares of all there are: 0 to 1.</summary>
    public static WallCurves OfMilestones(ProgrammeStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        var whole = Math.Max(1m, standing.Plans.Sum(plan => plan.Weight));
        var planned = standing.Plans.SelectMany(plan =>
            plan.Milestones.Select(one => new WallStep(
                plan.Number,
                one.Milestone.BaselineOn,
                one.Milestone.Weight / whole
            ))
        );
        var earned = standing.Plans.SelectMany(plan =>
            plan.Milestones.Where(one => one.IsReached)
                .Select(one => new WallStep(plan.Number, one.ReachedOn!.Value, one.Milestone.Weight / whole))
        );
        return Of(
            standing.Day,
            standing.Plans.Length,
            (WallSeries.Planned, planned, null),
            (WallSeries.Earned, earned, standing.Day)
        );
    }

    /// <summary>People who tried a prototype.</summary>
    public static WallCurves OfTrials(ProgrammeStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        var held = standing
            .Plans.SelectMany(plan => TrialStanding.Of(plan.Fact, standing.Scope.AsOf))
            .Where(trial => trial.IsHeld)
            .Select(trial => new WallStep(trial.Number, trial.On, trial.People));
        return Of(standing.Day, standing.Plans.Length, (WallSeries.Tried, held, standing.Day));
    }

    private static WallCurves Of(
        DateOnly day,
        int projects,
        params ReadOnlySpan<(WallSeries Series, IEnumerable<WallStep> Steps, DateOnly? Until)> series
    )
    {
        var curves = ImmutableArray.CreateBuilder<WallCurve>();
        if (projects >= SmallNumbers.Least)
        {
            foreach (var (one, steps, until) in series)
            {
                ImmutableArray<WallPoint> points = [.. PointsOf(steps, day, until)];
                if (points.Length > 0)
                {
                    curves.Add(new(one, points));
                }
            }
        }

        return new(day, curves.ToImmutable());
    }

    /// <summary>At the end of each month from the first step to the last, or to the day after which nothing is known.</summary>
    private static IEnumerable<WallPoint> PointsOf(IEnumerable<WallStep> steps, DateOnly day, DateOnly? until)
    {
        var ordered = new Queue<WallStep>(
            steps
                .Select(step => step with { On = Horizon.Clamp(step.On, day) })
                .Where(step => step.On <= (until ?? step.On))
                .OrderBy(step => step.On)
        );
        if (ordered.Count == 0)
        {
            yield break;
        }

        var last = until ?? ordered.Last().On;
        var sums = new Dictionary<int, decimal>();
        for (
            var month = Period.MonthOf(ordered.Peek().On);
            month.From <= last;
            month = Period.MonthOf(month.To.AddDays(1))
        )
        {
            var end = until < month.To ? until.Value : month.To;
            while (ordered.TryPeek(out var step) && step.On <= end)
            {
                sums[step.Number] = sums.GetValueOrDefault(step.Number) + step.Amount;
                ordered.Dequeue();
            }

            // A payment that was taken back leaves nothing of its project in the sum.
            var projects = sums.Values.Count(sum => sum != 0);
            if (projects >= SmallNumbers.Least)
            {
                yield return new(end, sums.Values.Sum(), projects);
            }
        }
    }

    private static IEnumerable<WallStep> PaidOf(ProjectStanding one, DateOnly day)
    {
        var before = Money.Zero;
        foreach (
            var on in one.Project.Balances.Days.Select(known => known.On).Where(on => on <= day).Distinct().Order()
        )
        {
            var paid = one.Project.Balances.At(on, knownOn: day).Paid;
            if (paid != before)
            {
                yield return new(one.Number, on, (paid - before).Cents);
                before = paid;
            }
        }
    }

    private sealed record WallStep(int Number, DateOnly On, decimal Amount);
}

/// <param name="Points">In order, never empty.</param>
public sealed record WallCurve(WallSeries Series, ImmutableArray<WallPoint> Points)
{
    /// <summary>The last point not after a day; null before the first.</summary>
    public WallPoint? At(DateOnly day) => Points.LastOrDefault(point => point.Day <= day);
}

/// <param name="Day">Paris day at whose end it stands.</param>
/// <param name="Sum">In the unit of its figure.</param>
/// <param name="Projects">How many it is made of: five at least.</param>
public sealed record WallPoint(DateOnly Day, decimal Sum, int Projects);

public enum WallSeries
{
    Planned,
    Paid,
    Earned,
    Tried,
}
