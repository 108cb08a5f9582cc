using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.People;

namespace AmiDashboard.Storage.Applications;

/// <summary>The facts and the scope that a figure is folded from, within the viewer's perimeter.</summary>
public sealed class ApplicationFigures(ApplicationBoard board, TimeProvider time)
    : IRead<ApplicationFigures.Query, FigureFacts>
{
    public sealed record Query(ApplicationFilter Filter);

    public static Right Right => Right.SeeFigures;

    public async Task<FigureFacts> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        if (!viewer.Can(Right))
        {
            throw new AccessDeniedException(Right);
        }

        var state = await board.StateAsync(cancellation);
        var perimeter = viewer.PerimeterOf(Right);
        var facts = perimeter.IsEverything
            ? state.Facts.Values
            : state.Facts.Values.Where(fact => perimeter.Admits(fact.Edition, fact.Number)).ToList();
        var seen = perimeter.IsEverything ? null : facts.Select(fact => fact.Edition).ToHashSet();
        return new FigureFacts(
            state.Version,
            perimeter.Key,
            facts,
            new FigureScope(
                query.Filter,
                query.Filter.InstantAt(time.GetUtcNow().UtcDateTime),
                [
                    .. state.Editions.Where(edition =>
                        seen is null || seen.Contains(edition.Number) || perimeter.Covers(edition.Number)
                    ),
                ]
            )
        );
    }
}

/// <param name="Version">The data's version: equal version, perimeter and filter give the same figure.</param>
/// <param name="PerimeterKey">See <see cref="Perimeter.Key"/>.</param>
public sealed record FigureFacts(
    long Version,
    string PerimeterKey,
    IEnumerable<ApplicationFact> Facts,
    FigureScope Scope
);
