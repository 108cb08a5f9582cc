using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>Calls off a session that was not held, with a reason; it can be planned again. The result is its id.</summary>
public sealed class CancelSession(Store store) : IOperation<CancelSession.Request, long>
{
    /// <param name="Version">That of the session, as the person saw it.</param>
    public sealed record Request(long Id, string? Reason, int Version);

    public static Right Right => Right.LeadSupport;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(CancelSession),
            writing => ApplyAsync(writing, viewer, request, cancellation),
            cancellation
        );

    /// <summary>The same within a transaction that is open already.</summary>
    internal static async Task<Outcome<long>> ApplyAsync(
        Writing writing,
        Viewer viewer,
        Request request,
        CancellationToken cancellation
    )
    {
        var taken = await SupportSessionTurn.TakeAsync(writing, viewer, request.Id, request.Version, cancellation);
        if (!taken.Done)
        {
            return taken.Refusal;
        }

        var (session, last) = taken.Value;
        if (last.Step != SessionStep.Planned)
        {
            return new Refusal("Refusal_SessionNotPlanned");
        }

        if (PlanText.CheckReason(request.Reason) is { } refusal)
        {
            return refusal;
        }

        session.Steps.Add(
            new SupportSessionStep
            {
                Step = SessionStep.Cancelled,
                StartsAt = last.StartsAt,
                Minutes = last.Minutes,
                Coach = last.Coach,
                Topic = last.Topic,
                Place = last.Place,
                Reason = PlanText.Tidy(request.Reason),
                RecordedAt = writing.Now,
                RecordedBy = writing.By,
            }
        );
        return session.Id;
    }
}
