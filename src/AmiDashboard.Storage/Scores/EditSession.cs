using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// Says who sits, who is present, who leaves the room for which application, and what was said of the whole. Refused once
/// the session ended, and as a conflict where somebody else changed it since.
/// </summary>
public sealed class EditSession(Store store) : IOperation<EditSession.Request, int>
{
    /// <param name="Version">The version that the person saw.</param>
    public sealed record Request(
        int SessionId,
        IReadOnlyList<Seat> Members,
        IReadOnlyList<StatedRecusal> Recusals,
        string? Remarks,
        int Version
    );

    /// <param name="Member">One of the members' names.</param>
    public sealed record StatedRecusal(string Member, int Number, string Reason);

    public static Right Right => Right.SeeDecisions;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(EditSession),
            async writing =>
            {
                var taken = await SessionTurn.TakeAsync(
                    writing,
                    viewer,
                    request.SessionId,
                    isAlone: false,
                    cancellation
                );
                if (!taken.Done)
                {
                    return taken.Refusal;
                }

                var session = taken.Value;
                if (session.Version != request.Version)
                {
                    return Refusal.Conflict;
                }

                if ((SessionTurn.CheckSeats(request.Members, session.Quorum) ?? Check(session, request)) is { } refusal)
                {
                    return refusal;
                }

                session.Members.Clear();
                session.Recusals.Clear();
                // Names are unique in a session: the old rows go before the new ones come.
                await writing.Context.SaveChangesAsync(cancellation);
                SessionTurn.Seat(session, request.Members);
                session.Recusals.AddRange(
                    request.Recusals.Select(recusal => new Recusal
                    {
                        Member = recusal.Member.Trim(),
                        Number = recusal.Number,
                        Reason = recusal.Reason.Trim(),
                    })
                );
                session.Remarks = string.IsNullOrWhiteSpace(request.Remarks) ? null : request.Remarks.Trim();
                writing.Context.Entry(session).State = EntityState.Modified;
                await writing.Context.SaveChangesAsync(cancellation);
                writing.Touch(Subject.Session, session.Id);
                return session.Version;
            },
            cancellation
        );

    private static Refusal? Check(Session session, Request request)
    {
        if (request.Remarks?.Length > Session.LongestRemarks)
        {
            return new Refusal("Refusal_RemarksTooLong", Session.LongestRemarks);
        }

        var members = request.Members.Select(seat => seat.Name.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var numbers = session.Basis.Applications.Select(application => application.Number).ToHashSet();
        foreach (var recusal in request.Recusals)
        {
            if (!members.Contains(recusal.Member.Trim()) || !numbers.Contains(recusal.Number))
            {
                return new Refusal("Refusal_RecusalUnknown", recusal.Member, recusal.Number);
            }

            if (Conflicts.CheckReason(recusal.Reason) is { } unsaid)
            {
                return unsaid;
            }
        }

        return
            request.Recusals.DistinctBy(one => (one.Member.Trim().ToUpperInvariant(), one.Number)).Count()
            == request.Recusals.Count
            ? null
            : new Refusal("Refusal_RecusalTwice");
    }
}
