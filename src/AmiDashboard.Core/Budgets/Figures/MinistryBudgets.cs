using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Budgets.Figures;

/// <summary>Granted, contracted and paid by ministry, who was granted most first; a project has one ministry or none.</summary>
public sealed record MinistryBudgets(FigureScope Scope, ImmutableArray<MinistryBudget> Ministries, Posting Sum)
{
    public static MinistryBudgets Of(BudgetFacts facts, FigureScope scope)
    {
        ImmutableArray<MinistryBudget> ministries =
        [
            .. ProjectStanding
                .Of(facts, scope)
                .Where(one => one.HasMoney)
                .GroupBy(one => one.Project.Ministry ?? "")
                .Select(group => new MinistryBudget(
                    group.Key,
                    group.Aggregate(Posting.Nothing, (sum, one) => sum + one.Balance),
                    ProjectSet.Of(scope, group.Select(one => one.Number)),
                    scope.Filter with
                    {
                        Ministry = group.Key,
                    }
                ))
                .OrderByDescending(one => one.Sum.Granted)
                .ThenBy(one => one.Name, StringComparer.Ordinal),
        ];
        return new(scope, ministries, ministries.Aggregate(Posting.Nothing, (sum, one) => sum + one.Sum));
    }
}

/// <param name="Name">Empty where it is not given, or not known any more.</param>
public sealed record MinistryBudget(string Name, Posting Sum, ProjectSet Projects, ApplicationFilter Filter)
{
    /// <summary>Lists its projects; those of which nothing is known any more only by their numbers.</summary>
    public ApplicationFilter? Rows => Projects.Rows ?? (Name.Length == 0 ? null : Filter);
}
