using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Core.Prototypes.Figures;

/// <summary>Every prototype's plan against what became of it.</summary>
/// <param name="Day">The Paris day of the scope's instant.</param>
/// <param name="Rows">Those under way first; among them and among the finished, most behind first, then by the end.</param>
public sealed record PlanPortfolio(FigureScope Scope, DateOnly Day, ImmutableArray<PlanRow> Rows)
{
    /// <summary>Those under way that are expected to end after their planned end.</summary>
    public IEnumerable<PlanRow> Late => Running.Where(row => row.SlipDays > 0);

    public IEnumerable<PlanRow> Running => Rows.Where(row => !row.Plan.IsFinished);

    /// <summary>Milestones whose day is past and that are not reached.</summary>
    public int Overdue => Rows.Sum(row => row.Overdue);

    public static PlanPortfolio Of(PrototypeFacts facts, FigureScope scope)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(scope);
        return new(
            scope,
            ParisTime.DayOf(scope.AsOf),
            [
                .. facts
                    .Admitted(scope)
                    .Select(fact => PlanRow.Of(fact, scope))
                    .OrderBy(row => row.Plan.IsFinished)
                    .ThenByDescending(row => row.SlipDays)
                    .ThenBy(row => row.ExpectedEnd)
                    .ThenBy(row => row.Number),
            ]
        );
    }
}

public sealed record PlanRow(PlanStanding Plan, ProjectSet Project)
{
    public int Number => Plan.Number;

    public string Title => Plan.Fact.Title;

    public string? Ministry => Plan.Fact.Ministry;

    /// <summary>Paris day of the last baseline; the end of support where there is no milestone.</summary>
    public DateOnly PlannedEnd => Plan.BaselineEnd;

    /// <summary>Paris day on which the last milestone is expected, or was reached.</summary>
    public DateOnly ExpectedEnd => Plan.ForecastEnd;

    /// <summary>The first that is not reached; null once all are.</summary>
    public MilestoneStanding? Next => Plan.Next;

    /// <summary>Milestones whose day is past and that are not reached.</summary>
    public int Overdue => Plan.Milestones.Count(one => one.IsOverdue);

    /// <summary>Whole days after the planned end; negative for early.</summary>
    public int SlipDays => Plan.SlipDays;

    internal static PlanRow Of(PrototypeFact fact, FigureScope scope) =>
        new(PlanStanding.Of(fact, scope.AsOf), ProjectSet.Of(scope, fact.Number));
}
