using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// Writes down that a decision is about to be sent to the source; what is sent follows from the decision itself. The result
/// is the sending, for <see cref="NoteSendingAnswer"/>. Refuses a decision that no closed session of SGPI took.
/// </summary>
public sealed class NoteSending(Store store) : IOperation<NoteSending.Request, DecisionSending>
{
    /// <param name="Instructor">In whose name, as the source knows them.</param>
    /// <param name="Notifies">Whether the source writes to the applicant.</param>
    public sealed record Request(int SessionId, int Number, string Instructor, bool Notifies);

    public static Right Right => Right.Synchronise;

    public Task<Outcome<DecisionSending>> RunAsync(
        Viewer viewer,
        Request request,
        CancellationToken cancellation = default
    ) =>
        store.WriteAsync<DecisionSending>(
            viewer,
            Right,
            nameof(NoteSending),
            async writing =>
            {
                var decision = await writing
                    .Context.Sessions.Where(session =>
                        session.Id == request.SessionId
                        && session.Body == DecidingBody.Sgpi
                        && session.State == SessionState.Closed
                    )
                    .SelectMany(session => session.Decisions)
                    .SingleOrDefaultAsync(decision => decision.Number == request.Number, cancellation);
                if (decision is null || OutcomeOf(decision.Verdict) is not { } outcome)
                {
                    return Refusal.NotFound;
                }

                var sending = new DecisionSending
                {
                    SessionId = request.SessionId,
                    Edition = decision.Edition,
                    Number = decision.Number,
                    Outcome = outcome,
                    Motivation = decision.Reason,
                    Notifies = request.Notifies,
                    Instructor = request.Instructor,
                    SentAt = writing.Now,
                    SentBy = writing.By,
                };
                writing.Context.DecisionSendings.Add(sending);
                writing.Touch(Subject.Session, request.SessionId);
                return sending;
            },
            cancellation
        );

    /// <summary>What the source is asked to make of the dossier; null where it is left as it is.</summary>
    public static SourceState? OutcomeOf(Verdict verdict) =>
        verdict switch
        {
            Verdict.Laureate => SourceState.Accepted,
            Verdict.NotSelected => SourceState.Refused,
            _ => null,
        };
}
