using System.Net;
using AmiDashboard.Applications;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Mail;
using AmiDashboard.Running;
using AmiDashboard.Web.Dashboards;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AmiDashboard.Dashboards;

/// <summary>From the choice on the page to the message that a real mail server received.</summary>
public sealed class SubscriptionJourneyTests(RunningApplication browsers)
{
    private const string Path = "/compte/abonnement";

    [Fact]
    public async Task A_digest_arrives_once_with_the_figures_of_the_dashboard_and_tells_a_threshold_once()
    {
        await using var server = ReceivingServer.Start();
        await using var program = await StartAsync(server);
        await using var page = await browsers.SignInAsync(program, "cdc", Path);
        await page.Page.Locator("input[name=frequency][value=Weekly]").CheckAsync();
        await page.Page.Locator("[data-save]").ClickAsync();
        await Assertions.Expect(page.Page.Locator("[data-next]")).ToContainTextAsync("lundi");
        await AddAsync(page, "paid", "1");
        var monday = DigestRules.InstantOf(DigestRules.NextDueDay(DigestFrequency.Weekly, DateTime.UtcNow)!.Value);
        var round = program.Services.GetRequiredService<SendDigests>();

        Assert.Equal(0, await round.RunAsync(monday.AddSeconds(-1), TestContext.Current.CancellationToken));
        Assert.Equal(1, await round.RunAsync(monday, TestContext.Current.CancellationToken));
        Assert.Equal(0, await round.RunAsync(monday.AddMinutes(1), TestContext.Current.CancellationToken));
        Assert.Equal(1, await round.RunAsync(monday.AddDays(7), TestContext.Current.CancellationToken));

        Assert.Equal(2, server.Received.Count);
        var (first, second) = (server.Received[0], server.Received[1]);
        Assert.Contains("(nouveau)", first.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("(nouveau)", second.TextBody, StringComparison.Ordinal);
        Assert.Contains($"{Path}>", first.Headers["List-Unsubscribe"], StringComparison.Ordinal);
        await page.GoAsync("/tableaux/cdc");
        await page.UntilInteractiveAsync();
        foreach (var figure in DashboardPlan.Find("cdc")!.Figures)
        {
            var shown = await page.Page.Locator($".headline [data-figure={figure.Name}]").InnerTextAsync();
            Assert.Contains($"\u00A0: {shown}", first.TextBody, StringComparison.Ordinal);
            Assert.Contains(
                $"<strong>{shown}</strong>",
                WebUtility.HtmlDecode(first.HtmlBody),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task A_sample_is_sent_all_is_stopped_in_one_press_and_put_back()
    {
        await using var server = ReceivingServer.Start();
        await using var program = await StartAsync(server);
        await using var page = await browsers.SignInAsync(program, "sgpi", Path);
        await page.Page.Locator("input[name=frequency][value=Monthly]").CheckAsync();
        await page.Page.Locator("[data-save]").ClickAsync();
        await AddAsync(page, "left", "1000");

        await page.Page.Locator("[data-send]").ClickAsync();
        await Assertions.Expect(page.Page.Locator("[data-said]")).ToContainTextAsync("L’exemplaire est parti à");
        Assert.StartsWith(
            "AmiDashboard – Exemplaire",
            Assert.Single(server.Received).Subject,
            StringComparison.Ordinal
        );

        await page.Page.Locator("[data-send]").ClickAsync();
        await Assertions.Expect(page.Page.Locator("[data-said]")).ToContainTextAsync("a déjà été envoyé à");
        Assert.Single(server.Received);

        await page.Page.Locator("[data-unsubscribe]").ClickAsync();
        await Assertions.Expect(page.Page.Locator("[data-next]")).ToHaveTextAsync("Vous ne recevez aucun message.");
        await page.Page.Locator("[data-undo]").ClickAsync();
        await Assertions.Expect(page.Page.Locator("[data-threshold=left]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator("[data-next]")).ToContainTextAsync("Prochain résumé");
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task The_page_its_refusals_and_its_preview_are_accessible_and_a_file_stands_in_for_a_server()
    {
        var folder = Directory.CreateTempSubdirectory("amidashboard-mail-");
        await using (var program = await Demonstration.StartAsync($"Mail:Folder={folder.FullName}"))
        {
            await AccessibilityCheck.RunAsync(
                "subscription",
                // One person a visit: the same copy is not written twice.
                screen => browsers.SignInAsync(program, screen.IsDark ? "ditp" : "dinsic", Path, screen),
                prepare: async page =>
                {
                    await page.Page.Locator("[data-send]").ClickAsync();
                    await Assertions.Expect(page.Page.Locator("[data-said]")).ToContainTextAsync(".eml");
                    await page.Page.Locator("[data-show]").ClickAsync();
                    await Assertions.Expect(page.Page.Locator("[data-preview] h2")).ToBeFocusedAsync();
                }
            );
        }

        Assert.Equal(2, folder.GetFiles("*.eml").Length);
        folder.Delete(recursive: true);
    }

    private static Task<RunningProgram> StartAsync(ReceivingServer server) =>
        Demonstration.StartAsync(
            "Smtp:Host=localhost",
            $"Smtp:Port={server.Port}",
            "Smtp:Tls=false",
            "Smtp:From=ami@example.invalid"
        );

    private static async Task AddAsync(BrowserPage page, string figure, string value)
    {
        await page.Page.Locator("select[name=figure]").SelectOptionAsync(figure);
        await page.Page.Locator("input[name=value]").FillAsync(value);
        await page.Page.Locator("[data-thresholds] [type=submit]").ClickAsync();
        await Assertions.Expect(page.Page.Locator($"[data-threshold={figure}]")).ToBeVisibleAsync();
    }
}
