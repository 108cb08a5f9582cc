using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>Plans a trial with users, or moves one that was not held. The result is its id.</summary>
public sealed class PlanTrial(Store store) : IOperation<PlanTrial.Request, long>
{
    /// <param name="Moved">The trial to move and its version as the person saw it; null for a new one.</param>
    /// <param name="On">Paris day, within support or after it.</param>
    /// <param name="People">Expected.</param>
    /// <param name="Reason">Why it is moved; a new one needs none.</param>
    public sealed record Request(
        int Number,
        Audience Audience,
        DateOnly On,
        int People,
        (long Id, int Version)? Moved = null,
        string? Reason = null
    );

    public static Right Right => Right.KeepPlans;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(PlanTrial),
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
        var taken = await PrototypeTurn.TakeAsync(writing, viewer, Right, request.Number, cancellation);
        if (!taken.Done)
        {
            return taken.Refusal;
        }

        var refusal =
            TrialRules.CheckPeople(request.People)
            ?? (
                request.On < taken.Value.StartsOn ? new Refusal("Refusal_BeforeSupport", taken.Value.StartsOn)
                : request.Moved is null ? null
                : PlanText.CheckReason(request.Reason)
            );
        if (refusal is not null)
        {
            return refusal;
        }

        UserTrial trial;
        if (request.Moved is { } moved)
        {
            var found = await TrialTurn.TakeAsync(writing, viewer, moved.Id, moved.Version, cancellation);
            if (!found.Done)
            {
                return found.Refusal;
            }

            if (found.Value.Trial.Number != request.Number)
            {
                return Refusal.NotFound;
            }

            if (found.Value.Last.Step == TrialStep.Held)
            {
                return new Refusal("Refusal_TrialHeld");
            }

            trial = found.Value.Trial;
        }
        else
        {
            trial = new UserTrial
            {
                Edition = taken.Value.Edition,
                Number = request.Number,
                Audience = request.Audience,
            };
            writing.Context.UserTrials.Add(trial);
        }

        trial.Steps.Add(
            new UserTrialStep
            {
                Step = TrialStep.Planned,
                On = request.On,
                People = request.People,
                Reason = PlanText.Tidy(request.Reason),
                RecordedAt = writing.Now,
                RecordedBy = writing.By,
            }
        );
        await writing.Context.SaveChangesAsync(cancellation);
        return trial.Id;
    }
}
