using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores.Figures;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Storage.Editions;
using AmiDashboard.Storage.Prototypes;
using AmiDashboard.Storage.Scores;

namespace AmiDashboard.Storage.Dashboards;

/// <summary>
/// The facts of every subject that the viewer may see, for dashboards: each from its own subject's read, with its right and
/// its perimeter. The same facts give the standing at any instant.
/// </summary>
public sealed class ProgrammeFigures(
    ApplicationFigures applications,
    ReviewProgressFacts reviews,
    BudgetFigures budgets,
    PrototypeFigures prototypes,
    EditionList editions,
    TimeProvider time
) : IRead<ProgrammeFigures.Query, KnownProgramme>
{
    public sealed record Query(ApplicationFilter Filter);

    public static Right Right => Right.None;

    public async Task<KnownProgramme> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        if (!viewer.Can(Right))
        {
            throw new AccessDeniedException(Right);
        }

        var filter = query.Filter;
        var deposited = viewer.Can(ApplicationFigures.Right)
            ? await applications.RunAsync(viewer, new(filter), cancellation)
            : null;
        var money = viewer.Can(BudgetFigures.Right) ? await budgets.RunAsync(viewer, new(filter), cancellation) : null;
        var plans = viewer.Can(PrototypeFigures.Right)
            ? await prototypes.RunAsync(viewer, new(filter), cancellation)
            : null;
        var progress = deposited is null ? [] : await ReviewsAsync(viewer, filter, cancellation);
        var dates = ((FigureScope?[])[deposited?.Scope, money?.Scope, plans?.Scope])
            .OfType<FigureScope>()
            .SelectMany(scope => scope.Editions)
            .DistinctBy(edition => edition.Number)
            .OrderBy(edition => edition.Number);
        return new KnownProgramme(
            (deposited?.Version ?? 0) + (money?.Stamp ?? 0) + (plans?.Stamp ?? 0) + progress.Sum(one => one.Stamp),
            $"{deposited?.PerimeterKey}|{money?.PerimeterKey}|{plans?.PerimeterKey}",
            new ProgrammeFacts(
                deposited?.Facts,
                deposited is null ? null : [.. progress.Select(one => one.Facts).OfType<ScoreFacts>()],
                money?.Facts,
                plans?.Facts
            ),
            new FigureScope(filter, filter.InstantAt(time.GetUtcNow().UtcDateTime), [.. dates])
        );
    }

    private async Task<List<KnownScores>> ReviewsAsync(
        Viewer viewer,
        ApplicationFilter filter,
        CancellationToken cancellation
    )
    {
        var known = new List<KnownScores>();
        foreach (var edition in await editions.RunAsync(viewer, new(), cancellation))
        {
            if ((filter.Edition ?? edition.Number) == edition.Number)
            {
                known.Add(await reviews.RunAsync(viewer, new(edition.Number), cancellation));
            }
        }

        return known;
    }
}

/// <param name="Stamp">Another one as soon as anything that the facts are made of changed.</param>
/// <param name="PerimeterKey">Equal keys, equal facts: what was folded for one viewer may be shown to another.</param>
public sealed record KnownProgramme(long Stamp, string PerimeterKey, ProgrammeFacts Facts, FigureScope Scope);
