using AmiDashboard.Core;
using AmiDashboard.Core.Scores;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// Scores are written until a jury opens. Who writes takes a shared turn of the edition, who freezes takes it alone: a
/// review is either in what was frozen, or refused.
/// </summary>
internal static class ScoringTurn
{
    /// <summary>Null once scores may be written until the transaction ends.</summary>
    public static async Task<Refusal?> TakeAsync(Writing writing, int edition, CancellationToken cancellation)
    {
        await writing.TakeTurnAsync(edition, isAlone: false, cancellation);
        return await AreFrozenAsync(writing.Context, edition, cancellation)
            ? new Refusal("Refusal_ReviewsClosed")
            : null;
    }

    public static Task<bool> AreFrozenAsync(AmiContext context, int edition, CancellationToken cancellation) =>
        context
            .Sessions.IgnoreQueryFilters()
            .AnyAsync(
                session =>
                    session.Edition == edition
                    && (
                        session.State == SessionState.Open
                        || (session.State == SessionState.Closed && session.Body == DecidingBody.Jury)
                    ),
                cancellation
            );
}
