using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Applications;

namespace AmiDashboard.Storage.Budgets;

/// <summary>The facts and the scope that a figure of budgets is folded from, within the viewer's perimeter.</summary>
public sealed class BudgetFigures : IRead<BudgetFigures.Query, KnownBudgets>
{
    private readonly BudgetBoard board;
    private readonly ApplicationBoard applications;
    private readonly IProjectWeathers weathers;
    private readonly TimeProvider time;

    internal BudgetFigures(
        BudgetBoard board,
        ApplicationBoard applications,
        IProjectWeathers weathers,
        TimeProvider time
    ) => (this.board, this.applications, this.weathers, this.time) = (board, applications, weathers, time);

    /// <param name="AsOf">UTC: what was known then; null for the day of the filter.</param>
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
        var said = await weathers.KnownAsync(cancellation);
        var projects = money
            .Projects.Values.Where(project => perimeter.Admits(project.Edition, project.Number))
            .Select(project =>
                project.Budget with
                {
                    Application = known.Facts.GetValueOrDefault(project.ApplicationId),
                    Weathers = said.Projects.GetValueOrDefault(project.Number, []),
                }
            )
            .ToImmutableDictionary(project => project.Number);
        var seen = projects.Values.Select(project => project.Edition).ToHashSet();
        return new KnownBudgets(
            money.Version + known.Version + said.Version,
            perimeter.Key,
            new BudgetFacts(projects, money.Editions.Where(pair => perimeter.Covers(pair.Key)).ToImmutableDictionary()),
            new FigureScope(
                query.Filter,
                query.AsOf ?? query.Filter.InstantAt(time.GetUtcNow().UtcDateTime),
                [.. known.Editions.Where(edition => perimeter.Covers(edition.Number) || seen.Contains(edition.Number))]
            )
        );
    }
}

/// <param name="Stamp">Another one as soon as anything that the facts are made of changed.</param>
/// <param name="PerimeterKey">See <see cref="Perimeter.Key"/>.</param>
public sealed record KnownBudgets(long Stamp, string PerimeterKey, BudgetFacts Facts, FigureScope Scope);
