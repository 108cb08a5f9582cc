using System.Text.RegularExpressions;
using AmiDashboard.Applications;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Demonstration;
using AmiDashboard.Core.People;
using AmiDashboard.Running;
using AmiDashboard.Storage.Applications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AmiDashboard.Dashboards;

public sealed class WallScreenTests(Demonstration demonstration, RunningApplication browsers)
{
    private static readonly Screen Wall = new(1920, 1080);

    public static TheoryData<string, string> Screens =>
        new()
        {
            { "dinsic", "dinsic" },
            { "ditp", "ditp" },
            { "sgpi", "sgpi" },
            { "cdc", "cdc" },
            { "leadership", "direction" },
        };

    [Theory, MemberData(nameof(Screens))]
    public async Task A_screen_shows_figures_and_charts_and_names_no_project_and_nobody(string persona, string name)
    {
        await using var page = await OpenAsync(persona, $"/ecran/{name}");

        Assert.True(await page.Page.Locator("[data-view]").CountAsync() >= 3);
        await Assertions
            .Expect(page.Page.Locator("[data-shown] [data-figure]").First)
            .ToHaveTextAsync(new Regex("[0-9]"));
        var text = await page.Page.EvaluateAsync<string>(
            """
            () => [document.body.textContent, document.title]
                .concat([...document.querySelectorAll("[aria-label], [title]")].map(one => one.ariaLabel + " " + one.title))
                .join("\n")
            """
        );
        var told = await demonstration
            .Program.Services.GetRequiredService<ApplicationList>()
            .RunAsync(Viewer.Product, new(ApplicationFilter.All, Size: ApplicationList.LargestPage));
        Assert.True(told.Rows.Count >= 100);
        Assert.All(told.Rows, row => Assert.DoesNotContain(row.Title, text, StringComparison.OrdinalIgnoreCase));
        Assert.All(told.Rows, row => Assert.DoesNotMatch($@"(?<![\d.]){row.Number}(?!\d)", text));
        Assert.All(Personas.All, one => Assert.DoesNotContain(one.Name, text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, await page.Page.Locator("header, nav").CountAsync());
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Views_turn_by_themselves_until_somebody_presses_the_space_bar()
    {
        await using var page = await OpenAsync("dinsic", "/ecran/dinsic?secondes=5", withClock: true);
        await Assertions.Expect(Current(page)).ToHaveAttributeAsync("data-go", "0");

        await page.Page.Clock.FastForwardAsync(5_500);
        await Assertions.Expect(Current(page)).ToHaveAttributeAsync("data-go", "1");

        await page.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Page.Locator("[data-pause]")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Page.Clock.FastForwardAsync(12_000);
        await Assertions.Expect(Current(page)).ToHaveAttributeAsync("data-go", "1");

        await page.Page.Keyboard.PressAsync("Space");
        await page.Page.Clock.FastForwardAsync(5_500);
        await Assertions.Expect(Current(page)).ToHaveAttributeAsync("data-go", "2");
        Assert.Equal(1, await page.Page.Locator("[data-view]:visible").CountAsync());
    }

    [Fact]
    public async Task The_keyboard_turns_views_and_reaches_the_way_home()
    {
        await using var page = await OpenAsync("dinsic", "/ecran/dinsic?secondes=300");

        await page.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(Current(page)).ToHaveAttributeAsync("data-go", "1");
        await page.Page.Keyboard.PressAsync("ArrowLeft");
        await page.Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(page.Page.Locator("[data-go]").Last).ToHaveAttributeAsync("aria-current", "true");
        await page.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Page.Locator(".wall-home")).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("^[^/]*//[^/]*/([?#]|$)"));
    }

    [Fact]
    public async Task A_dashboard_leads_to_its_screen_with_the_filter()
    {
        await using var page = await browsers.SignInAsync(demonstration.Program, "sgpi", "/tableaux/sgpi?edition=1");

        await page.Page.Locator("[data-wall-link]").ClickAsync();

        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("/ecran/sgpi\\?edition=1$"));
        await Assertions.Expect(page.Page.Locator("[data-shown] [data-figure]").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_screen_whose_server_dies_says_so_keeps_what_it_shows_and_comes_back_without_hands()
    {
        await using var program = new KilledProgram();
        await program.StartAsync();
        await using var page = await browsers.OpenAsync(
            program.Address,
            "/signin?login_hint=cdc&returnUrl=/accessibilite",
            Wall
        );
        await page.InstallClockAsync();
        await page.GoAsync("/ecran/cdc?secondes=300");
        await page.UntilInteractiveAsync();
        await page.Page.EvaluateAsync("() => { window.sameDocument = true; }");
        var figure = page.Page.Locator("[data-shown] [data-figure=paid]");
        var paid = await figure.InnerTextAsync();
        var lost = page.Page.Locator("[data-lost]");
        await Assertions.Expect(lost).ToBeHiddenAsync();

        await program.KillAsync();
        await page.Page.Clock.FastForwardAsync(40_000);

        await Assertions.Expect(lost).ToBeVisibleAsync();
        await Assertions.Expect(lost).ToContainTextAsync("connexion perdue, nouvel essai…");
        Assert.Equal(paid, await figure.InnerTextAsync());
        Assert.True(await page.Page.EvaluateAsync<bool>("() => window.sameDocument === true"));
        Assert.False(await page.Page.Locator("#components-reconnect-modal").IsVisibleAsync());

        await program.StartAsync();
        await page.Page.Clock.FastForwardAsync(70_000);

        await page.Page.WaitForFunctionAsync(
            "() => window.sameDocument !== true && document.documentElement.dataset.live === 'true'"
        );
        await Assertions.Expect(figure).ToHaveTextAsync(paid);
        await Assertions.Expect(lost).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_screen_whose_sign_in_expired_says_that_somebody_must_sign_in()
    {
        await using var page = await OpenAsync("dinsic", "/ecran/dinsic?secondes=300", withClock: true);
        await page.Page.Context.ClearCookiesAsync();

        // The night comes.
        await page.Page.Clock.FastForwardAsync(25 * 3600 * 1000);

        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("/signin/ecran\\?returnUrl="));
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Cet écran n’est plus connecté.");
        await Assertions
            .Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "S’identifier" }))
            .ToHaveAttributeAsync("href", "/signin?returnUrl=%2Fecran%2Fdinsic%3Fsecondes%3D300");
    }

    [Fact]
    public async Task Somebody_without_figures_gets_no_screen()
    {
        await using var page = await browsers.SignInAsync(demonstration.Program, "ministry1", "/ecran/dinsic");

        Assert.Equal(0, await page.Page.Locator("[data-view]").CountAsync());
    }

    private async Task<BrowserPage> OpenAsync(string persona, string path, bool withClock = false)
    {
        var page = await browsers.SignInAsync(demonstration.Program, persona, "/accessibilite", Wall);
        if (withClock)
        {
            await page.InstallClockAsync();
        }

        await page.GoAsync(path);
        await page.UntilInteractiveAsync();
        return page;
    }

    private static ILocator Current(BrowserPage page) => page.Page.Locator("[data-go][aria-current]");
}
