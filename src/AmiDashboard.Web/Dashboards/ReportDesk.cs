using System.Globalization;
using AmiDashboard.Charts.Documents;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Dashboards;

namespace AmiDashboard.Web.Dashboards;

/// <summary>
/// Makes reports in the background, one at a time and person after person, for as long as somebody waits for them, and
/// keeps the last ones: who asks for the same report of the same data gets the same bytes without waiting.
/// </summary>
public sealed class ReportDesk(
    BodyReport report,
    ProgrammeFigures programme,
    PersonTurns turns,
    TimeProvider time,
    ILogger<ReportDesk> log
) : IDisposable
{
    /// <summary>Reports that one person waits for at once: a dashboard each, and one more.</summary>
    public const int MostOfPerson = 6;

    /// <summary>Reports that all wait for at once.</summary>
    public const int MostWaiting = 60;

    private const int MostKept = 24;
    private const long MostBytesKept = 64 * 1024 * 1024;

    private readonly Lock gate = new();
    private readonly Dictionary<ReportKey, ReportJob> jobs = [];
    private long asked;
    private bool isClosed;

    /// <summary>
    /// A place among those who wait for a report, which is begun where it was not; a filter without a day is of today.
    /// Refused where the person, or all together, wait for too many already.
    /// </summary>
    public async Task<Outcome<ReportTicket>> AskAsync(
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
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isClosed, this);
            Forget();
            if (!jobs.TryGetValue(key, out var job))
            {
                if (TooMany(viewer.PersonId) is { } refusal)
                {
                    return refusal;
                }

                job = new ReportJob(viewer.PersonId, plan.Charts.Count(chart => viewer.Can(chart.Right)));
                jobs.Add(key, job);
                Begin(job, viewer, plan, dated, shape);
            }

            job.Waiting++;
            job.LastAsked = ++asked;
            return new ReportTicket(job, () => Leave(key, job));
        }
    }

    /// <summary>How many reports somebody waits for now.</summary>
    internal int WaitingOf(int person)
    {
        lock (gate)
        {
            return Waiting().Count(job => job.Person == person);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            isClosed = true;
            foreach (var job in jobs.Values)
            {
                job.Cancel();
            }
        }
    }

    private Refusal? TooMany(int person) =>
        WaitingOf(person) >= MostOfPerson ? new Refusal("Refusal_ReportsOfPerson", MostOfPerson)
        : Waiting().Count() >= MostWaiting ? new Refusal("Refusal_ReportsOfAll", MostWaiting)
        : null;

    private IEnumerable<ReportJob> Waiting() => jobs.Values.Where(job => job is { IsReady: false, HasFailed: false });

    /// <summary>What is made goes on being kept; what is not, and nobody waits for, is given up.</summary>
    private void Leave(ReportKey key, ReportJob job)
    {
        lock (gate)
        {
            if (--job.Waiting > 0 || job.IsReady || !jobs.TryGetValue(key, out var known) || known != job)
            {
                return;
            }

            jobs.Remove(key);
        }

        job.Cancel();
    }

    private void Begin(ReportJob job, Viewer viewer, DashboardPlan plan, ApplicationFilter filter, ReportShape shape) =>
        job.Begin(cancellation => Task.Run(() => MakeAsync(job, viewer, plan, filter, shape, cancellation)));

    private async Task<byte[]> MakeAsync(
        ReportJob job,
        Viewer viewer,
        DashboardPlan plan,
        ApplicationFilter filter,
        ReportShape shape,
        CancellationToken cancellation
    )
    {
        await turns.TakeAsync(job.Person, cancellation);
        try
        {
            var content = await report.ComposeAsync(viewer, plan, filter, job.Tell, cancellation);
            using var written = new MemoryStream();
            CommitteeReport.Write(written, content, shape, CultureInfo.CurrentUICulture, cancellation);
            return written.ToArray();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The report {Plan} could not be made.", plan.Name);
            throw;
        }
        finally
        {
            turns.Pass();
            job.Tell(job.Charts);
        }
    }

    /// <summary>What failed is made anew when it is asked for again; of what is kept, the longest not asked for goes.</summary>
    private void Forget()
    {
        foreach (var (key, _) in jobs.Where(pair => pair.Value.HasFailed).ToList())
        {
            Drop(key);
        }

        var kept = jobs.Where(pair => pair.Value.IsReady).OrderByDescending(pair => pair.Value.LastAsked).ToList();
        var bytes = 0L;
        foreach (var ((key, job), place) in kept.Select((pair, place) => (pair, place)))
        {
            bytes += job.Size;
            if (place >= MostKept || (place > 0 && bytes > MostBytesKept))
            {
                Drop(key);
            }
        }
    }

    private void Drop(ReportKey key)
    {
        if (jobs.Remove(key, out var job))
        {
            job.Dispose();
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
