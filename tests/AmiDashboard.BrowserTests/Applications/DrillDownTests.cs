using System.Text.RegularExpressions;
using AmiDashboard.Running;
using Microsoft.Playwright;

namespace AmiDashboard.Applications;

public sealed class DrillDownTests(Demonstration demonstration, RunningApplication browsers)
{
    [Fact]
    public async Task A_mark_narrows_the_page_and_its_rows_are_exactly_those_it_counts()
    {
        await using var page = await browsers.SignInAsync(demonstration.Program, "ditp2", "/tableaux/ditp");
        var mark = LiveTests.Stage(page, "Laureate");
        await Assertions.Expect(mark).ToHaveAttributeAsync("aria-label", new Regex("^Lauréate\\s: 21\\b"));

        await mark.ClickAsync();
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("/tableaux/ditp\\?.*stage=Laureate"));
        await Assertions.Expect(page.Page.Locator("[data-figure=applications]")).ToHaveTextAsync("21");
        await page.Page.Locator("figure[data-chart=stages] [data-rows]").ClickAsync();
        await Assertions.Expect(page.Page.Locator("[data-figure=applications]")).ToContainTextAsync("21 candidature");
        await page.Page.GoBackAsync();
        // The address changes before the page does: the list has chips as well.
        await page.Page.Locator("[data-dashboard=ditp] .chips a.chip").First.ClickAsync();
        await LiveTests.Stage(page, "ReserveList").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Page.Locator("[data-figure=applications]")).ToHaveTextAsync("7");
        await page.Page.Locator("figure[data-chart=stages] [data-rows]").ClickAsync();
        await Assertions.Expect(page.Page.Locator("table[data-table] tbody tr")).ToHaveCountAsync(7);
    }

    [Theory]
    [InlineData(
        "/candidatures?page=2",
        "table[data-table] tbody tr:nth-child(12) th a, table[data-table] tbody tr:nth-child(12) td a"
    )]
    [InlineData("/tableaux/sgpi?chiffre=paid", "[data-figure-panel] tbody tr:nth-child(9) a")]
    [InlineData("/tableaux/direction", "figure[data-chart=stages] [data-rows]")]
    public async Task Coming_back_finds_the_link_one_left_by_where_it_was(string path, string link)
    {
        await using var page = await browsers.SignInAsync(demonstration.Program, "leadership", path);
        var left = page.Page.Locator(link).First;
        await left.ScrollIntoViewIfNeededAsync();
        await left.FocusAsync();
        var scroll = await page.Page.EvaluateAsync<double>("scrollY");
        var address = page.Page.Url;
        Assert.True(scroll > 100);

        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page).Not.ToHaveURLAsync(address);
        await Assertions.Expect(page.Page.Locator("h1")).ToBeFocusedAsync();
        await page.Page.GoBackAsync();

        await Assertions.Expect(page.Page).ToHaveURLAsync(address);
        await Assertions.Expect(left).ToBeFocusedAsync();
        Assert.Equal(scroll, await page.Page.EvaluateAsync<double>("scrollY"), tolerance: 2);
        await page.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(left).Not.ToBeFocusedAsync();
    }

    [Fact]
    public async Task Arrows_walk_the_marks_and_one_key_shows_the_same_data_as_a_table()
    {
        await using var page = await browsers.SignInAsync(demonstration.Program, "sgpi");
        var card = page.Page.Locator("figure[data-chart=stages]");
        await card.Locator(".hit").First.FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(card.Locator(".hit").Nth(1)).ToBeFocusedAsync();

        await page.Page.Keyboard.PressAsync("t");

        await Assertions.Expect(card.Locator("tbody tr")).ToHaveCountAsync(9);
        await Assertions.Expect(card.Locator("tfoot")).ToContainTextAsync("116");
    }

    [Fact]
    public async Task Filters_and_search_stay_in_the_address_and_survive_a_reload()
    {
        await using var page = await browsers.SignInAsync(demonstration.Program, "ditp", "/candidatures");
        await page.Page.Locator("select[name=edition]").SelectOptionAsync("1");
        await Assertions.Expect(page.Page.Locator("[data-figure=applications]")).ToContainTextAsync("52 candidature");
        await page.Page.Locator("input[name=q]").FillAsync("IALIM");
        await page.Page.Locator("input[name=q]").PressAsync("Enter");
        await Assertions.Expect(page.Page.Locator("table[data-table] tbody tr")).ToHaveCountAsync(1);

        await page.Page.ReloadAsync();

        await Assertions.Expect(page.Page.Locator("table[data-table] tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Page.Locator("input[name=q]")).ToHaveValueAsync("IALIM");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Retirer tous les filtres" }).First.ClickAsync();
        await Assertions.Expect(page.Page.Locator("[data-figure=applications]")).ToContainTextAsync("116 candidature");
    }
}
