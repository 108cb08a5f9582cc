using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications.Runs;

/// <summary>
/// Begins a synchronisation of an edition, or takes up again a full one that was interrupted. Refused while another one
/// lives, on whatever node; a dead one is marked as interrupted. Without anything to start from, an incremental run is a
/// full one.
/// </summary>
public sealed class StartRun(Store store) : IOperation<StartRun.Request, SyncRun>
{
    /// <summary>
    /// Taken off the latest modification seen: the source's clock is finer than the dates it shows, and its transactions
    /// do not end in the order of their dates.
    /// </summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    /// <summary>An interrupted full run older than this begins anew: what its first pages said is too old.</summary>
    public static readonly TimeSpan ResumedWithin = TimeSpan.FromHours(12);

    /// <param name="Edition">The edition's number.</param>
    public sealed record Request(int Edition, SyncKind Kind);

    public static Right Right => Right.Synchronise;

    public Task<Outcome<SyncRun>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<SyncRun>(
            viewer,
            Right,
            nameof(StartRun),
            async writing =>
            {
                var context = writing.Context;
                if (!await context.Editions.AnyAsync(one => one.Number == request.Edition, cancellation))
                {
                    return new Refusal("Refusal_EditionUnknown", request.Edition);
                }

                var runs = context.SyncRuns.Where(run => run.Edition == request.Edition && run.Kind != SyncKind.Import);
                if (await runs.SingleOrDefaultAsync(run => run.State == SyncState.Running, cancellation) is { } other)
                {
                    if (RunningRun.IsAlive(other, writing.Now))
                    {
                        return new Refusal("Refusal_RunUnderWay", other.StartedBy, other.StartedAt);
                    }

                    (other.State, other.FinishedAt) = (SyncState.Interrupted, other.HeartbeatAt);
                    writing.Touch(Subject.SyncRun, other.Id);
                    await context.SaveChangesAsync(cancellation);
                }

                var watermark = await WatermarkAsync(runs, cancellation);
                var kind = watermark is null ? SyncKind.Full : request.Kind;
                var run = kind == SyncKind.Full ? await InterruptedAsync(runs, writing.Now, cancellation) : null;
                if (run is null)
                {
                    run = new SyncRun
                    {
                        Kind = kind,
                        Edition = request.Edition,
                        StartedAt = writing.Now,
                        StartedBy = writing.By,
                        UpdatedSince = kind == SyncKind.Full ? null : watermark - Overlap,
                        Expected =
                            kind == SyncKind.Full ? await ExpectedAsync(context, request.Edition, cancellation) : null,
                    };
                    context.SyncRuns.Add(run);
                }

                run.State = SyncState.Running;
                run.Owner = RunningRun.Here;
                run.HeartbeatAt = writing.Now;
                run.FinishedAt = null;
                writing.TouchAdded(Subject.SyncRun, () => run.Id);
                return run;
            },
            cancellation
        );

    /// <summary>
    /// Up to which modification the mirror has everything. Pages of an incremental run come by date, so that each
    /// moves it; a full run counts once it is done.
    /// </summary>
    private static Task<DateTime?> WatermarkAsync(IQueryable<SyncRun> runs, CancellationToken cancellation) =>
        runs.Where(run => run.Kind == SyncKind.Incremental || run.State == SyncState.Done)
            .MaxAsync(run => run.LatestSeen, cancellation);

    private static async Task<SyncRun?> InterruptedAsync(
        IQueryable<SyncRun> runs,
        DateTime now,
        CancellationToken cancellation
    )
    {
        var last = await runs.Where(run => run.Kind == SyncKind.Full)
            .OrderByDescending(run => run.Id)
            .FirstOrDefaultAsync(cancellation);
        return last is { State: SyncState.Interrupted } && now - last.StartedAt < ResumedWithin ? last : null;
    }

    private static async Task<int?> ExpectedAsync(AmiContext context, int edition, CancellationToken cancellation) =>
        await context.Applications.CountAsync(
            application => application.Edition == edition && application.Presence == Presence.Present,
            cancellation
        )
            is > 0
                and var known
            ? known
            : null;
}
