using System.Net;
using System.Text.RegularExpressions;
using AmiDashboard.Core.Demonstration;
using AmiDashboard.Running;
using Microsoft.Playwright;

namespace AmiDashboard.SignIn;

public sealed class SignInTests(RunningApplication app)
{
    public static TheoryData<string> WithRights =>
        [.. Personas.All.Select(persona => persona.Key).Where(name => name != "nobody")];

    [Theory]
    [MemberData(nameof(WithRights))]
    public async Task Each_persona_signs_in_by_OpenID_Connect_without_a_page(string persona)
    {
        using var client = app.Program.NewClient();
        using var response = await client.GetAsync($"/signin?login_hint={persona}&returnUrl=/aide");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("/aide", response.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Contains(
            Personas.Find(persona)!.Name,
            await response.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Without_a_hint_the_embedded_provider_lists_its_personas_and_a_click_signs_in()
    {
        await using var page = await app.OpenAsync("/signin?returnUrl=/aide%23glossaire");
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Choisir une identité");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "sgpi" }).ClickAsync();
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("/aide#glossaire$"));
        await Assertions.Expect(page.Page.Locator(".tools")).ToContainTextAsync(Personas.Find("sgpi")!.Name);
    }

    [Fact]
    public async Task A_hint_that_names_nobody_shows_the_list_and_says_so()
    {
        await using var page = await app.OpenAsync("/signin?login_hint=%3Cb%3Emallory");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("<b>mallory");
    }

    [Fact]
    public async Task A_page_asked_for_before_signing_in_is_the_page_shown_after()
    {
        await using var page = await app.OpenAsync("/aide?x=1");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "leadership" }).ClickAsync();
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("/aide\\?x=1$"));
    }

    [Fact]
    public async Task A_circuit_opens_without_a_complaint_of_the_browser()
    {
        await using var page = await app.SignInAsync("dinsic", "/aide");
        Assert.Equal("true", await page.Page.Locator("html").GetAttributeAsync("data-live"));
        Assert.Empty(page.Complaints);
    }

    [Theory]
    [InlineData("/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("/_blazor")]
    public async Task The_circuit_is_closed_to_somebody_who_has_not_signed_in(string address)
    {
        using var client = app.Program.NewClient(followRedirects: false);
        client.DefaultRequestHeaders.Add("Origin", app.Address.GetLeftPart(UriPartial.Authority));
        using var response = await client.PostAsync(address, null);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_script_or_a_picture_is_told_rather_than_sent_to_the_sign_in()
    {
        using var client = app.Program.NewClient(followRedirects: false);
        client.DefaultRequestHeaders.Add("Sec-Fetch-Mode", "cors");
        using var response = await client.GetAsync("/");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_forged_answer_of_the_provider_ends_on_the_page_that_says_so()
    {
        using var client = app.Program.NewClient();
        using var response = await client.GetAsync("/signin-oidc?code=forged&state=forged");
        Assert.StartsWith(
            "/signin/refused",
            response.RequestMessage!.RequestUri!.PathAndQuery,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Exception", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
