using System.Collections.Concurrent;
using System.Globalization;
using AmiDashboard.Charts.Documents;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Dashboards;

namespace AmiDashboard.Web.Dashboards;

/// <summary>
/// Makes reports in the background, one at a time, and keeps the last ones: who asks for the same report of the same data
/// gets the same bytes without waiting.
/// </summary>
public sealed class ReportDesk(
    BodyReport report,
    ProgrammeFigures programme,
    TimeProvider time,
    ILogger<ReportDesk> log
) : IDisposable
{
    private const int MostKept = 24;

    private readonly ConcurrentDictionary<ReportKey, ReportJob> jobs = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly CancellationTokenSource closing = new();

    /// <summary>The job of a report, begun where it was not; a filter without a day is of today.</summary>
    public async Task<ReportJob> AskAsync(
        Viewer viewer,
        DashboardPlan plan,
        ApplicationFilter filter,
        ReportShape shape,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(filter);
        var today = ParisTime.DayOf(time.GetUtcNow().UtcDateTime);
        var dated = filter with { AsOf = filter.AsOf is { } day && day < today ? day : today };
        var known = await programme.RunAsync(viewer, new(dated), cancellation);
        // By person: what they see is theirs, and their rights are in what the programme gives them.
        var key = new ReportKey(
            viewer.PersonId,
            known.PerimeterKey,
            plan.Name,
            dated,
            shape,
            CultureInfo.CurrentUICulture.Name,
            known.Stamp
        );
        Forget();
        var job = jobs.GetOrAdd(key, _ => new ReportJob(plan.Charts.Count(chart => viewer.Can(chart.Right))));
        job.Begin(() => Task.Run(() => MakeAsync(job, viewer, plan, dated, shape), closing.Token));
        return job;
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
        turn.Dispose();
    }

    private async Task<byte[]> MakeAsync(
        ReportJob job,
        Viewer viewer,
        DashboardPlan plan,
        ApplicationFilter filter,
        ReportShape shape
    )
    {
        await turn.WaitAsync(closing.Token);
        try
        {
            var content = await report.ComposeAsync(viewer, plan, filter, job.Tell, closing.Token);
            using var written = new MemoryStream();
            CommitteeReport.Write(written, content, shape, CultureInfo.CurrentUICulture);
            return written.ToArray();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The report {Plan} could not be made.", plan.Name);
            throw;
        }
        finally
        {
            turn.Release();
            job.Tell(job.Charts);
        }
    }

    /// <summary>What failed is made anew when it is asked for again; what is old gives way.</summary>
    private void Forget()
    {
        foreach (var (key, job) in jobs.Where(pair => pair.Value.HasFailed))
        {
            jobs.TryRemove(new(key, job));
        }

        if (jobs.Count > MostKept)
        {
            foreach (var (key, job) in jobs.Where(pair => pair.Value.IsReady))
            {
                jobs.TryRemove(new(key, job));
            }
        }
    }

    private sealed record ReportKey(
        int Person,
        string Perimeter,
        string Plan,
        ApplicationFilter Filter,
        ReportShape Shape,
        string Language,
        long Stamp
    );
}

/// <summary>A report that is being made, or is there.</summary>
/// <param name="charts">How many it draws.</param>
public sealed class ReportJob(int charts)
{
    private readonly Lock gate = new();
    private Task<byte[]>? made;

    public int Charts { get; } = charts;

    /// <summary>Charts that are drawn.</summary>
    public int Done { get; private set; }

    public bool IsReady => made is { IsCompletedSuccessfully: true };

    public bool HasFailed => made is { IsFaulted: true } or { IsCanceled: true };

    /// <summary>Something more is done; raised on the job's own thread.</summary>
    public event Action? Changed;

    /// <summary>The PDF, once it is made.</summary>
    public Task<byte[]> BytesAsync() => made ?? throw new InvalidOperationException("The report was not begun.");

    internal void Begin(Func<Task<byte[]>> make)
    {
        lock (gate)
        {
            made ??= make();
        }
    }

    internal void Tell(int done)
    {
        Done = done;
        Changed?.Invoke();
    }
}

/// <summary>How an address says a report's shape.</summary>
internal static class ReportAddress
{
    public const string Shape = "forme";
    public const string Plan = "tableau";
    private const string Slides = "diapositives";

    public static ReportShape ShapeOf(string? text) => text == Slides ? ReportShape.Slides : ReportShape.Pages;

    public static string? Of(ReportShape shape) => shape == ReportShape.Slides ? Slides : null;
}
