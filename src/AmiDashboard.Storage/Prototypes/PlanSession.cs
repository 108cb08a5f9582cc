using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>
/// Plans a support session, or moves one that was not held. Technical ones are DINSIC's to plan, strategic ones DITP's. The
/// result is its id.
/// </summary>
public sealed class PlanSession(Store store) : IOperation<PlanSession.Request, long>
{
    /// <param name="Moved">The session to move and its version as the person saw it; null for a new one.</param>
    /// <param name="StartsAt">UTC.</param>
    /// <param name="Minutes">From 15 to 720.</param>
    /// <param name="Reason">Why it is moved; a new one needs none.</param>
    public sealed record Request(
        int Number,
        SupportTrack Track,
        DateTime StartsAt,
        int Minutes,
        string? Coach,
        string? Topic,
        string? Place,
        (long Id, int Version)? Moved = null,
        string? Reason = null
    );

    public static Right Right => Right.LeadSupport;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(PlanSession),
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
        var (coach, topic, place) = (
            PlanText.Tidy(request.Coach),
            PlanText.Tidy(request.Topic),
            PlanText.Tidy(request.Place)
        );
        if (
            (ProgrammeDays.Check(request.StartsAt) ?? SupportRules.Check(request.Minutes, coach, topic, place)) is
            { } refusal
        )
        {
            return refusal;
        }

        var found = request.Moved is { } moved
            ? await MovedAsync(writing, viewer, moved, request.Reason, cancellation)
            : await NewAsync(writing, viewer, request, cancellation);
        if (!found.Done)
        {
            return found.Refusal;
        }

        found.Value.Steps.Add(
            new SupportSessionStep
            {
                Step = SessionStep.Planned,
                StartsAt = request.StartsAt,
                Minutes = request.Minutes,
                Coach = coach!,
                Topic = topic!,
                Place = place,
                Reason = PlanText.Tidy(request.Reason),
                RecordedAt = writing.Now,
                RecordedBy = writing.By,
            }
        );
        await writing.Context.SaveChangesAsync(cancellation);
        return found.Value.Id;
    }

    private static async Task<Outcome<SupportSession>> NewAsync(
        Writing writing,
        Viewer viewer,
        Request request,
        CancellationToken cancellation
    )
    {
        var right = SupportRules.RightOf(request.Track);
        if (!viewer.Can(right))
        {
            return new Refusal("Refusal_OtherTrack");
        }

        var taken = await PrototypeTurn.TakeAsync(writing, viewer, right, request.Number, cancellation);
        if (!taken.Done)
        {
            return taken.Refusal;
        }

        var session = new SupportSession
        {
            Edition = taken.Value.Edition,
            Number = request.Number,
            Track = request.Track,
        };
        writing.Context.SupportSessions.Add(session);
        return session;
    }

    private static async Task<Outcome<SupportSession>> MovedAsync(
        Writing writing,
        Viewer viewer,
        (long Id, int Version) moved,
        string? reason,
        CancellationToken cancellation
    )
    {
        var taken = await SupportSessionTurn.TakeAsync(writing, viewer, moved.Id, moved.Version, cancellation);
        return !taken.Done ? taken.Refusal
            : taken.Value.Last.Step == SessionStep.Held ? new Refusal("Refusal_SessionHeld")
            : PlanText.CheckReason(reason) is { } refusal ? refusal
            : taken.Value.Session;
    }
}
