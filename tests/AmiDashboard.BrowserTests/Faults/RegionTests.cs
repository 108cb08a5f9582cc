using System.Net;
using AmiDashboard.Applications;
using AmiDashboard.Running;
using Microsoft.Playwright;

namespace AmiDashboard.Faults;

/// <summary>What cannot be shown says so where it would stand; everything around it lives.</summary>
public sealed class RegionTests(RunningApplication browsers)
{
    /// <summary>Where, which component is broken, what lives beside it.</summary>
    public static TheoryData<string, string, string> Regions =>
        new()
        {
            { "/", "ChartNotes", "[data-figure]" },
            { "/", "FigureHeadline", "[data-chart] svg" },
            { "/", "AlertCounter", "[data-chart] svg" },
            { "/", "AwaitingList", "[data-chart] svg" },
            { "/candidatures", "StageBadge", ".filter-bar" },
            { "/budgets", "ProjectTable", "[data-chart] svg" },
            { "/budgets", "BudgetTabs", ".nav" },
        };

    [Theory, MemberData(nameof(Regions))]
    public async Task A_region_that_fails_says_so_with_its_number_and_the_others_live(
        string path,
        string broken,
        string beside
    )
    {
        var sabotage = new Sabotage();
        await using var program = await Demonstration.StartAsync(sabotage.Enter);
        sabotage.Broken = [broken];
        await using var page = await browsers.SignInAsync(program, "leadership", path);

        await Assertions.Expect(Failed(page).First).ToContainTextAsync("n’a pas pu être affiché");
        await Assertions.Expect(page.Page.Locator(beside).First).ToBeVisibleAsync();
        var number = await Failed(page).First.Locator("[data-incident]").InnerTextAsync();
        Assert.Matches("^[2-9A-Z]{8}$", number);
        Assert.Contains(
            sabotage.Log,
            entry =>
                entry.Contains(number, StringComparison.Ordinal)
                && entry.Contains(Sabotage.Reason, StringComparison.Ordinal)
        );

        var failed = await Failed(page).CountAsync();
        sabotage.Broken = [];
        await Failed(page).First.GetByRole(AriaRole.Button, new() { Name = "Réessayer" }).ClickAsync();
        await Assertions.Expect(Failed(page)).ToHaveCountAsync(failed - 1);
        Assert.Equal("true", await page.Page.Locator("html").GetAttributeAsync("data-live"));
    }

    [Fact]
    public async Task Another_page_begins_anew()
    {
        var sabotage = new Sabotage();
        await using var program = await Demonstration.StartAsync(sabotage.Enter);
        await using var page = await browsers.SignInAsync(program, "leadership", "/aide");
        await page.Page.EvaluateAsync("window.isTheSame = true");
        sabotage.Broken = ["BudgetTabs"];
        await page.Page.Locator(".nav a[href='/budgets']").ClickAsync();
        await Assertions.Expect(Failed(page)).ToBeVisibleAsync();

        await page.Page.Locator(".nav a[href='/candidatures']").ClickAsync();

        await Assertions.Expect(page.Heading).ToHaveTextAsync("Candidatures");
        await Assertions.Expect(Failed(page)).ToHaveCountAsync(0);
        Assert.True(await page.Page.EvaluateAsync<bool>("window.isTheSame === true"), "the page was loaded again");
    }

    [Fact]
    public async Task A_page_whose_body_failed_does_not_answer_that_all_is_well()
    {
        var sabotage = new Sabotage();
        await using var program = await Demonstration.StartAsync(sabotage.Enter);
        using var client = await program.NewClientAsync("leadership");
        sabotage.Broken = ["BudgetTabs"];
        using var body = await client.GetAsync("/budgets");
        Assert.Equal(HttpStatusCode.InternalServerError, body.StatusCode);
        Assert.Contains("data-failed", await body.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        sabotage.Broken = ["ProjectTable"];
        using var card = await client.GetAsync("/budgets");
        Assert.Equal(HttpStatusCode.OK, card.StatusCode);
    }

    [Fact]
    public async Task A_failed_card_is_accessible_at_every_width_and_in_both_languages()
    {
        var sabotage = new Sabotage();
        await using var program = await Demonstration.StartAsync(sabotage.Enter);
        sabotage.Broken = ["ChartNotes"];
        await AccessibilityCheck.RunAsync(
            "failed-region",
            screen => browsers.SignInAsync(program, "leadership", "/", screen),
            page => Assertions.Expect(Failed(page).First).ToBeVisibleAsync()
        );
    }

    private static ILocator Failed(BrowserPage page) => page.Page.Locator("[data-failed]");
}
