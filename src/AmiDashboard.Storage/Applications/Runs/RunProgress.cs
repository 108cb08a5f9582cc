using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications.Runs;

/// <summary>
/// How far a run is after a page: committed with that page's dossiers, so that a run that was killed goes on from the
/// last page that is whole. Refused, with the page, once the run is no longer this process's to run.
/// </summary>
/// <param name="Cursor">Where the next page begins; null keeps the last one (an empty page has none).</param>
/// <param name="LatestSeen">UTC: see <see cref="SyncRun.LatestSeen"/>; an earlier one, or null, keeps the last.</param>
/// <param name="Problems">Dossiers that the page holds and that could not be taken.</param>
public sealed record RunProgress(long Run, string? Cursor, DateTime? LatestSeen, IReadOnlyList<SyncProblem> Problems)
{
    internal async Task<Refusal?> RecordAsync(
        Writing writing,
        RecordDossiers.Result result,
        IReadOnlyList<Dossier> dossiers,
        CancellationToken cancellation
    )
    {
        if (await RunningRun.FindAsync(writing, Run, cancellation) is not { } run)
        {
            return RunningRun.NotRunning;
        }

        run.Cursor = Cursor ?? run.Cursor;
        // A date in the future would hide every change until then.
        var latest = LatestSeen > writing.Now ? writing.Now : LatestSeen;
        run.LatestSeen = run.LatestSeen is null || latest > run.LatestSeen ? latest : run.LatestSeen;
        run.HeartbeatAt = writing.Now;
        run.Read += dossiers.Count + Problems.Count;
        run.Added += result.Added;
        run.Changed += result.Changed;
        run.Unchanged += result.Unchanged;
        // Copies: a page that met a conflict is written again, and what was saved once has an id.
        run.Problems.AddRange(
            Problems.Select(problem => new SyncProblem
            {
                Number = problem.Number,
                Line = problem.Line,
                Column = problem.Column,
                Value = problem.Value,
                ReasonKey = problem.ReasonKey,
                Detail = problem.Detail,
            })
        );
        writing.Touch(Subject.SyncRun, run.Id);
        if (run.Kind == SyncKind.Full)
        {
            // A dossier that could not be read was seen all the same: it is not missing.
            int[] seen =
            [
                .. dossiers.Select(dossier => dossier.Number),
                .. Problems.Select(problem => problem.Number).OfType<int>(),
            ];
            await writing
                .Context.Applications.Where(application => seen.Contains(application.Number))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(application => application.LastFullRun, run.Id),
                    cancellation
                );
        }

        return null;
    }
}
