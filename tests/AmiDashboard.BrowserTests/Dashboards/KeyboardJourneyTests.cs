using System.Text.RegularExpressions;
using AmiDashboard.Applications;
using AmiDashboard.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AmiDashboard.Dashboards;

/// <summary>A committee is prepared without a mouse: each stop is reached by Tab from the one before, and is seen.</summary>
public sealed class KeyboardJourneyTests(Demonstration demonstration, RunningApplication browsers)
{
    private const int MostStops = 400;

    private const string StopThatNobodySees = """
        (async () => {
            const stop = document.activeElement;
            await Promise.all(stop.getAnimations().map(one => one.finished.catch(() => null)));
            const look = getComputedStyle(stop);
            const box = stop.getBoundingClientRect();
            const isSeen = stop === document.body
                || (stop.checkVisibility({ visibilityProperty: true, opacityProperty: true })
                    && box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
                    && (look.outlineStyle !== 'none' || look.boxShadow !== 'none'));
            return isSeen ? '' : stop.outerHTML.slice(0, 300);
        })()
        """;

    [Fact]
    public async Task A_committee_is_prepared_by_the_keyboard_alone()
    {
        await using var page = await browsers.SignInAsync(demonstration.Program, "leadership", "/tableaux/direction");
        await page.UntilInteractiveAsync();
        var keyboard = page.Page.Keyboard;
        await Expect(page.Page.Locator("#figure-paid")).ToBeVisibleAsync();

        await ReachAsync(page, ".skip");
        await keyboard.PressAsync("Enter");
        await ReachAsync(page, "select[name=edition]");
        await keyboard.PressAsync("ArrowDown");
        await Expect(page.Page).ToHaveURLAsync(new Regex("edition=\\d"));
        await ReachAsync(page, "input[name=compare]");
        var entries = await page.Page.EvaluateAsync<int>("history.length");
        // The same day whichever of day and month the browser asks for first.
        await keyboard.TypeAsync("06062019", new() { Delay = 300 });
        await Expect(page.Page).ToHaveURLAsync(new Regex("compare=2019-06-06"));
        Assert.Equal(entries + 1, await page.Page.EvaluateAsync<int>("history.length"));
        await Expect(page.Page.Locator("#comparison-title")).ToContainTextAsync("6 juin 2019");

        await ReachAsync(page, "#figure-paid");
        await keyboard.PressAsync("Enter");
        await Expect(page.Page.Locator("[data-figure-panel=paid] h2")).ToBeFocusedAsync();
        await ReachAsync(page, "[data-figure-panel] tbody a");
        await keyboard.PressAsync("Enter");
        await Expect(page.Page).ToHaveURLAsync(new Regex("/budgets/\\d+$"));
        await Expect(page.Heading).ToBeFocusedAsync();
        await ReachAsync(page, ".trail a[href^='/candidatures/']", "Shift+Tab");
        await keyboard.PressAsync("Enter");
        await Expect(page.Page).ToHaveURLAsync(new Regex("/candidatures/\\d+$"));
        await Expect(page.Heading).ToBeFocusedAsync();
        await page.Page.GoBackAsync();
        await Expect(page.Page.Locator(".trail a[href^='/candidatures/']")).ToBeFocusedAsync();
        await page.Page.GoBackAsync();
        await Expect(page.Page.Locator("[data-figure-panel] tbody a").First).ToBeFocusedAsync();

        await ReachAsync(page, "figure[data-chart] .hit");
        await keyboard.PressAsync("ArrowRight");
        await keyboard.PressAsync("t");
        await Expect(page.Page.Locator("figure[data-chart] .chart-table").First).ToBeVisibleAsync();
        await ReachAsync(page, "[data-report-link]", "Shift+Tab");
        await keyboard.PressAsync("Enter");
        await Expect(page.Heading).ToBeFocusedAsync();
        await ReachAsync(page, "main form button");
        await keyboard.PressAsync("Enter");
        await Expect(page.Page.Locator("[data-report]")).ToBeVisibleAsync();
        await ReachAsync(page, "[data-report]");
        var download = await page.Page.RunAndWaitForDownloadAsync(() => keyboard.PressAsync("Enter"));

        Assert.EndsWith(".pdf", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.Empty(page.Complaints);
    }

    /// <summary>Each stop on the way must be on the screen, and show by a line or a shadow that it has the keyboard.</summary>
    private static async Task ReachAsync(BrowserPage page, string selector, string key = "Tab")
    {
        for (var stops = 0; stops < MostStops; stops++)
        {
            await page.Page.Keyboard.PressAsync(key);
            Assert.Equal("", await page.Page.EvaluateAsync<string>(StopThatNobodySees));
            if (await page.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"{key} never reaches {selector}");
    }
}
