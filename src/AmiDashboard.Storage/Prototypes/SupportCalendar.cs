using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>
/// The support sessions of the last year and of all time to come, within the viewer's reach, those called off among them, by
/// their begin: what a calendar is made of.
/// </summary>
public sealed class SupportCalendar(Store store, TimeProvider time)
    : IRead<SupportCalendar.Query, IReadOnlyList<CalendarSession>>
{
    /// <param name="Number">Of one project; null for all.</param>
    public sealed record Query(int? Number = null);

    public static Right Right => Right.SeePrototypes;

    public async Task<IReadOnlyList<CalendarSession>> RunAsync(
        Viewer viewer,
        Query query,
        CancellationToken cancellation = default
    )
    {
        await using var context = store.Read(viewer, Right);
        var from = time.GetUtcNow().UtcDateTime.AddYears(-1);
        var sessions = await context
            .SupportSessions.Where(session =>
                (query.Number == null || session.Number == query.Number)
                && session.Steps.Any(step => step.StartsAt >= from)
            )
            .Include(session => session.Steps.OrderBy(step => step.Id))
            .ToListAsync(cancellation);
        var titles = await context
            .Prototypes.Select(prototype => new { prototype.Number, prototype.Title })
            .ToDictionaryAsync(prototype => prototype.Number, prototype => prototype.Title, cancellation);
        return
        [
            .. sessions
                .Select(session => new CalendarSession(
                    session.Id,
                    session.Number,
                    titles.GetValueOrDefault(session.Number, ""),
                    session.Track,
                    session.Version,
                    session.Steps[^1]
                ))
                .OrderBy(session => session.Last.StartsAt)
                .ThenBy(session => session.Id),
        ];
    }
}

/// <param name="Sequence">Grows with each change.</param>
/// <param name="Last">Its last step: what stands.</param>
public sealed record CalendarSession(
    long Id,
    int Number,
    string Project,
    SupportTrack Track,
    int Sequence,
    SupportSessionStep Last
);
