using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>A trial to be changed, as the person saw it.</summary>
internal static class TrialTurn
{
    public static async Task<Outcome<(UserTrial Trial, UserTrialStep Last)>> TakeAsync(
        Writing writing,
        Viewer viewer,
        long id,
        int version,
        CancellationToken cancellation
    )
    {
        var trial = await writing
            .Context.UserTrials.Include(one => one.Steps)
            .SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (trial is null || !viewer.PerimeterOf(Right.KeepPlans).Admits(trial.Edition, trial.Number))
        {
            return Refusal.NotFound;
        }

        if (trial.Version != version)
        {
            return Refusal.Conflict;
        }

        writing.Touch(Subject.Prototype, trial.Number);
        writing.Context.Entry(trial).State = EntityState.Modified;
        return (trial, trial.Steps.MaxBy(step => step.Id)!);
    }
}
