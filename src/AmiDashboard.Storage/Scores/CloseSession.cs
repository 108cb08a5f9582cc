using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// Signs a session: its decisions stand, and stages follow. A jury shortlists whom it proposes; the COPIL changes no
/// stage; SGPI's decision makes laureates, the reserve list and the rest. Refused without a quorum, for the whole or for
/// one application once recusals are counted, while an application lacks its decision, and beyond the envelope.
/// </summary>
public sealed class CloseSession : IOperation<CloseSession.Request, int>
{
    private readonly Store store;
    private readonly IReadOnlyList<ISessionFollowing> followings;

    internal CloseSession(Store store, IEnumerable<ISessionFollowing> followings) =>
        (this.store, this.followings) = (store, [.. followings]);

    /// <param name="Version">The version of the session that the person saw.</param>
    /// <param name="DecisionStamp"><see cref="Session.DecisionStamp"/> as the person saw it.</param>
    public sealed record Request(int SessionId, int Version, int DecisionStamp);

    public static Right Right => Right.SeeDecisions;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(CloseSession),
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
                if (session.Version != request.Version || session.DecisionStamp != request.DecisionStamp)
                {
                    return Refusal.Conflict;
                }

                var refusal =
                    SessionRules.CheckClosing(session)
                    ?? await Envelope.CheckAsync(writing.Context, session, cancellation);
                if (refusal is not null)
                {
                    return refusal;
                }

                (session.State, session.EndedAt, session.EndedBy) = (SessionState.Closed, writing.Now, writing.By);
                if (await MoveAsync(writing, session, cancellation) is { } stuck)
                {
                    return stuck;
                }

                writing.Touch(Subject.Session, session.Id);
                foreach (var following in followings)
                {
                    if (await following.FollowAsync(writing, viewer, session, cancellation) is { } kept)
                    {
                        return kept;
                    }
                }

                return session.Id;
            },
            cancellation
        );

    private static async Task<Refusal?> MoveAsync(Writing writing, Session session, CancellationToken cancellation)
    {
        int[] numbers = [.. session.Decisions.Select(decision => decision.Number)];
        var applications = await writing
            .Context.Applications.Where(application => numbers.Contains(application.Number))
            .ToDictionaryAsync(application => application.Number, cancellation);
        foreach (var decision in session.Decisions)
        {
            if (!applications.TryGetValue(decision.Number, out var application))
            {
                continue;
            }

            foreach (var stage in SessionRules.StagesAfter(session.Body, decision.Verdict, application.Stage))
            {
                // Dated by the act, and never before what the application went through meanwhile.
                var refusal = StageRules.Check(
                    application.Stage,
                    application.StageSince,
                    stage,
                    writing.Now,
                    decision.Reason,
                    writing.Now
                );
                if (refusal is not null)
                {
                    return new Refusal("Refusal_StageStuck", application.Number, application.Stage);
                }

                application.StageChanges.Add(
                    new StageChange
                    {
                        Stage = stage,
                        ValidFrom = writing.Now,
                        RecordedAt = writing.Now,
                        RecordedBy = writing.By,
                        Reason = decision.Reason,
                    }
                );
                (application.Stage, application.StageSince) = (stage, writing.Now);
                writing.Touch(Subject.Application, application.Id);
            }
        }

        return null;
    }
}
