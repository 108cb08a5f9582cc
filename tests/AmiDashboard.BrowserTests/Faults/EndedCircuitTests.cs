using AmiDashboard.Applications;
using AmiDashboard.Running;
using Microsoft.Playwright;

namespace AmiDashboard.Faults;

/// <summary>A page whose circuit ended says that it no longer lives, and takes nothing away that was typed.</summary>
public sealed class EndedCircuitTests(RunningApplication browsers)
{
    [Fact]
    public async Task A_page_that_no_longer_lives_says_so_with_a_number_that_is_in_the_log()
    {
        var sabotage = new Sabotage();
        await using var program = await Demonstration.StartAsync(sabotage.Enter);
        await using var page = await browsers.SignInAsync(program, "dinsic", "/candidatures/100001");
        var reason = page.Page.Locator("textarea[required]");
        await reason.FillAsync("Ce que j’écrivais");

        await EndAsync(page, sabotage);

        await Assertions.Expect(Banner(page)).ToContainTextAsync("Cette page ne répond plus");
        await Assertions.Expect(Banner(page)).ToHaveAttributeAsync("role", "alert");
        await Assertions.Expect(reason).ToHaveValueAsync("Ce que j’écrivais");
        await IsInLogAsync(page, sabotage);

        var reload = Banner(page).GetByRole(AriaRole.Button, new() { Name = "Recharger" });
        await Assertions.Expect(reload).ToBeFocusedAsync();
        sabotage.EndsCircuits = false;
        await page.Page.Keyboard.PressAsync("Enter");
        await page.UntilInteractiveAsync();
        await Assertions.Expect(Banner(page)).ToBeHiddenAsync();
        Assert.Equal(200, await page.GoAsync("/aide"));
    }

    [Fact]
    public async Task Who_is_typing_keeps_the_keyboard()
    {
        var sabotage = new Sabotage();
        await using var program = await Demonstration.StartAsync(sabotage.Enter);
        await using var page = await browsers.SignInAsync(program, "dinsic", "/candidatures/100001");
        var reason = page.Page.Locator("textarea[required]");
        await reason.FocusAsync();
        sabotage.EndsCircuits = true;
        await page.Page.Keyboard.TypeAsync("Avis");
        await Assertions.Expect(Banner(page)).ToBeVisibleAsync();
        await page.Page.Keyboard.TypeAsync(" favorable");

        await Assertions.Expect(reason).ToBeFocusedAsync();
        await Assertions.Expect(reason).ToHaveValueAsync("Avis favorable");
    }

    [Fact]
    public async Task A_failure_of_what_tells_failures_ends_the_circuit_under_its_number()
    {
        var sabotage = new Sabotage();
        await using var program = await Demonstration.StartAsync(sabotage.Enter);
        await using var page = await browsers.SignInAsync(program, "leadership", "/aide");
        sabotage.Broken = ["BudgetTabs", "IncidentNumber"];

        await page.Page.Locator(".nav a[href='/budgets']").ClickAsync();

        await Assertions.Expect(Banner(page)).ToBeVisibleAsync();
        await IsInLogAsync(page, sabotage);
    }

    [Fact]
    public async Task The_banner_is_accessible_at_every_width_and_is_not_printed()
    {
        var sabotage = new Sabotage();
        await using var program = await Demonstration.StartAsync(sabotage.Enter);
        await AccessibilityCheck.RunAsync(
            "ended-circuit",
            screen =>
            {
                sabotage.EndsCircuits = false;
                return browsers.SignInAsync(program, "dinsic", "/candidatures/100001", screen);
            },
            async page =>
            {
                await EndAsync(page, sabotage);
                await Assertions.Expect(Banner(page)).ToBeVisibleAsync();
                await page.Page.EmulateMediaAsync(new() { Media = Media.Print });
                await Assertions.Expect(Banner(page)).ToBeHiddenAsync();
                await page.Page.EmulateMediaAsync(new() { Media = Media.Screen });
            },
            complaint => complaint.Contains("circuit", StringComparison.OrdinalIgnoreCase)
        );
    }

    private static ILocator Banner(BrowserPage page) => page.Page.Locator("#blazor-error-ui");

    private static async Task IsInLogAsync(BrowserPage page, Sabotage sabotage)
    {
        var number = await Banner(page).Locator("[data-incident]").InnerTextAsync();
        Assert.Matches("^[2-9A-Z]{8}$", number);
        Assert.Single(
            sabotage.Log,
            entry =>
                entry.Contains($"Incident {number}: a circuit ended.", StringComparison.Ordinal)
                && entry.Contains(Sabotage.Reason, StringComparison.Ordinal)
        );
    }

    private static Task EndAsync(BrowserPage page, Sabotage sabotage)
    {
        sabotage.EndsCircuits = true;
        // Any handler of the circuit does: this one pauses the live updates, or sends the form.
        return page.Page.EvaluateAsync(
            "document.activeElement?.blur(); document.querySelector('.live-status button, main form button')?.click()"
        );
    }
}
