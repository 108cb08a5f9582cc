using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Demonstration;
using AmiDashboard.Core.Editions;
using AmiDashboard.Storage.Applications;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Demonstration;

/// <summary>
/// Writes applications with the journey they have made, in the transaction of the operation that asks: dossiers as a
/// synchronisation records them, steps as the stage rules allow them.
/// </summary>
internal static class Placing
{
    public static async Task<Outcome<int>> ApplyAsync(
        Writing writing,
        Edition edition,
        IReadOnlyList<DemonstrationApplication> applications,
        CancellationToken cancellation
    )
    {
        int[] numbers = [.. applications.Select(one => one.Dossier.Number)];
        var known = await writing
            .Context.Applications.IgnoreQueryFilters()
            .Where(application => numbers.Contains(application.Number))
            .Select(application => application.Number)
            .ToHashSetAsync(cancellation);
        var missing = applications
            .Where(one => !known.Contains(one.Dossier.Number))
            .ToDictionary(one => one.Dossier.Number);
        await RecordDossiers.RecordAsync(
            writing,
            edition,
            [.. missing.Values.Select(one => one.Dossier)],
            DossierOrigin.Demonstration,
            cancellation
        );
        foreach (var application in writing.Context.Applications.Local.Where(one => missing.ContainsKey(one.Number)))
        {
            // A past that is told anew was known on its day, from the deposit on.
            foreach (var received in application.StageChanges)
            {
                writing.Context.Entry(received).Property(change => change.RecordedAt).CurrentValue = received.ValidFrom;
            }

            foreach (var step in missing[application.Number].Journey)
            {
                if (Advance(writing, application, step) is { } refusal)
                {
                    return refusal;
                }
            }
        }

        await writing.Context.SaveChangesAsync(cancellation);
        return missing.Count;
    }

    private static Refusal? Advance(Writing writing, Application application, JourneyStep step)
    {
        var refusal = StageRules.Check(
            application.Stage,
            application.StageSince,
            step.Stage,
            step.At,
            step.Reason,
            writing.Now
        );
        if (refusal is not null)
        {
            return refusal;
        }

        application.StageChanges.Add(
            new StageChange
            {
                Stage = step.Stage,
                ValidFrom = step.At,
                RecordedAt = step.At,
                RecordedBy = step.By,
                Reason = step.Reason,
            }
        );
        (application.Stage, application.StageSince) = (step.Stage, step.At);
        return null;
    }
}
