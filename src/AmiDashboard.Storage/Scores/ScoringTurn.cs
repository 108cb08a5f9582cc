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
    /// <summary>Null once scores may be written until the transaction ends; refused outside the perimeter as not there.</summary>
    public static Task<Refusal?> TakeAsync(Writing writing, int edition, CancellationToken cancellation) =>
        TakeAsync(writing, edition, isAlone: false, cancellation);

    /// <summary>
    /// The same for who compares with what others write: a grid with the reviews given on it, a reviewer with all that they
    /// have and must not have.
    /// </summary>
    public static Task<Refusal?> TakeAloneAsync(Writing writing, int edition, CancellationToken cancellation) =>
        TakeAsync(writing, edition, isAlone: true, cancellation);

    private static async Task<Refusal?> TakeAsync(
        Writing writing,
        int edition,
        bool isAlone,
        CancellationToken cancellation
    )
    {
        // Whether the reviews of an edition are closed is told to nobody who sees nothing of it.
        if (!await writing.Context.Editions.AnyAsync(one => one.Number == edition, cancellation))
        {
            return Refusal.NotFound;
        }

        await writing.TakeTurnAsync(edition, isAlone, cancellation);
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
