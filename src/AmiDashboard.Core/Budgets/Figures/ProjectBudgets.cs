using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Budgets.Figures;

/// <summary>Each project's money against its grant and its plan, who is furthest behind the plan first.</summary>
public sealed record ProjectBudgets(FigureScope Scope, ImmutableArray<ProjectBudgetRow> Projects)
{
    public static ProjectBudgets Of(BudgetFacts facts, FigureScope scope) =>
        new(
            scope,
            [
                .. ProjectStanding
                    .Of(facts, scope)
                    .Where(one => one.HasMoney)
                    .Select(one => new ProjectBudgetRow(
                        one.Number,
                        one.Project.Title,
                        one.Project.Ministry,
                        one.Balance,
                        one.PlannedToDate,
                        one.ExpectedInAll,
                        ProjectSet.Of(scope, one.Number)
                    ))
                    .OrderBy(row => row.Gap)
                    .ThenByDescending(row => row.Balance.Granted)
                    .ThenBy(row => row.Number),
            ]
        );
}

/// <param name="PlannedToDate">By the schedule as it stood.</param>
/// <param name="Expected">What of the schedule is not paid.</param>
/// <param name="Project">Itself, as a mark lists it.</param>
public sealed record ProjectBudgetRow(
    int Number,
    string Title,
    string? Ministry,
    Posting Balance,
    Money PlannedToDate,
    Money Expected,
    ProjectSet Project
)
{
    /// <summary>Paid less planned to date: negative where payments are behind.</summary>
    public Money Gap => Balance.Paid - PlannedToDate;
}
