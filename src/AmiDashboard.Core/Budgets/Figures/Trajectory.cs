using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Budgets.Figures;

/// <summary>
/// Disbursements planned, forecast and made. Planned: the schedules as they stood, by their planned days. Forecast: what is
/// paid, and the rest by the days one expects it on; what was expected on a day that is past is expected today, and late.
/// Actual: what the ledger paid.
/// </summary>
/// <param name="Day">The Paris day of the scope's instant.</param>
/// <param name="Points">Cumulative, at the end of each month and of <paramref name="Day"/>, in order.</param>
/// <param name="Quarters">Without a gap; empty where there is neither plan nor payment.</param>
public sealed record Trajectory(
    FigureScope Scope,
    DateOnly Day,
    TrajectorySums Sums,
    ImmutableArray<TrajectoryPoint> Points,
    ImmutableArray<TrajectoryQuarter> Quarters
)
{
    public static Trajectory Of(BudgetFacts facts, FigureScope scope)
    {
        ProjectStanding[] standings = [.. ProjectStanding.Of(facts, scope)];
        return new TrajectoryFold(standings, scope).ToTrajectory();
    }

    /// <summary>The same sums cut by edition, by ministry or by project: they add up to those of the whole.</summary>
    public static ImmutableArray<TrajectoryRow> By(TrajectoryGroup group, BudgetFacts facts, FigureScope scope) =>
        [
            .. ProjectStanding
                .Of(facts, scope)
                .Where(standing => standing.HasMoney)
                .GroupBy(standing => KeyOf(standing.Project, group, facts, scope))
                .Select(rows => new TrajectoryRow(
                    rows.Key.Name,
                    rows.Key.Number,
                    TrajectorySums.Of([.. rows], scope),
                    ProjectSet.Of(scope, rows.Select(row => row.Number))
                ))
                .OrderBy(row => row.Number)
                .ThenBy(row => row.Name, StringComparer.Ordinal),
        ];

    private static (string Name, int? Number) KeyOf(
        ProjectBudget project,
        TrajectoryGroup group,
        BudgetFacts facts,
        FigureScope scope
    ) =>
        group switch
        {
            TrajectoryGroup.Edition => (EditionNames.Of(project.Edition, facts, scope), project.Edition),
            TrajectoryGroup.Ministry => (project.Ministry ?? "", null),
            TrajectoryGroup.Project => (project.Title, project.Number),
            _ => throw new ArgumentOutOfRangeException(nameof(group), group, null),
        };
}

public enum TrajectoryGroup
{
    Edition,
    Ministry,
    Project,
}

/// <summary>Cumulative sums at the end of a day.</summary>
/// <param name="Forecast">Null before the day that the figure speaks of.</param>
/// <param name="Actual">Null after it: nothing is known yet.</param>
public sealed record TrajectoryPoint(DateOnly Day, Money Planned, Money? Forecast, Money? Actual);

/// <summary>What a quarter was meant to pay, what it is expected to, and what it did.</summary>
/// <param name="Forecast">Paid in it, and expected in it.</param>
/// <param name="Actual">Null for a quarter that has not begun.</param>
/// <param name="Gap">Actual less planned, up to the figure's day; null for a quarter that has not begun.</param>
/// <param name="Projects">Those with something planned, expected or paid in it.</param>
public sealed record TrajectoryQuarter(
    Period Period,
    Money Planned,
    Money Forecast,
    Money? Actual,
    Money? Gap,
    ProjectSet Projects
);

/// <param name="Name">Of the edition, the ministry (empty where not given) or the project.</param>
/// <param name="Number">Of the edition or the project; null for a ministry.</param>
public sealed record TrajectoryRow(string Name, int? Number, TrajectorySums Sums, ProjectSet Projects);
