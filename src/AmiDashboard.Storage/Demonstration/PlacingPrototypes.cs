using AmiDashboard.Core.Demonstration;
using AmiDashboard.Storage.Changes;

namespace AmiDashboard.Storage.Demonstration;

/// <summary>
/// Writes the demonstration's support as it was known at the writing's instant, rows as its operations would have left them:
/// that they might have is a test of the demonstration.
/// </summary>
internal static class PlacingPrototypes
{
    public static void Apply(Writing writing)
    {
        writing.Context.ChangeTracker.Clear();
        foreach (
            var one in DemonstrationPrototypes.KnownAt(writing.Now, DemonstrationPrototypes.MidwayStart(writing.Now))
        )
        {
            writing.Context.Prototypes.Add(one.Plan);
            writing.Context.SupportSessions.AddRange(one.Sessions);
            writing.Context.MonthlyReports.AddRange(one.Reports);
            writing.Context.UserTrials.AddRange(one.Trials);
            writing.Context.ReadinessProofs.AddRange(one.Proofs);
            writing.Context.RollOutVerdicts.AddRange(one.Verdicts);
            if (one.Evaluation is { } evaluation)
            {
                writing.Context.Evaluations.Add(evaluation);
            }

            if (one.Sheet is { } sheet)
            {
                writing.Context.ProjectSheets.Add(sheet);
            }

            writing.Touch(Subject.Prototype, one.Plan.Number);
        }
    }
}
