using System.Collections.Immutable;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Dashboards;

/// <summary>The Paris days on which the steering committee sat, within the viewer's editions, the latest first.</summary>
public sealed class CommitteeDates(Store store) : IRead<CommitteeDates.Query, ImmutableArray<DateOnly>>
{
    /// <param name="Edition">Null for every edition.</param>
    public sealed record Query(int? Edition);

    public static Right Right => Right.SeeFigures;

    public async Task<ImmutableArray<DateOnly>> RunAsync(
        Viewer viewer,
        Query query,
        CancellationToken cancellation = default
    )
    {
        await using var context = store.Read(viewer, Right);
        var days = await context
            .Sessions.Where(session =>
                session.Body == DecidingBody.Copil
                && session.State == SessionState.Closed
                && (query.Edition == null || session.Edition == query.Edition)
            )
            .Select(session => session.HeldOn)
            .Distinct()
            .ToListAsync(cancellation);
        return [.. days.OrderDescending()];
    }
}
