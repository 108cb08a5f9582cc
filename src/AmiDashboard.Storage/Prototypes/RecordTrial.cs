using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>
/// Says what a trial found. Said again, with a reason, it corrects what was said before, which is kept. The result is the
/// trial's id.
/// </summary>
public sealed class RecordTrial(Store store) : IOperation<RecordTrial.Request, long>
{
    /// <param name="On">Paris day, not to come.</param>
    /// <param name="People">Who came.</param>
    /// <param name="Reason">Why the result is said anew; the first time needs none.</param>
    /// <param name="Version">That of the trial, as the person saw it.</param>
    public sealed record Request(long Id, DateOnly On, int People, TrialResult Result, string? Reason, int Version);

    public static Right Right => Right.KeepPlans;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(RecordTrial),
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
        var taken = await TrialTurn.TakeAsync(writing, viewer, request.Id, request.Version, cancellation);
        if (!taken.Done)
        {
            return taken.Refusal;
        }

        var (trial, last) = taken.Value;
        var result = request.Result with
        {
            Learnt = PlanText.Tidy(request.Result.Learnt),
            Changed = PlanText.Tidy(request.Result.Changed),
        };
        var refusal =
            TrialRules.CheckResult(request.On, request.People, result, ParisTime.DayOf(writing.Now))
            ?? (last.Step == TrialStep.Held ? PlanText.CheckReason(request.Reason) : null);
        if (refusal is not null)
        {
            return refusal;
        }

        trial.Steps.Add(
            new UserTrialStep
            {
                Step = TrialStep.Held,
                On = request.On,
                People = request.People,
                Result = result,
                Reason = PlanText.Tidy(request.Reason),
                RecordedAt = writing.Now,
                RecordedBy = writing.By,
            }
        );
        return trial.Id;
    }
}
