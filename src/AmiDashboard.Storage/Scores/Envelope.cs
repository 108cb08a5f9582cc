using AmiDashboard.Core;
using AmiDashboard.Core.Scores;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>What of an edition's envelope a session may still give.</summary>
internal static class Envelope
{
    /// <summary>
    /// The envelope less what the session's other laureates get, and less what earlier closed decisions of SGPI granted to
    /// applications that this session does not speak of; null where the edition has no envelope.
    /// </summary>
    public static async Task<Money?> LeftAsync(
        AmiContext context,
        Session session,
        int number,
        CancellationToken cancellation
    )
    {
        var envelope = await context
            .Editions.Where(edition => edition.Id == session.EditionId)
            .Select(edition => edition.Envelope)
            .SingleAsync(cancellation);
        if (envelope is not { } whole)
        {
            return null;
        }

        var spoken = session.Basis.Applications.Select(application => application.Number).ToHashSet();
        var granted = await context
            .Sessions.Where(other =>
                other.Edition == session.Edition
                && other.Body == DecidingBody.Sgpi
                && other.State == SessionState.Closed
                && other.Id != session.Id
            )
            .SelectMany(other => other.Decisions)
            .Where(decision => decision.Verdict == Verdict.Laureate && decision.Amount != null)
            .Select(decision => new { decision.Number, decision.Amount })
            .ToListAsync(cancellation);
        var earlier = granted.Where(one => !spoken.Contains(one.Number)).Sum(one => one.Amount!.Value.Cents);
        var others = session
            .Decisions.Where(decision => decision.Number != number && decision.Verdict == Verdict.Laureate)
            .Sum(decision => decision.Amount?.Cents ?? 0);
        return whole - new Money(earlier + others);
    }
}
