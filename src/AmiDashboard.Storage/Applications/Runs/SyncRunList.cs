using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Applications.Runs;

/// <summary>The last synchronisations and imports, the latest first, each with its first problems.</summary>
public sealed class SyncRunList(Store store) : IRead<SyncRunList.Query, IReadOnlyList<SyncRunRow>>
{
    /// <summary>Problems listed for one run; <see cref="SyncRunRow.ProblemCount"/> counts them all.</summary>
    public const int ProblemsShown = 100;

    /// <param name="Edition">Null for all editions.</param>
    /// <param name="Take">1 to 200, otherwise brought into it.</param>
    public sealed record Query(int? Edition = null, int Take = 20);

    public static Right Right => Right.SeeSynchronisation;

    public async Task<IReadOnlyList<SyncRunRow>> RunAsync(
        Viewer viewer,
        Query query,
        CancellationToken cancellation = default
    )
    {
        await using var context = store.Read(viewer, Right);
        var runs = await context
            .SyncRuns.Where(run => query.Edition == null || run.Edition == query.Edition)
            .OrderByDescending(run => run.Id)
            .Take(Math.Clamp(query.Take, 1, 200))
            .Include(run => run.Problems.OrderBy(problem => problem.Id).Take(ProblemsShown))
            .AsSplitQuery()
            .ToListAsync(cancellation);
        long[] ids = [.. runs.Select(run => run.Id)];
        var counts = await context
            .SyncRuns.Where(run => ids.Contains(run.Id))
            .Select(run => new { run.Id, run.Problems.Count })
            .ToDictionaryAsync(run => run.Id, run => run.Count, cancellation);
        return [.. runs.Select(run => new SyncRunRow(run, counts.GetValueOrDefault(run.Id)))];
    }
}

public sealed record SyncRunRow(SyncRun Run, int ProblemCount);
