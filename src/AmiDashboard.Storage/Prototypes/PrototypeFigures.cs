using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes.Figures;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Budgets;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>The facts and the scope that a figure of prototypes is folded from, within the viewer's perimeter.</summary>
public sealed class PrototypeFigures(
    PrototypeBoard board,
    ApplicationBoard applications,
    BudgetBoard budgets,
    TimeProvider time
) : IRead<PrototypeFigures.Query, KnownPrototypes>
{
    /// <param name="AsOf">UTC: what was known then; null for the day of the filter.</param>
    public sealed record Query(ApplicationFilter Filter, DateTime? AsOf = null);

    public static Right Right => Right.SeePrototypes;

    public async Task<KnownPrototypes> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        if (!viewer.Can(Right))
        {
            throw new AccessDeniedException(Right);
        }

        var (perimeter, ofMoney) = (viewer.PerimeterOf(Right), viewer.PerimeterOf(Right.SeeBudgets));
        var ofApplications = viewer.PerimeterOf(Right.SeeApplications);
        var plans = await board.StateAsync(cancellation);
        var known = await applications.StateAsync(cancellation);
        var money = await budgets.StateAsync(cancellation);
        var prototypes = plans
            .Prototypes.Values.Where(one => perimeter.Admits(one.Fact.Edition, one.Fact.Number))
            .Select(one =>
                one.Fact with
                {
                    Application = ofApplications.Admits(one.Fact.Edition, one.Fact.Number)
                        ? known.Facts.GetValueOrDefault(one.ApplicationId)
                        : null,
                    Budget = ofMoney.Admits(one.Fact.Edition, one.Fact.Number)
                        ? money.Projects.GetValueOrDefault(one.Fact.Number)?.Budget
                        : null,
                }
            )
            .ToImmutableDictionary(one => one.Number);
        var seen = prototypes.Values.Select(one => one.Edition).ToHashSet();
        return new KnownPrototypes(
            plans.Version + known.Version + money.Version,
            $"{perimeter.Key}|{ofMoney.Key}|{ofApplications.Key}",
            new PrototypeFacts(prototypes),
            new FigureScope(
                query.Filter,
                query.AsOf ?? query.Filter.InstantAt(time.GetUtcNow().UtcDateTime),
                [.. known.Editions.Where(edition => perimeter.Covers(edition.Number) || seen.Contains(edition.Number))]
            )
        );
    }
}

/// <param name="Stamp">Another one as soon as anything that the facts are made of changed.</param>
/// <param name="PerimeterKey">See <see cref="Perimeter.Key"/>: of prototypes, of their money and of their applications.</param>
public sealed record KnownPrototypes(long Stamp, string PerimeterKey, PrototypeFacts Facts, FigureScope Scope);
