using AmiDashboard.Api;
using AmiDashboard.Core.Demonstration;
using AmiDashboard.Core.People;
using AmiDashboard.Running;
using AmiDashboard.Storage.People;
using Microsoft.Playwright;

namespace AmiDashboard.SignIn;

/// <summary>How somebody to whom nobody could give a right comes in: the first administrator, and whom they expect.</summary>
public sealed class InvitationJourneyTests(RunningApplication app)
{
    [Fact]
    public async Task The_first_administrator_comes_in_by_a_code_and_goes_where_they_wanted()
    {
        await using var program = await RunningProgram.StartAsync();
        var code = await program
            .Get<IssueInvitationCode>()
            .RunAsync(
                Viewer.Product,
                new(Profile.Administrator, Perimeter.Everything),
                TestContext.Current.CancellationToken
            );

        await using var page = await app.SignInAsync(program, "nobody", "/administration/editions");
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Aucun droit ne vous est attribué");
        await TypeAsync(page, "0000-0000-0000-0000");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Ce code n’ouvre rien");
        await Assertions.Expect(page.Page.GetByLabel("Code d’invitation")).ToBeFocusedAsync();

        await TypeAsync(page, code.Value!);
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Éditions");
        Assert.Equal("/administration/editions", new Uri(page.Page.Url).AbsolutePath);
        Assert.DoesNotContain(page.Complaints, complaint => !complaint.Contains("403", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pasted_list_is_told_as_it_was_read_and_who_is_on_it_comes_in()
    {
        await using var program = await RunningProgram.StartAsync();
        var expected = Personas.Find("nobody")!;
        await using var page = await app.SignInAsync(program, "administrator", "/administration/personnes");
        await page.UntilInteractiveAsync();
        await ClickAsync(page, "Inviter des personnes");
        var emails = page.Page.GetByLabel("Adresses électroniques");
        await emails.FillAsync($"Nom\n{expected.Name} <{expected.Email}>; paul@example.fr");
        await Assertions.Expect(page.Page.Locator("#emails-read")).ToHaveTextAsync("2 adresses lues.");
        await Assertions.Expect(page.Page.Locator("[data-unread]")).ToContainTextAsync("Nom");
        await ClickAsync(page, "Inviter");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("rien n’a été fait");

        await emails.FillAsync($"{expected.Name} <{expected.Email}>; paul@example.fr");
        await page.Page.Locator("#profile-invited").SelectOptionAsync(nameof(Profile.Ditp));
        await ClickAsync(page, "Inviter");
        await Assertions.Expect(page.Page.Locator(".alert-success")).ToContainTextAsync("2 personnes sont invitées");
        await Assertions.Expect(page.Page.Locator(".invitations [data-state=Open]")).ToHaveCountAsync(2);
        await page.KeepScreenshotAsync("invitations");

        await using var guest = await app.SignInAsync(program, "nobody", "/aide");
        await Assertions.Expect(guest.Heading).ToHaveTextAsync("Aide");
        await page
            .Page.Locator(".invitations li", new() { HasText = "paul@example.fr" })
            .GetByRole(AriaRole.Button, new() { Name = "Retirer l’invitation" })
            .ClickAsync();
        await Assertions.Expect(page.Page.Locator(".alert-success")).ToContainTextAsync("paul@example.fr");
        await Assertions.Expect(page.Page.Locator(".invitations [data-state=Taken]")).ToContainTextAsync(expected.Name);
        await Assertions.Expect(page.Page.Locator(".invitations [data-state=Open]")).ToHaveCountAsync(0);
        Assert.Empty(page.Complaints);
    }

    private static async Task TypeAsync(BrowserPage page, string code)
    {
        await page.Page.GetByLabel("Code d’invitation").FillAsync(code);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Utiliser ce code" }).ClickAsync();
    }

    private static Task ClickAsync(BrowserPage page, string name) =>
        page.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
