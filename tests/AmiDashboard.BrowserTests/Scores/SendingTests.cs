using AmiDashboard.Api;
using AmiDashboard.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Running;
using AmiDashboard.Storage.Scores;

namespace AmiDashboard.Scores;

/// <summary>What was sent to the source stands on the page of the session, for all who see its decisions.</summary>
public sealed class SendingTests
{
    [Fact]
    public async Task A_session_shows_who_sent_what_and_what_the_source_answered()
    {
        await using var program = await Demonstration.StartAsync();
        var sessions = await program.Get<SessionList>().RunAsync(Viewer.Product, new(1));
        var id = sessions.First(one => one is { Body: DecidingBody.Sgpi, State: SessionState.Closed }).Id;
        var session = (await program.Get<SessionSheet>().RunAsync(Viewer.Product, new(id)))!;
        var numbers = session
            .Decisions.Where(one => one.Verdict == Verdict.Laureate)
            .Select(one => one.Number)
            .ToList();
        var dinsic = await program.ViewerAsync("dinsic");
        using var sgpi = await program.NewClientAsync("sgpi");
        Assert.DoesNotContain(
            "data-table=\"sendings\"",
            await sgpi.GetStringAsync($"/jury/{id}"),
            StringComparison.Ordinal
        );

        var refused = await program.Get<NoteSending>().RunAsync(dinsic, new(id, numbers[0], "instructeur-1", false));
        await program
            .Get<NoteSendingAnswer>()
            .RunAsync(dinsic, new(refused.Value!.Id, SendingResult.Refused, "<b>Dossier clos</b>"));
        await program.Get<NoteSending>().RunAsync(dinsic, new(id, numbers[1], "instructeur-1", true));

        var page = await sgpi.GetStringAsync($"/jury/{id}");
        Assert.Contains("data-table=\"sendings\"", page, StringComparison.Ordinal);
        Assert.Contains(dinsic.Name, page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Dossier clos&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("Aucune réponse connue", page, StringComparison.Ordinal);
    }
}
