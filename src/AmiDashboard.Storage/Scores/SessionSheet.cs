using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>The sessions of an edition, the latest first, without what they rest on.</summary>
public sealed class SessionList(Store store) : IRead<SessionList.Query, IReadOnlyList<SessionSummary>>
{
    public sealed record Query(int Edition);

    public static Right Right => Right.SeeDecisions;

    public async Task<IReadOnlyList<SessionSummary>> RunAsync(
        Viewer viewer,
        Query query,
        CancellationToken cancellation = default
    )
    {
        await using var context = store.Read(viewer, Right);
        return await context
            .Sessions.Where(session => session.Edition == query.Edition)
            .OrderByDescending(session => session.Id)
            .Select(session => new SessionSummary(
                session.Id,
                session.Body,
                session.State,
                session.HeldOn,
                session.OpenedBy,
                session.EndedAt,
                session.EndedBy,
                session.Decisions.Count(decision => decision.Verdict == Verdict.Laureate),
                session.Decisions.Count(decision => decision.Verdict == Verdict.ReserveList),
                session.Decisions.Count(decision => decision.Verdict == Verdict.NotSelected)
            ))
            .ToListAsync(cancellation);
    }
}

/// <param name="HeldOn">Paris day.</param>
/// <param name="EndedAt">UTC.</param>
public sealed record SessionSummary(
    int Id,
    DecidingBody Body,
    SessionState State,
    DateOnly HeldOn,
    string OpenedBy,
    DateTime? EndedAt,
    string? EndedBy,
    int Laureates,
    int Reserve,
    int NotSelected
);

/// <summary>
/// One session whole, with what it rests on; scores and comments are left out for who may not see the ranking. Null
/// outside the perimeter.
/// </summary>
public sealed class SessionSheet(Store store) : IRead<SessionSheet.Query, Session?>
{
    public sealed record Query(int Id);

    public static Right Right => Right.SeeDecisions;

    public async Task<Session?> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        await using var context = store.Read(viewer, Right);
        var session = await context
            .Sessions.Include(session => session.Members.OrderBy(member => member.Id))
            .Include(session => session.Recusals.OrderBy(recusal => recusal.Id))
            .Include(session => session.Decisions.OrderBy(decision => decision.Number))
            .AsSplitQuery()
            .SingleOrDefaultAsync(session => session.Id == query.Id, cancellation);
        if (session is null)
        {
            return null;
        }

        var seesScores = viewer.Can(Right.SeeRanking) && viewer.PerimeterOf(Right.SeeRanking).Covers(session.Edition);
        return seesScores ? session : WithoutScores(session);
    }

    private static Session WithoutScores(Session session)
    {
        var bare = new Session
        {
            Id = session.Id,
            EditionId = session.EditionId,
            Edition = session.Edition,
            Body = session.Body,
            State = session.State,
            HeldOn = session.HeldOn,
            Quorum = session.Quorum,
            OpenedAt = session.OpenedAt,
            OpenedBy = session.OpenedBy,
            EndedAt = session.EndedAt,
            EndedBy = session.EndedBy,
            EndReason = session.EndReason,
            Remarks = session.Remarks,
            Version = session.Version,
            Basis = session.Basis with
            {
                Agreement = null,
                Applications = [.. session.Basis.Applications.Select(WithoutScores)],
            },
        };
        bare.Members.AddRange(session.Members);
        bare.Recusals.AddRange(session.Recusals);
        bare.Decisions.AddRange(session.Decisions);
        return bare;
    }

    private static FrozenApplication WithoutScores(FrozenApplication application) =>
        application with
        {
            Mean = null,
            AdjustedMean = null,
            Rank = null,
            AdjustedRank = null,
            BestRank = null,
            WorstRank = null,
            IsTied = false,
            Spread = null,
            CriterionMeans = [],
            Reviews = [],
        };
}
