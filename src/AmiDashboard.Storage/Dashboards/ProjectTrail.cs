using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Dashboards;

/// <summary>
/// Where the five parts of one project's way are, as far as the viewer may open them: application, scores, decision, money,
/// prototype. Null outside the perimeter.
/// </summary>
public sealed class ProjectTrail(Store store) : IRead<ProjectTrail.Query, TrailStops?>
{
    /// <param name="Number">The application's.</param>
    public sealed record Query(int Number);

    public static Right Right => Right.SeeApplications;

    public async Task<TrailStops?> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        await using var context = store.Read(viewer, Right);
        var number = query.Number;
        var edition = await context
            .Applications.Where(application => application.Number == number)
            .Select(application => (int?)application.Edition)
            .SingleOrDefaultAsync(cancellation);
        if (edition is not { } known)
        {
            return null;
        }

        var hasReviews =
            viewer.Can(Right.SeeRanking)
            && viewer.PerimeterOf(Right.SeeRanking).Covers(known)
            && await context.Reviews.AnyAsync(review => review.Number == number, cancellation);
        var decision =
            viewer.Can(Right.SeeDecisions) && viewer.PerimeterOf(Right.SeeDecisions).Covers(known)
                ? await context
                    .Sessions.Where(session =>
                        session.State == SessionState.Closed
                        && session.Decisions.Any(decision => decision.Number == number)
                    )
                    .OrderByDescending(session => session.EndedAt)
                    .ThenByDescending(session => session.Id)
                    .Select(session => (int?)session.Id)
                    .FirstOrDefaultAsync(cancellation)
                : null;
        var hasMoney =
            Reaches(Right.SeeBudgets)
            && (
                await context.ProjectBalances.AnyAsync(balance => balance.Number == number, cancellation)
                || await context.Conventions.AnyAsync(convention => convention.Number == number, cancellation)
            );
        var hasPrototype =
            Reaches(Right.SeePrototypes)
            && await context.Prototypes.AnyAsync(prototype => prototype.Number == number, cancellation);
        return new(number, known, hasReviews, decision, hasMoney, hasPrototype);

        bool Reaches(Right right) => viewer.Can(right) && viewer.PerimeterOf(right).Admits(known, number);
    }
}

/// <param name="Decision">Id of the session whose word on it is the last.</param>
public sealed record TrailStops(
    int Number,
    int Edition,
    bool HasReviews,
    int? Decision,
    bool HasMoney,
    bool HasPrototype
);
