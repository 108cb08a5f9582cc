using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;

namespace AmiDashboard.Storage.Applications.Runs;

/// <summary>Ends a run of this process before its last page: failed with a reason, or interrupted.</summary>
public sealed class EndRun(Store store) : IOperation<EndRun.Request, long>
{
    public const int LongestDetail = 500;

    /// <param name="State">Failed or interrupted.</param>
    /// <param name="ErrorKey">Key of the sentence that says why.</param>
    /// <param name="ErrorDetail">The sentence's argument; cut at <see cref="LongestDetail"/> characters.</param>
    public sealed record Request(long Run, SyncState State, string? ErrorKey = null, string? ErrorDetail = null);

    public static Right Right => Right.Synchronise;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<long>(
            viewer,
            Right,
            nameof(EndRun),
            async writing =>
            {
                if (await RunningRun.FindAsync(writing, request.Run, cancellation) is not { } run)
                {
                    return RunningRun.NotRunning;
                }

                run.State = request.State;
                run.ErrorKey = request.ErrorKey;
                run.ErrorDetail = request.ErrorDetail is { Length: > LongestDetail } longer
                    ? longer[..LongestDetail]
                    : request.ErrorDetail;
                run.FinishedAt = writing.Now;
                writing.Touch(Subject.SyncRun, run.Id);
                return run.Id;
            },
            cancellation
        );
}
