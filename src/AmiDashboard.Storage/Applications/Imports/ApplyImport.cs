using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications.Imports;

/// <summary>
/// Takes the dossiers of a file that are news into the mirror: all of them in one transaction, with a run that says what
/// was met, or nothing. A file taken twice changes nothing the second time.
/// </summary>
public sealed class ApplyImport(Store store) : IOperation<ApplyImport.Request, ApplyImport.Result>
{
    private const int BatchSize = 500;

    /// <param name="Edition">The edition's number.</param>
    public sealed record Request(int Edition, ImportFile File);

    /// <param name="Run">Id of the run that keeps the report.</param>
    public sealed record Result(long Run, int Added, int Changed, int Unchanged, int Older, int Refused);

    public static Right Right => Right.Synchronise;

    public async Task<Outcome<Result>> RunAsync(
        Viewer viewer,
        Request request,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        SyncRun? run = null;
        var outcome = await store.WriteAsync<Result>(
            viewer,
            Right,
            nameof(ApplyImport),
            async writing =>
            {
                var edition = await ImportComparison.EditionAsync(
                    writing.Context,
                    viewer,
                    request.Edition,
                    cancellation
                );
                if (edition is null)
                {
                    return new Refusal("Refusal_EditionUnknown", request.Edition);
                }

                var compared = await ImportComparison.CompareAsync(
                    writing.Context,
                    edition,
                    request.File,
                    cancellation
                );
                var news = compared
                    .Where(one => one.Verdict is ImportVerdict.New or ImportVerdict.Changed)
                    .Select(one => one.Line.Dossier);
                var (added, changed) = (0, 0);
                foreach (var batch in news.Chunk(BatchSize))
                {
                    var recorded = await RecordDossiers.RecordAsync(
                        writing,
                        edition,
                        batch,
                        DossierOrigin.Export,
                        cancellation
                    );
                    added += recorded.Added;
                    changed += recorded.Changed;
                    writing.Context.ChangeTracker.Clear();
                }

                var older = compared.Count(one => one.Verdict == ImportVerdict.Older);
                var refused = request.File.RefusedLines + compared.Count(one => one.Reason is not null);
                var result = new Result(
                    Run: 0,
                    added,
                    changed,
                    request.File.Lines - added - changed - older - refused,
                    older,
                    refused
                );
                run = Report(writing, request, result, ImportComparison.Problems(compared));
                writing.Context.SyncRuns.Add(run);
                writing.TouchAdded(Subject.SyncRun, () => run.Id);
                return result;
            },
            cancellation
        );
        return outcome.Done ? outcome.Value with { Run = run!.Id } : outcome;
    }

    private static SyncRun Report(
        Writing writing,
        Request request,
        Result result,
        IEnumerable<ImportProblem> refusedHere
    )
    {
        var run = new SyncRun
        {
            Kind = SyncKind.Import,
            Edition = request.Edition,
            State = SyncState.Done,
            StartedBy = writing.By,
            StartedAt = writing.Now,
            HeartbeatAt = writing.Now,
            FinishedAt = writing.Now,
            Expected = request.File.Lines,
            Read = request.File.Lines,
            Added = result.Added,
            Changed = result.Changed,
            Unchanged = result.Unchanged + result.Older,
        };
        run.Problems.AddRange(
            request
                .File.Problems.Concat(refusedHere)
                .Select(problem => new SyncProblem
                {
                    Number = problem.Number,
                    Line = problem.Line,
                    Column = problem.Column,
                    Value = problem.Value,
                    ReasonKey = problem.ReasonKey,
                    Detail = problem.Sheet,
                })
        );
        run.Problems.AddRange(
            request.File.Notices.Select(notice => new SyncProblem
            {
                Line = notice.FirstLine,
                Column = notice.Subject,
                ReasonKey = notice.ReasonKey,
                Detail = notice.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
            })
        );
        return run;
    }
}
