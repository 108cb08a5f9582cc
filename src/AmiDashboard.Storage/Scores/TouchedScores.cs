using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>Whom a change of scores is about: who may not see it is not even woken by it.</summary>
internal sealed record TouchedScores(HashSet<int> Editions, HashSet<int> People)
{
    public static TouchedScores OfEdition(int edition) => new([edition], []);

    public static async Task<TouchedScores> OfAsync(
        AmiContext context,
        IReadOnlyList<ChangeRecord> changes,
        CancellationToken cancellation
    )
    {
        long[] Ids(Subject subject) => [.. changes.SelectMany(change => change.Of(subject)).Distinct()];

        var (reviewers, grids) = (Ids(Subject.Reviewer), Ids(Subject.ScoringGrid));
        var (sessions, applications) = (Ids(Subject.Session), Ids(Subject.Application));
        var touched = await context
            .Reviewers.Where(reviewer => reviewers.Contains(reviewer.Id))
            .Select(reviewer => new { reviewer.Edition, reviewer.PersonId })
            .ToListAsync(cancellation);
        var editions = touched.Select(one => one.Edition).ToHashSet();
        editions.UnionWith(
            await context
                .ScoringGrids.Where(grid => grids.Contains(grid.Id))
                .Select(grid => grid.Edition)
                .ToListAsync(cancellation)
        );
        editions.UnionWith(
            await context
                .Sessions.Where(session => sessions.Contains(session.Id))
                .Select(session => session.Edition)
                .ToListAsync(cancellation)
        );
        editions.UnionWith(
            await context
                .Applications.Where(application => applications.Contains(application.Id))
                .Select(application => application.Edition)
                .Distinct()
                .ToListAsync(cancellation)
        );
        return new TouchedScores(editions, [.. touched.Select(one => one.PersonId).OfType<int>()]);
    }

    /// <summary>A reviewer hears of their own work, whoever sees figures of an edition of that edition's.</summary>
    public bool IsFor(Viewer viewer) =>
        (viewer.Can(Right.SeeFigures) && Editions.Any(viewer.PerimeterOf(Right.SeeFigures).Covers))
        || (viewer.Can(Right.Review) && People.Contains(viewer.PersonId));
}
