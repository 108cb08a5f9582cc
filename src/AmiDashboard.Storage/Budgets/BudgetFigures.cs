using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Applications;

namespace AmiDashboard.Storage.Budgets;

/// <summary>The facts and the scope that a figure of budgets is folded from, within the viewer's perimeter.</summary>
public sealed class BudgetFigures(BudgetBoard board, ApplicationBoard applications, TimeProvider time)
    : IRead<BudgetFigures.Query, KnownBudgets>
{
    /// <param name="AsOf">UTC: what was known then; null for now.</param>
    public sealed record Query(ApplicationFilter Filter, DateTime? AsOf = null);

    public static Right Right => Right.SeeBudgets;

    public async Task<KnownBudgets> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        if (!viewer.Can(Right))
        {
            throw new AccessDeniedException(Right);
        }

        var perimeter = viewer.PerimeterOf(Right);
        var money = await board.StateAsync(cancellation);
        var known = await applications.StateAsync(cancellation);
        var projects = money
            .Projects.Values.Where(project => perimeter.Admits(project.Edition, project.Number))
            .Select(project =>
                project.Budget with
                {
                    Application = known.Facts.GetValueOrDefault(project.ApplicationId),
                }
            )
            .ToImmutableDictionary(project => project.Number);
        var seen = projects.Values.Select(project => project.Edition).ToHashSet();
        return new KnownBudgets(
            money.Version + known.Version,
            perimeter.Key,
            new BudgetFacts(projects, money.Editions.Where(pair => perimeter.Covers(pair.Key)).ToImmutableDictionary()),
            new FigureScope(
                query.Filter,
                query.AsOf ?? time.GetUtcNow().UtcDateTime,
                [.. known.Editions.Where(edition => perimeter.Covers(edition.Number) || seen.Contains(edition.Number))]
            )
        );
    }
}

/// <param name="Stamp">Another one as soon as anything that the facts are made of changed.</param>
/// <param name="PerimeterKey">See <see cref="Perimeter.Key"/>.</param>
public sealed record KnownBudgets(long Stamp, string PerimeterKey, BudgetFacts Facts, FigureScope Scope);
