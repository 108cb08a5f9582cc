using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Exchange.DemarchesSimplifiees.Source;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Scores;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Decisions;

/// <summary>
/// Writes SGPI's decisions back to the dossiers at the source: laureates are accepted, those not selected refused, the
/// reserve list is left as it is. Off unless the settings name the instructor who signs. Each dossier's state is read
/// first, and again after a failure: no decision is sent twice, and one dossier's failure does not keep the others back.
/// Nothing is sent before it is written down that it is (<see cref="DecisionSending"/>), and every answer is kept.
/// Refused without settings, for another edition than the source's, for a session that is not SGPI's and closed, and where
/// the person confirmed another number of decisions.
/// </summary>
public sealed class WriteBack : IOperation<WriteBack.Request, IReadOnlyList<WrittenDecision>>
{
    private readonly DemarchesSimplifieesSettings settings;
    private readonly SessionSheet sessions;
    private readonly DossierSource source;
    private readonly NoteSending sending;
    private readonly NoteSendingAnswer answering;
    private readonly TimeProvider time;

    internal WriteBack(
        DemarchesSimplifieesSettings settings,
        SessionSheet sessions,
        DossierSource source,
        NoteSending sending,
        NoteSendingAnswer answering,
        TimeProvider time
    ) =>
        (this.settings, this.sessions, this.source, this.sending, this.answering, this.time) = (
            settings,
            sessions,
            source,
            sending,
            answering,
            time
        );

    /// <param name="Confirmed">How many decisions the person was told would be written.</param>
    /// <param name="Notifies">Whether the source sends its own e-mail to each applicant.</param>
    public sealed record Request(int SessionId, int Confirmed, bool Notifies);

    public static Right Right => Right.Synchronise;

    /// <summary>Whether decisions may be written back at all.</summary>
    public bool IsOn => settings is { IsConfigured: true, Instructor: { Length: > 0 } };

    /// <summary>The decisions that would be written: all but the reserve list, in the order of their numbers.</summary>
    public static IReadOnlyList<Decision> Of(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return
        [
            .. session
                .Decisions.Where(decision => decision.Verdict != Verdict.ReserveList)
                .OrderBy(decision => decision.Number),
        ];
    }

    public async Task<Outcome<IReadOnlyList<WrittenDecision>>> RunAsync(
        Viewer viewer,
        Request request,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (!viewer.Can(Right) || !viewer.Can(SessionSheet.Right))
        {
            return Refusal.NoRight;
        }

        if (!IsOn)
        {
            return new Refusal("Refusal_WriteBackOff");
        }

        var session = await sessions.RunAsync(viewer, new(request.SessionId), cancellation);
        if (
            session is not { Body: DecidingBody.Sgpi, State: SessionState.Closed }
            || session.Edition != settings.Edition
            || !viewer.PerimeterOf(Right).Covers(session.Edition)
        )
        {
            return Refusal.NotFound;
        }

        var decisions = Of(session);
        if (decisions.Count != request.Confirmed)
        {
            return Refusal.Conflict;
        }

        var patience = new Patience(time, _ => Task.CompletedTask);
        var written = new List<WrittenDecision>(decisions.Count);
        foreach (var decision in decisions)
        {
            written.Add(await WriteAsync(viewer, decision, request.Notifies, patience, cancellation));
        }

        return Outcome<IReadOnlyList<WrittenDecision>>.FromT(written);
    }

    private async Task<WrittenDecision> WriteAsync(
        Viewer viewer,
        Decision decision,
        bool notifies,
        Patience patience,
        CancellationToken cancellation
    )
    {
        var wanted = NoteSending.OutcomeOf(decision.Verdict);
        long? unheard = null;
        for (var retry = 0; ; retry++)
        {
            var asked = await source.StandingAsync(decision.Number, patience, cancellation);
            if (asked.Value is not { } standing)
            {
                return new(decision.Number, WriteBackResult.Failed, asked.Failure!.Key, asked.Failure.Detail);
            }

            if (standing.State == wanted)
            {
                if (unheard is { } before)
                {
                    await HearAsync(viewer, before, SendingResult.FoundDone, null);
                }

                return new(decision.Number, unheard is null ? WriteBackResult.AlreadyThere : WriteBackResult.Written);
            }

            if (standing.State != SourceState.UnderInstruction)
            {
                return new(decision.Number, WriteBackResult.Refused, "WriteBack_State", $"{standing.State}");
            }

            var noted = await sending.RunAsync(
                viewer,
                new(decision.SessionId, decision.Number, settings.Instructor!, notifies),
                cancellation
            );
            if (noted.Value is not { } sent)
            {
                return new(decision.Number, WriteBackResult.Failed, "WriteBack_NotNoted");
            }

            var answer = await source.DecideAsync(
                new(standing.Id, sent.Instructor, sent.Outcome, sent.Motivation, !sent.Notifies),
                cancellation
            );
            if (answer.Value is { } said)
            {
                await HearAsync(
                    viewer,
                    sent.Id,
                    said.Error is null ? SendingResult.Done : SendingResult.Refused,
                    said.Error
                );
                return said.Error is { } error
                    ? new(decision.Number, WriteBackResult.Refused, "WriteBack_Said", error)
                    : new(decision.Number, WriteBackResult.Written);
            }

            // It may have been done though no answer came: the state is read again before anything is sent again.
            unheard = sent.Id;
            var failure = answer.Failure!;
            await HearAsync(viewer, sent.Id, SendingResult.NoAnswer, failure.Detail ?? $"{failure.Kind}");
            if (
                retry >= MostTries
                || (
                    failure.Kind != SourceFailureKind.Timeout && !await patience.WaitAsync(failure, retry, cancellation)
                )
            )
            {
                return new(decision.Number, WriteBackResult.Failed, failure.Key, failure.Detail);
            }
        }
    }

    /// <summary>Even where the person goes away meanwhile: it has been said.</summary>
    private async Task HearAsync(Viewer viewer, long sent, SendingResult result, string? detail) =>
        await answering.RunAsync(viewer, new(sent, result, detail), CancellationToken.None);

    private const int MostTries = 5;
}

/// <param name="Key">Message key of why it was not written; null where it was.</param>
/// <param name="Detail">The source's own words, or the state that the dossier has there.</param>
public sealed record WrittenDecision(int Number, WriteBackResult Result, string? Key = null, string? Detail = null);

public enum WriteBackResult
{
    Written,

    /// <summary>The source had that very outcome already.</summary>
    AlreadyThere,

    /// <summary>By the source, or because the dossier has another outcome there.</summary>
    Refused,
    Failed,
}
