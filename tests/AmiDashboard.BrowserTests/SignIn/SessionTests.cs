using System.Net;
using System.Text.RegularExpressions;
using AmiDashboard.Api;
using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Running;
using AmiDashboard.Storage.People;
using AmiDashboard.Storage.Prototypes;
using Microsoft.Playwright;

namespace AmiDashboard.SignIn;

/// <summary>A sign-in ends everywhere at once: for requests immediately, for open pages within 30 seconds.</summary>
public sealed class SessionTests(RunningApplication app, LaterProgram later) : IClassFixture<LaterProgram>
{
    private RunningProgram Program => later.Program;

    [Fact]
    public async Task Signing_out_ends_the_other_tabs_the_other_machines_and_a_cookie_that_was_copied()
    {
        await using var page = await app.SignInAsync(Program, "dinsic", "/aide");
        var tab = await page.Page.Context.NewPageAsync();
        await tab.GotoAsync(new Uri(page.Program, "/aide?x=1").AbsoluteUri);
        await tab.WaitForFunctionAsync("() => document.documentElement.dataset.live === 'true'");
        using var elsewhere = await Program.NewClientAsync("dinsic");
        using var colleague = await Program.NewClientAsync("ditp");
        var copied = (await page.Page.Context.CookiesAsync()).Single(cookie => cookie.Name == "AmiDashboard");

        await page.Page.Locator(".tools details").Last.Locator("summary").ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).ClickAsync();
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("/deconnexion$"));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(copied.Value));
        Assert.Contains("Choisir une identité", await elsewhere.GetStringAsync("/aide"), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Choisir une identité",
            await colleague.GetStringAsync("/aide"),
            StringComparison.Ordinal
        );

        // The other tab says what happened, and leads back to where it was.
        await Assertions.Expect(tab.Locator("h1")).ToHaveTextAsync("Votre session est terminée");
        await tab.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Se connecter" }).ClickAsync();
        await tab.GetByText("dinsic", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(tab).ToHaveURLAsync(new Regex("/aide\\?x=1$"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(copied.Value));
    }

    [Fact]
    public async Task An_administrator_closes_somebodys_sessions_and_they_may_sign_in_again()
    {
        await using var colleague = await app.SignInAsync(Program, "cdc", "/aide");
        await using var page = await app.SignInAsync(Program, "administrator", "/administration/personnes");
        var card = page.Page.Locator(".person", new() { HasText = "cdc@" });
        await card.GetByRole(AriaRole.Button, new() { Name = "Fermer les sessions" }).ClickAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Fermer ses sessions" }).ClickAsync();

        await Assertions.Expect(page.Page.Locator(".alert-success")).ToContainTextAsync("sont fermées");
        await Assertions.Expect(colleague.Heading).ToHaveTextAsync("Votre session est terminée");
        // A cookie that is none any more is not shown as somebody's either.
        await Assertions.Expect(colleague.Page.Locator(".tools")).ToContainTextAsync("Se connecter");
        await colleague.GoAsync("/signin?login_hint=cdc&returnUrl=/aide");
        await Assertions.Expect(colleague.Heading).ToHaveTextAsync("Aide");
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task A_sign_in_lasts_twelve_hours_however_busy_its_person_is()
    {
        await using var page = await app.SignInAsync(Program, "sgpi", "/aide?x=2");
        using var client = await Program.NewClientAsync("sgpi");
        foreach (var hours in new[] { 6.0, 5.9 })
        {
            later.Pass(TimeSpan.FromHours(hours));
            var answer = await client.GetStringAsync("/aide");
            Assert.DoesNotContain("Choisir une identité", answer, StringComparison.Ordinal);
        }

        later.Pass(TimeSpan.FromHours(0.2));
        Assert.Contains("Choisir une identité", await client.GetStringAsync("/aide"), StringComparison.Ordinal);
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Votre session est terminée");
        await Assertions.Expect(page.Page.Locator("main")).ToContainTextAsync("12");
    }

    [Fact]
    public async Task Keys_sleep_once_their_owner_has_not_signed_in_for_90_days_and_say_how_to_wake_them()
    {
        var owner = await Program.ViewerAsync("ministry1");
        var key = await IssueAsync(owner);
        var calendar = await Program.Get<IssueCalendarKey>().RunAsync(owner, new());
        using var program = Program.NewApiClient(ApiClients.Bearer(key));
        using var reader = Program.NewClient();
        Assert.True((await program.GetAsync("editions")).IsSuccessStatusCode);

        later.Pass(TimeSpan.FromDays(90));

        using var refused = await program.GetAsync("editions");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains("en sommeil", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var closed = await reader.GetAsync($"/agenda/{calendar.Value}.ics");
        Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
        Assert.Contains("en sommeil", await closed.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var signedIn = await Program.NewClientAsync("ministry1");
        Assert.True((await program.GetAsync("editions")).IsSuccessStatusCode);
        Assert.True((await reader.GetAsync($"/agenda/{calendar.Value}.ics")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_key_outlives_the_sessions_of_its_owner()
    {
        var owner = await Program.ViewerAsync("leadership");
        var key = await IssueAsync(owner);
        Assert.True((await Program.Get<SignOutPerson>().RunAsync(owner, new())).Done);
        using var program = Program.NewApiClient(ApiClients.Bearer(key));
        Assert.True((await program.GetAsync("editions")).IsSuccessStatusCode);
    }

    private async Task<string> IssueAsync(Viewer owner)
    {
        var outcome = await Program
            .Get<IssueAccessKey>()
            .RunAsync(owner, new("Test", ParisTime.DayOf(DateTime.UtcNow).AddYears(1)));
        Assert.True(outcome.Done, outcome.Refusal?.Key);
        return outcome.Value;
    }

    /// <summary>Of a page, asked for with one cookie by something that cannot follow to a sign-in.</summary>
    private async Task<HttpStatusCode> StatusAsync(string cookie)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Program.Address, "/aide"));
        request.Headers.Add("Cookie", $"AmiDashboard={cookie}");
        request.Headers.Add("Sec-Fetch-Mode", "cors");
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }
}
