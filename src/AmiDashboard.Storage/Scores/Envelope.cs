using AmiDashboard.Core;
using AmiDashboard.Core.Scores;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>What of an edition's envelope a session may still give.</summary>
internal static class Envelope
{
    /// <summary>What is left for one application: <see cref="OpenToAsync"/> less what the session's other laureates get.</summary>
    public static async Task<Money?> LeftAsync(
        AmiContext context,
        Session session,
        int number,
        CancellationToken cancellation
    ) =>
        await OpenToAsync(context, session, cancellation) is { } whole
            ? whole - Given(session.Decisions.Where(decision => decision.Number != number))
            : null;

    /// <summary>Null where the session's laureates get no more than there is now: the envelope may be smaller than it was.</summary>
    public static async Task<Refusal?> CheckAsync(
        AmiContext context,
        Session session,
        CancellationToken cancellation
    ) =>
        await OpenToAsync(context, session, cancellation) is { } whole && Given(session.Decisions) > whole
            ? new Refusal("Refusal_EnvelopeExceeded", whole)
            : null;

    /// <summary>
    /// The envelope less what SGPI's closed decisions last granted to applications that this session does not speak of;
    /// null where the edition has no envelope.
    /// </summary>
    private static async Task<Money?> OpenToAsync(AmiContext context, Session session, CancellationToken cancellation)
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
            .Sessions.AsNoTracking()
            .Where(other =>
                other.Edition == session.Edition
                && other.Body == DecidingBody.Sgpi
                && other.State == SessionState.Closed
                && other.Id != session.Id
            )
            .SelectMany(other => other.Decisions)
            .ToListAsync(cancellation);
        var last = granted
            .Where(decision => !spoken.Contains(decision.Number))
            .GroupBy(decision => decision.Number)
            .Select(group => group.MaxBy(decision => decision.SessionId)!);
        return whole - Given(last);
    }

    private static Money Given(IEnumerable<Decision> decisions) =>
        new(
            decisions
                .Where(decision => decision.Verdict == Verdict.Laureate)
                .Sum(decision => decision.Amount?.Cents ?? 0)
        );
}
