using System.Net;
using AmiDashboard.Running;
using Microsoft.Playwright;
using Demonstration = AmiDashboard.Applications.Demonstration;

namespace AmiDashboard.Prototypes;

public sealed class CalendarJourneyTests(RunningApplication browsers)
{
    [Fact]
    public async Task An_address_is_told_once_and_the_one_before_dies_with_it()
    {
        await using var program = await Demonstration.StartAsync();
        await using var page = await browsers.SignInAsync(program, "ministry4", "/prototypes/agenda");
        var first = await IssueAsync(page, known: null);
        using var anybody = program.NewClient(followRedirects: false);
        var answer = await anybody.GetAsync(first, TestContext.Current.CancellationToken);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var calendar = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("BEGIN:VEVENT", calendar, StringComparison.Ordinal);
        Assert.Contains("Projet 200027", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("@example.invalid", calendar, StringComparison.Ordinal);

        var second = await IssueAsync(page, known: first);

        Assert.NotEqual(first, second);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await anybody.GetAsync(first, TestContext.Current.CancellationToken)).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.OK,
            (await anybody.GetAsync(second, TestContext.Current.CancellationToken)).StatusCode
        );
        await page.GoAsync("/prototypes/agenda");
        await page.UntilInteractiveAsync();
        await Assertions.Expect(page.Page.Locator("[data-subscription]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Every_key_that_opens_nothing_has_the_same_answer()
    {
        using var anybody = browsers.Program.NewClient(followRedirects: false);
        var answers = new List<string>();
        foreach (var key in new[] { new string('0', 64), "x", "%27%20or%201%3D1" })
        {
            var answer = await anybody.GetAsync($"/agenda/{key}.ics", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.True(answer.Headers.CacheControl?.NoStore);
            answers.Add(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        Assert.Single(answers.Distinct());
        var download = await anybody.GetAsync("/export/agenda.ics", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, download.StatusCode);
    }

    [Fact]
    public async Task The_agenda_is_filtered_by_track_and_downloaded()
    {
        await using var program = await Demonstration.StartAsync();
        await using var page = await browsers.SignInAsync(program, "ditp", "/prototypes/agenda?volet=technique");
        await Assertions
            .Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "Techniques (DINSIC)" }))
            .ToHaveAttributeAsync("aria-current", "true");
        await Assertions
            .Expect(page.Page.Locator("[data-session] .badge").Filter(new() { HasText = "Stratégique" }))
            .ToHaveCountAsync(0);
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Stratégiques (DITP)" }).ClickAsync();
        await Assertions
            .Expect(page.Page.Locator("[data-session] .badge").Filter(new() { HasText = "Technique" }))
            .ToHaveCountAsync(0);
        using var client = await program.NewClientAsync("ditp");
        var download = await client.GetAsync("/export/agenda.ics", TestContext.Current.CancellationToken);
        Assert.Equal("text/calendar", download.Content.Headers.ContentType?.MediaType);
    }

    private static async Task<string> IssueAsync(BrowserPage page, string? known)
    {
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Créer mon adresse d’abonnement" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Créer l’adresse", Exact = true }).ClickAsync();
        var address = page.Page.Locator("[data-subscription]");
        await Assertions.Expect(address).ToBeVisibleAsync();
        if (known is not null)
        {
            await Assertions.Expect(address).Not.ToHaveValueAsync(known);
        }

        return await address.InputValueAsync();
    }
}
