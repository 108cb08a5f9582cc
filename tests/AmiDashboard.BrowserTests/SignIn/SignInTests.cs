using AmiDashboard.Running;
using Microsoft.Playwright;

namespace AmiDashboard.SignIn;

public sealed class SignInTests(RunningApplication app)
{
    public static TheoryData<string> WithRights =>
        [.. Web.SignIn.Development.Personas.All.Select(persona => persona.Name).Where(name => name != "nobody")];

    [Theory]
    [MemberData(nameof(WithRights))]
    public async Task Each_persona_signs_in_by_OpenID_Connect_without_a_page(string persona)
    {
        using var client = await app.Program.NewClientAsync(persona);
        using var response = await client.GetAsync("/");
        Assert.Equal("/", response.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.True(response.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_persona_signs_in_with_the_browser_and_the_circuit_opens()
    {
        await using var page = await app.SignInAsync("dinsic");
        await Assertions.Expect(page.Page.Locator(".tools")).ToContainTextAsync("Dominique Caron");
        Assert.Empty(page.Complaints);
        foreach (var screen in new[] { Screen.Desk, Screen.Tablet, Screen.Phone, Screen.Desk.Dark })
        {
            await using var other = await app.SignInAsync("administrator", "/", screen);
            await other.KeepScreenshotAsync("home");
            await other.GoAsync("/signin");
            await other.KeepScreenshotAsync("personas");
        }
    }
}
