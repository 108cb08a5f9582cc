using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications;

/// <summary>
/// How far a run is after a page: committed with that page's dossiers, so that a run that was killed goes on from the
/// last page that is whole.
/// </summary>
/// <param name="Cursor">Where the next page begins; null keeps the last one (an empty page has none).</param>
/// <param name="LatestSeen">UTC: latest modification on the page.</param>
public sealed record RunProgress(long Run, string? Cursor, DateTime? LatestSeen, IReadOnlyList<SyncProblem> Problems)
{
    internal async Task<Refusal?> RecordAsync(
        Writing writing,
        RecordDossiers.Result result,
        IReadOnlyList<Dossier> dossiers,
        CancellationToken cancellation
    )
    {
        var run = await writing.Context.SyncRuns.SingleOrDefaultAsync(run => run.Id == Run, cancellation);
        if (run is not { State: SyncState.Running })
        {
            return new Refusal("Refusal_RunNotRunning", Run);
        }

        run.Cursor = Cursor ?? run.Cursor;
        run.LatestSeen =
            LatestSeen > run.LatestSeen || run.LatestSeen is null ? LatestSeen ?? run.LatestSeen : run.LatestSeen;
        run.HeartbeatAt = writing.Now;
        run.Read += dossiers.Count + Problems.Count;
        run.Added += result.Added;
        run.Changed += result.Changed;
        run.Unchanged += result.Unchanged;
        run.Problems.AddRange(Problems);
        writing.Touch(Subject.SyncRun, run.Id);
        if (run.Kind == SyncKind.Full)
        {
            int[] numbers = [.. dossiers.Select(dossier => dossier.Number)];
            await writing
                .Context.Applications.Where(application => numbers.Contains(application.Number))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(application => application.LastFullRun, run.Id),
                    cancellation
                );
        }

        return null;
    }
}
