using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>
/// Says that a session was held: when, how long, what came of it, and who has to do what. Said again it corrects what was
/// said before, which is kept; its actions are added to those there are. The result is its id.
/// </summary>
public sealed class HoldSession(Store store) : IOperation<HoldSession.Request, long>
{
    /// <param name="StartsAt">UTC, not to come.</param>
    /// <param name="Minutes">From 15 to 720.</param>
    /// <param name="Version">That of the session, as the person saw it.</param>
    public sealed record Request(
        long Id,
        DateTime StartsAt,
        int Minutes,
        string? Coach,
        string? Conclusions,
        ImmutableArray<GivenAction> Actions,
        int Version
    );

    public static Right Right => Right.LeadSupport;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(HoldSession),
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
        var (coach, conclusions) = (PlanText.Tidy(request.Coach), PlanText.Tidy(request.Conclusions));
        var refusal =
            SupportRules.Check(request.Minutes, coach, last.Topic, last.Place)
            ?? SupportRules.CheckHeld(request.StartsAt, conclusions, request.Actions, writing.Now);
        if (refusal is not null)
        {
            return refusal;
        }

        session.Steps.Add(
            new SupportSessionStep
            {
                Step = SessionStep.Held,
                StartsAt = request.StartsAt,
                Minutes = request.Minutes,
                Coach = coach!,
                Topic = last.Topic,
                Place = last.Place,
                Conclusions = conclusions,
                RecordedAt = writing.Now,
                RecordedBy = writing.By,
            }
        );
        session.Actions.AddRange(
            request.Actions.Select(action => new SupportAction
            {
                Text = PlanText.Tidy(action.Text)!,
                Owner = PlanText.Tidy(action.Owner)!,
                DueOn = action.DueOn,
                RecordedAt = writing.Now,
                RecordedBy = writing.By,
            })
        );
        return session.Id;
    }
}
