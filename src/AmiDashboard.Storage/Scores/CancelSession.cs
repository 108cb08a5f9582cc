using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Changes;

namespace AmiDashboard.Storage.Scores;

/// <summary>Gives up an open session, with a reason; nothing that it drafted stands, and reviews are open again.</summary>
public sealed class CancelSession(Store store) : IOperation<CancelSession.Request, int>
{
    public sealed record Request(int SessionId, string? Reason, int Version);

    public static Right Right => Right.SeeDecisions;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(CancelSession),
            async writing =>
            {
                var taken = await SessionTurn.TakeAsync(
                    writing,
                    viewer,
                    request.SessionId,
                    isAlone: true,
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

                if (Conflicts.CheckReason(request.Reason) is { } unsaid)
                {
                    return unsaid;
                }

                (session.State, session.EndedAt, session.EndedBy) = (SessionState.Cancelled, writing.Now, writing.By);
                session.EndReason = request.Reason!.Trim();
                writing.Touch(Subject.Session, session.Id);
                return session.Id;
            },
            cancellation
        );
}
