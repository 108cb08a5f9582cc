using System.Globalization;
using System.Net;
using AmiDashboard.Api;
using AmiDashboard.Applications;
using AmiDashboard.Charts.Documents;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Running;
using AmiDashboard.Storage.Dashboards;
using AmiDashboard.Web.Dashboards;
using Microsoft.Extensions.Logging.Abstractions;

namespace AmiDashboard.Dashboards;

/// <summary>Reports are made for those who wait for them, and one person's do not keep the others waiting.</summary>
public sealed class ReportQueueTests(Demonstration demonstration)
{
    private const string Persona = "dinsic2";
    private static readonly DateOnly First = new(2019, 3, 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private RunningProgram Program => demonstration.Program;

    [Fact]
    public async Task Three_hundred_abandoned_requests_of_one_person_delay_nobody()
    {
        var turns = new PersonTurns();
        using var desk = NewDesk(turns);
        var (hasty, calm) = (await Program.ViewerAsync(Persona), await Program.ViewerAsync("leadership"));
        // Nothing is made before all have asked.
        await turns.TakeAsync(0, Cancellation);
        var asked = new List<Outcome<ReportTicket>>();
        for (var request = 0; request < 300; request++)
        {
            asked.Add(await AskAsync(desk, hasty, First.AddDays(request)));
        }

        Assert.Equal(ReportDesk.MostOfPerson, asked.Count(one => one.Done));
        Assert.All(asked.Skip(6), one => Assert.Equal("Refusal_ReportsOfPerson", one.Refusal!.Key));
        using var ticket = (await AskAsync(desk, calm, First)).Value!;
        foreach (var one in asked.Where(one => one.Done))
        {
            one.Value!.Dispose();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one.Value.Job.BytesAsync());
        }

        using var again = (await AskAsync(desk, hasty, First)).Value!;
        turns.Pass();
        Assert.Equal("%PDF"u8.ToArray(), (await ticket.Job.BytesAsync())[..4]);
        Assert.Equal("%PDF"u8.ToArray(), (await again.Job.BytesAsync())[..4]);
    }

    [Fact]
    public async Task A_report_goes_on_until_the_last_who_waits_for_it_has_left_and_is_kept_once_made()
    {
        var turns = new PersonTurns();
        using var desk = NewDesk(turns);
        var viewer = await Program.ViewerAsync(Persona);
        await turns.TakeAsync(0, Cancellation);
        var first = (await AskAsync(desk, viewer, First)).Value!;
        var second = (await AskAsync(desk, viewer, First)).Value!;
        Assert.Same(first.Job, second.Job);

        first.Dispose();
        first.Dispose();
        turns.Pass();
        var made = await second.Job.BytesAsync();
        second.Dispose();

        using var later = (await AskAsync(desk, viewer, First)).Value!;
        Assert.Same(made, await later.Job.BytesAsync());
    }

    [Fact]
    public async Task Whose_browser_is_gone_has_left_and_who_asks_for_too_many_is_told_when_to_come_back()
    {
        var (desk, turns) = (Program.Get<ReportDesk>(), Program.Get<PersonTurns>());
        var viewer = await Program.ViewerAsync(Persona);
        using var client = await Program.NewClientAsync(Persona);
        using var closing = new CancellationTokenSource();
        await turns.TakeAsync(0, Cancellation);
        try
        {
            var waiting = Enumerable
                .Range(1, ReportDesk.MostOfPerson)
                .Select(day => client.GetAsync(AddressOf(First.AddDays(day)), closing.Token))
                .ToList();
            await UntilAsync(ReportDesk.MostOfPerson);
            using var refused = await client.GetAsync(AddressOf(First), Cancellation);
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter?.Delta);
            Assert.Contains(
                "Vous pouvez recommencer dans 20 s.",
                WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Cancellation)),
                StringComparison.Ordinal
            );

            await closing.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(waiting));
            await UntilAsync(0);
        }
        finally
        {
            turns.Pass();
        }

        // Asking the desk would take the place of one of those who are on their way.
        async Task UntilAsync(int waiting)
        {
            while (desk.WaitingOf(viewer.PersonId) != waiting)
            {
                await Task.Delay(10, Cancellation);
            }
        }
    }

    private ReportDesk NewDesk(PersonTurns turns) =>
        new(
            Program.Get<BodyReport>(),
            Program.Get<ProgrammeFigures>(),
            turns,
            TimeProvider.System,
            NullLogger<ReportDesk>.Instance
        );

    private static Task<Outcome<ReportTicket>> AskAsync(ReportDesk desk, Viewer viewer, DateOnly day) =>
        desk.AskAsync(
            viewer,
            DashboardPlan.OpenTo(viewer).First(),
            ApplicationFilter.All with
            {
                AsOf = day,
            },
            ReportShape.Pages,
            Cancellation
        );

    private static string AddressOf(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"/rapports/dinsic.pdf?asOf={day:yyyy-MM-dd}");
}
