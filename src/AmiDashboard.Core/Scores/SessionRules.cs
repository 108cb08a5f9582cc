using AmiDashboard.Core.Applications;

namespace AmiDashboard.Core.Scores;

/// <summary>When a session may be signed, and what its decisions do to stages.</summary>
public static class SessionRules
{
    /// <summary>
    /// Null where it may be closed: the quorum is there, also for each application without those who recused themselves;
    /// each application is decided; SGPI gives each laureate an amount.
    /// </summary>
    public static Refusal? CheckClosing(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var present = session.Members.Where(member => member.IsPresent).Select(member => member.Name).ToList();
        if (present.Count < session.Quorum)
        {
            return new Refusal("Refusal_QuorumMissing", present.Count, session.Quorum);
        }

        var decided = session.Decisions.Select(decision => decision.Number).ToHashSet();
        var missing = session.Basis.Applications.Count(application => !decided.Contains(application.Number));
        if (missing > 0)
        {
            return new Refusal("Refusal_DecisionsMissing", missing);
        }

        foreach (var application in session.Basis.Applications)
        {
            var recused = session
                .Recusals.Where(recusal => recusal.Number == application.Number)
                .Select(recusal => recusal.Member)
                .ToHashSet(StringComparer.OrdinalIgnoreCase);
            var voting = present.Count(member => !recused.Contains(member));
            if (voting < session.Quorum)
            {
                return new Refusal("Refusal_QuorumMissingFor", application.Number, voting, session.Quorum);
            }
        }

        var unpaid =
            session.Body == DecidingBody.Sgpi
                ? session.Decisions.Find(decision => decision is { Verdict: Verdict.Laureate, Amount: null })
                : null;
        return unpaid is null ? null : new Refusal("Refusal_AmountMissingFor", unpaid.Number);
    }

    /// <summary>The stages that an application goes through, in order, once the act is signed; none where it stays.</summary>
    public static IReadOnlyList<Stage> StagesAfter(DecidingBody body, Verdict verdict, Stage stage) =>
        (body, verdict, stage) switch
        {
            (DecidingBody.Jury, Verdict.Laureate or Verdict.ReserveList, Stage.UnderReview) => [Stage.Shortlisted],
            (DecidingBody.Sgpi, Verdict.Laureate, Stage.UnderReview) => [Stage.Shortlisted, Stage.Laureate],
            (DecidingBody.Sgpi, Verdict.ReserveList, Stage.UnderReview) => [Stage.Shortlisted, Stage.ReserveList],
            (DecidingBody.Sgpi, Verdict.Laureate, Stage.Shortlisted or Stage.ReserveList) => [Stage.Laureate],
            (DecidingBody.Sgpi, Verdict.ReserveList, Stage.Shortlisted) => [Stage.ReserveList],
            (DecidingBody.Sgpi, Verdict.NotSelected, Stage.UnderReview or Stage.Shortlisted or Stage.ReserveList) =>
            [
                Stage.NotSelected,
            ],
            _ => [],
        };
}
