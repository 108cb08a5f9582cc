using AmiDashboard.Running;
using Microsoft.Playwright;

namespace AmiDashboard.SignIn;

/// <summary>The pages around the product: readable by everybody, in both schemes, languages and on a phone.</summary>
public sealed class ShellPageTests(RunningApplication app)
{
    public static TheoryData<string, string?, string> Pages =>
        new()
        {
            { "sign-in", null, "/signin" },
            { "sign-out", null, "/signout" },
            { "signed-out", null, "/deconnexion?provider=away" },
            { "session-ended", null, "/session-terminee?returnUrl=%2Faide" },
            { "refused", null, "/signin/refused?reason=Incomplete" },
            { "wall-closed", null, "/signin/ecran?returnUrl=%2Fecran%2Fdinsic" },
            { "accessibility", null, "/accessibilite" },
            { "personal-data", null, "/donnees-personnelles" },
            { "no-access", "nobody", "/" },
            { "help", "dinsic", "/aide" },
            { "not-found", "dinsic", "/nulle-part" },
            { "error", "dinsic", "/erreur" },
            { "page-refused", "cdc", "/administration/personnes" },
            { "people", "administrator", "/administration/personnes" },
            { "access-keys", "cdc", "/compte/cles" },
            { "subscription", "leadership", "/compte/abonnement" },
            { "api", "cdc", "/api" },
        };

    [Theory]
    [MemberData(nameof(Pages))]
    public Task Axe_finds_nothing_and_nothing_scrolls_sideways(string name, string? persona, string address) =>
        AccessibilityCheck.RunAsync(
            name,
            screen => persona is null ? app.OpenAsync(address, screen) : app.SignInAsync(persona, address, screen),
            isExpected: complaint => complaint.Contains("status of 40", StringComparison.Ordinal)
        );

    [Fact]
    public async Task An_address_that_leads_nowhere_answers_404()
    {
        await using var page = await app.SignInAsync("dinsic");
        Assert.Equal(404, await page.GoAsync("/nulle-part"));
    }

    [Fact]
    public async Task One_click_changes_the_language_and_keeps_the_address()
    {
        await using var page = await app.SignInAsync("dinsic", "/aide?x=1");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Help");
        Assert.EndsWith("/aide?x=1", page.Page.Url, StringComparison.Ordinal);
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Français" }).ClickAsync();
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Aide");
    }

    [Fact]
    public async Task The_chosen_colours_are_there_from_the_first_paint_of_the_next_page()
    {
        await using var page = await app.SignInAsync("dinsic", "/aide");
        await page.Page.GetByText("Apparence").First.ClickAsync();
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Sombre" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("html")).ToHaveAttributeAsync("data-scheme", "dark");
        var html = await (await page.Page.GotoAsync(new Uri(page.Program, "/aide").AbsoluteUri))!.TextAsync();
        Assert.Contains("data-scheme=\"dark\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_keyboard_reaches_the_content_first_and_Escape_closes_a_menu()
    {
        await using var page = await app.SignInAsync("administrator", "/aide");
        await page.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Page.Locator(".skip")).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page.Locator("main")).ToBeFocusedAsync();

        var menu = page.Page.Locator(".nav-menu");
        await menu.Locator("summary").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(menu.GetByRole(AriaRole.Link, new() { Name = "Personnes" })).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(menu.GetByRole(AriaRole.Link, new() { Name = "Personnes" })).ToBeHiddenAsync();
        await Assertions.Expect(menu.Locator("summary")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task On_a_phone_the_navigation_unfolds_and_folds()
    {
        await using var page = await app.SignInAsync("administrator", "/aide", Screen.Phone);
        var link = page.Page.GetByRole(AriaRole.Link, new() { Name = "Tableau de bord" });
        await Assertions.Expect(link).ToBeHiddenAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
        await Assertions.Expect(link).ToBeVisibleAsync();
        await page.KeepScreenshotAsync("menu");
    }

    [Fact]
    public async Task The_program_going_away_is_said_in_the_persons_language()
    {
        var program = await RunningProgram.StartAsync();
        await using var page = await app.SignInAsync(program, "dinsic", "/aide");
        await program.DisposeAsync();
        await Assertions.Expect(page.Page.GetByText("La connexion est interrompue")).ToBeVisibleAsync();
        await page.KeepScreenshotAsync("reconnect");
    }
}
