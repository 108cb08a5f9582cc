using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>Calls off a trial that was not held, with a reason; it can be planned again. The result is its id.</summary>
public sealed class CancelTrial(Store store) : IOperation<CancelTrial.Request, long>
{
    /// <param name="Version">That of the trial, as the person saw it.</param>
    public sealed record Request(long Id, string? Reason, int Version);

    public static Right Right => Right.KeepPlans;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<long>(
            viewer,
            Right,
            nameof(CancelTrial),
            async writing =>
            {
                var taken = await TrialTurn.TakeAsync(writing, viewer, request.Id, request.Version, cancellation);
                if (!taken.Done)
                {
                    return taken.Refusal;
                }

                var (trial, last) = taken.Value;
                if (last.Step != TrialStep.Planned)
                {
                    return new Refusal("Refusal_TrialNotPlanned");
                }

                if (PlanText.CheckReason(request.Reason) is { } refusal)
                {
                    return refusal;
                }

                trial.Steps.Add(
                    new UserTrialStep
                    {
                        Step = TrialStep.Cancelled,
                        On = last.On,
                        People = last.People,
                        Reason = PlanText.Tidy(request.Reason),
                        RecordedAt = writing.Now,
                        RecordedBy = writing.By,
                    }
                );
                return trial.Id;
            },
            cancellation
        );
}
