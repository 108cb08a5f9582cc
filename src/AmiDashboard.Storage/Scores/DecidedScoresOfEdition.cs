using System.Collections.Immutable;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Core.Scores.Figures;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// What SGPI's closed sessions of an edition rested on, the last word on each application; null where there is none, or
/// where the viewer does not see the whole edition.
/// </summary>
public sealed class DecidedScoresOfEdition(Store store) : IRead<DecidedScoresOfEdition.Query, DecidedScores?>
{
    public sealed record Query(int Edition);

    public static Right Right => Right.SeeRanking;

    public async Task<DecidedScores?> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        await using var context = store.Read(viewer, Right);
        var bases = await context
            .Sessions.Where(session =>
                session.Edition == query.Edition
                && session.Body == DecidingBody.Sgpi
                && session.State == SessionState.Closed
            )
            .OrderBy(session => session.Id)
            .Select(session => session.Basis)
            .ToListAsync(cancellation);
        if (bases is not [.., var last])
        {
            return null;
        }

        // A later session speaks of some; what the others rested on stands, if it was scored by the same criteria.
        var criteria = last.Criteria.Select(criterion => criterion.Id).ToList();
        var means = ImmutableDictionary.CreateBuilder<int, ImmutableArray<double?>>();
        foreach (
            var basis in bases.Where(one => one.Criteria.Select(criterion => criterion.Id).SequenceEqual(criteria))
        )
        {
            foreach (var application in basis.Applications)
            {
                means[application.Number] = application.CriterionMeans;
            }
        }

        return new DecidedScores(
            query.Edition,
            [.. last.Criteria.Select(criterion => criterion.ShortName)],
            last.Scale.Most.Points,
            means.ToImmutable()
        );
    }
}
