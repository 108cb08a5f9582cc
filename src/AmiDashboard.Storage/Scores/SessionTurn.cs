using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>What every operation on a session asks first, and how its seats are written.</summary>
internal static class SessionTurn
{
    public const int MostMembers = 60;

    public static Refusal? Check(Viewer viewer, DecidingBody body, int edition)
    {
        var right = DecisionRules.RightOf(body);
        return !viewer.Can(right) ? Refusal.NoRight
            : !viewer.PerimeterOf(right).Covers(edition) ? Refusal.NotFound
            : null;
    }

    public static Refusal? CheckSeats(IReadOnlyList<Seat> seats, int quorum) =>
        seats.Count == 0 ? new Refusal("Refusal_NoMembers")
        : seats.Count > MostMembers ? new Refusal("Refusal_TooManyMembers", MostMembers)
        : quorum < 1 || quorum > seats.Count ? new Refusal("Refusal_Quorum", seats.Count)
        : seats.Any(seat =>
            string.IsNullOrWhiteSpace(seat.Name)
            || seat.Name.Length > SessionMember.LongestName
            || seat.Body?.Length > SessionMember.LongestName
        )
            ? new Refusal("Refusal_MemberName", SessionMember.LongestName)
        : seats.Select(seat => seat.Name.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() != seats.Count
            ? new Refusal("Refusal_MemberTwice")
        : null;

    public static void Seat(Session session, IEnumerable<Seat> seats) =>
        session.Members.AddRange(
            seats.Select(seat => new SessionMember
            {
                Name = seat.Name.Trim(),
                Body = string.IsNullOrWhiteSpace(seat.Body) ? null : seat.Body.Trim(),
                IsPresent = seat.IsPresent,
            })
        );

    /// <summary>The session, once it is the writer's turn; refused unless it is open and theirs to keep.</summary>
    public static async Task<Outcome<Session>> TakeAsync(
        Writing writing,
        Viewer viewer,
        int sessionId,
        bool isAlone,
        CancellationToken cancellation
    )
    {
        var edition = await writing
            .Context.Sessions.Where(session => session.Id == sessionId)
            .Select(session => (int?)session.Edition)
            .SingleOrDefaultAsync(cancellation);
        if (edition is null)
        {
            return Refusal.NotFound;
        }

        await writing.TakeTurnAsync(edition.Value, isAlone, cancellation);
        var session = await writing
            .Context.Sessions.Include(session => session.Members)
            .Include(session => session.Recusals)
            .Include(session => session.Decisions)
            .AsSplitQuery()
            .SingleAsync(session => session.Id == sessionId, cancellation);
        return Check(viewer, session.Body, session.Edition) is { } refusal ? refusal
            : session.State != SessionState.Open ? new Refusal("Refusal_SessionEnded")
            : session;
    }
}
