using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// Records what an open session decides of one application, or changes it. Refused by <see cref="DecisionRules.Check"/>,
/// and as a conflict where somebody else decided it since the person saw it.
/// </summary>
public sealed class RecordDecision(Store store) : IOperation<RecordDecision.Request, int>
{
    /// <param name="Version">Of the decision that the person saw; null where they saw none.</param>
    public sealed record Request(
        int SessionId,
        int Number,
        Verdict Verdict,
        string? Reason,
        Money? Amount,
        int? Version
    );

    public static Right Right => Right.SeeDecisions;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(RecordDecision),
            async writing =>
            {
                var taken = await SessionTurn.TakeAsync(
                    writing,
                    viewer,
                    request.SessionId,
                    // Amounts of two applications given at once would each be within the envelope, and together beyond.
                    isAlone: true,
                    cancellation
                );
                if (!taken.Done)
                {
                    return taken.Refusal;
                }

                var session = taken.Value;
                var applicationId = await writing
                    .Context.Applications.Where(application => application.Number == request.Number)
                    .Select(application => (long?)application.Id)
                    .SingleOrDefaultAsync(cancellation);
                if (
                    applicationId is null
                    || session.Basis.Applications.All(application => application.Number != request.Number)
                )
                {
                    return Refusal.NotFound;
                }

                var decision = session.Decisions.SingleOrDefault(decision => decision.Number == request.Number);
                if (decision?.Version != request.Version)
                {
                    return Refusal.Conflict;
                }

                var refusal = DecisionRules.Check(
                    request.Verdict,
                    request.Reason,
                    request.Amount,
                    session.Body,
                    await Envelope.LeftAsync(writing.Context, session, request.Number, cancellation)
                );
                if (refusal is not null)
                {
                    return refusal;
                }

                if (decision is null)
                {
                    decision = new Decision
                    {
                        ApplicationId = applicationId.Value,
                        Edition = session.Edition,
                        Number = request.Number,
                        Verdict = request.Verdict,
                        Reason = "",
                        RecordedAt = writing.Now,
                        RecordedBy = writing.By,
                    };
                    session.Decisions.Add(decision);
                }

                (decision.Verdict, decision.Amount) = (request.Verdict, request.Amount);
                decision.Reason = request.Reason!.Trim();
                (decision.RecordedAt, decision.RecordedBy) = (writing.Now, writing.By);
                await writing.Context.SaveChangesAsync(cancellation);
                writing.Touch(Subject.Session, session.Id);
                return decision.Version;
            },
            cancellation
        );
}
