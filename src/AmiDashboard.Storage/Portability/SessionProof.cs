using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Scores;

namespace AmiDashboard.Storage.Portability;

/// <summary>Whether a session rests on what was frozen, decides what it may, and made the stages that it signed.</summary>
internal static class SessionProof
{
    public static IEnumerable<Refusal> Check(Session session)
    {
        if (session.Basis.Fingerprint != BasisFreezing.FingerprintOf(session.Basis))
        {
            yield return Finding("Verify_Fingerprint", session);
        }

        if (!IsEndedAsWritten(session))
        {
            yield return Finding("Verify_SessionEnd", session, session.State);
        }

        if (session.State == SessionState.Closed && SessionRules.CheckClosing(session) is not null)
        {
            yield return Finding("Verify_SessionClosing", session);
        }

        var deliberated = session.Basis.Applications.Select(application => application.Number).ToHashSet();
        foreach (var decision in session.Decisions.OrderBy(decision => decision.Number))
        {
            if (!deliberated.Contains(decision.Number))
            {
                yield return Finding("Verify_DecisionUnheard", session, decision.Number);
            }

            if (decision is { Amount: not null, Verdict: not Verdict.Laureate })
            {
                yield return Finding("Verify_AmountOfNoLaureate", session, decision.Number, decision.Verdict);
            }
            else if (decision.Amount is { Cents: <= 0 })
            {
                yield return Finding("Verify_AmountNotPositive", session, decision.Number);
            }
        }
    }

    /// <summary>
    /// Compares a signed decision with the stages that were recorded since: the first of them are those that it makes. Where
    /// it makes none, later changes say nothing of it.
    /// </summary>
    /// <param name="changes">All of one application that still is there, in the order they were recorded.</param>
    public static Refusal? CheckStages(Session session, Decision decision, IReadOnlyList<StageChange> changes)
    {
        if (session.State != SessionState.Closed || session.EndedAt is not { } signedAt)
        {
            return null;
        }

        var before = changes.LastOrDefault(change => change.RecordedAt < signedAt);
        if (before is null)
        {
            return null;
        }

        var made = SessionRules.StagesAfter(session.Body, decision.Verdict, before.Stage);
        var came = changes.Where(change => change.RecordedAt >= signedAt).Select(change => change.Stage);
        return made.SequenceEqual(came.Take(made.Count))
            ? null
            : Finding("Verify_SessionStage", session, decision.Number, decision.Verdict);
    }

    private static bool IsEndedAsWritten(Session session) =>
        session.State == SessionState.Open
            ? session is { EndedAt: null, EndedBy: null, EndReason: null }
            : session is { EndedAt: not null, EndedBy: not null }
                && (session.State == SessionState.Cancelled) == (session.EndReason is not null);

    private static Refusal Finding(string key, Session session, params IEnumerable<object> more) =>
        new(key, [session.Id, session.Body, session.Edition, .. more]);
}
